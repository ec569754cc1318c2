import type { Editor } from "../actor.ts";
import type { Context } from "../context.ts";
import type { WithFileReader } from "../imports/file_reader.ts";
import { isAuthorityLost } from "../authority.ts";
import type { WithPassages } from "./content.ts";
import { importArchive } from "./archive.ts";
import { AppError, invalidInput, isAppError } from "../errors.ts";
import {
  type ColumnChoice,
  kindOf,
  kindWithin,
  type Reading,
  type ReadTask,
  withoutEnding,
} from "../imports/kinds.ts";
import { instead } from "../imports/unread_kinds.ts";
import type { ContentView, Visibility } from "../schemas/content.ts";
import type { ImportResultView } from "../schemas/content_import.ts";
import { type AddedReading, addReading, problemOf } from "./readings.ts";
import { requireTwin } from "../twins/twins.ts";

/** The largest file, in bytes. */
const MAX_FILE_BYTES = 10 * 1024 * 1024;
/** The largest file of exported content, in bytes. */
const MAX_ARCHIVE_BYTES = 60 * 1024 * 1024;
const MAX_FILES = 50;

export type ImportFiles = {
  files: File[];
  visibility: Visibility;
  /** How tables are read; by their column names if not given. */
  columns?: ColumnChoice;
};

/**
 * Adds the contents of every file: an item, or several; items of an export keep their visibility. A file that cannot
 * be read gets a problem and does not hold up the others.
 */
export async function importFiles(
  app: Context & WithFileReader & WithPassages,
  editor: Editor,
  twin_id: string,
  { files, ...choices }: ImportFiles,
): Promise<ImportResultView> {
  await requireTwin(app, editor, twin_id);
  checkFiles(files);
  const results: ImportResultView["files"] = [];
  // With several files, existing items are skipped, so that an interrupted call can be repeated.
  const seen = files.length > 1 ? new Set<string>() : undefined;
  for (const file of files) {
    const one = { ...choices, file, seen };
    results.push(await importFile(app, editor, twin_id, one));
  }
  return { files: results };
}

/** Throws `invalid_input` if there are no files, or too many for one call. */
export function checkFiles(files: File[]): void {
  if (files.length === 0) {
    throw invalidInput("files", "Choose at least one file.");
  }
  if (files.length > MAX_FILES) {
    throw invalidInput("files", `Choose at most ${MAX_FILES} files at once.`);
  }
}

async function importFile(
  app: Context & WithFileReader & WithPassages,
  editor: Editor,
  twin_id: string,
  { visibility, columns, file, seen }: Omit<ImportFiles, "files"> & {
    file: File;
    seen?: Set<string>;
  },
): Promise<ImportResultView["files"][number]> {
  const name = file.name.slice(0, 200);
  try {
    if (await isExported(file)) {
      const items = await readArchive(app, editor, file);
      const restored = await importArchive(app, editor, twin_id, items);
      return { name, restored };
    }
    const task = await taskOf(file);
    const reading = await app.files.read(
      { ...task, columns },
      editor.tenant_id,
    );
    const result = await addReading(app, editor, twin_id, {
      ...{ reading, visibility, source_url: null, seen },
      otherwise: withoutEnding(name),
    });
    return { name, ...viewOf(reading, result) };
  } catch (error) {
    if (!isAppError(error) || isAuthorityLost(error)) throw error;
    return { name, problem: problemOf(error) };
  }
}

function viewOf(
  { items, left_out }: Reading,
  { first, added, error }: AddedReading,
): Omit<ImportResultView["files"][number], "name"> {
  return {
    ...items.length > 1 || !first && !error
      ? { added }
      : first
      ? { item: summaryOf(first) }
      : {},
    ...left_out.length > 0 ? { left_out } : {},
    ...error ? { problem: problemOf(error) } : {},
  };
}

function summaryOf({ body: _, ...summary }: ContentView) {
  return summary;
}

/** Whether a file is exported content, judging by its first bytes. */
export async function isExported(file: File): Promise<boolean> {
  if (!/\.json$/i.test(file.name)) return false;
  return (await file.slice(0, 200).text()).includes("twincast-content");
}

/** The items of an export file, oldest first. Throws `payload_too_large`. */
export async function readArchive(
  app: Context & WithFileReader,
  { tenant_id }: Editor,
  file: File,
) {
  if (file.size <= MAX_ARCHIVE_BYTES) {
    return await app.files.readArchive(await file.bytes(), tenant_id);
  }
  throw new AppError(
    "payload_too_large",
    "This file is larger than 60 MiB. Split its list of items into several files.",
  );
}

/**
 * Prepares a file for its reader. Throws `invalid_input` for an empty one, `payload_too_large`, and
 * `unsupported_media_type` for an unknown kind.
 */
export async function taskOf(file: File): Promise<ReadTask> {
  if (file.size === 0) {
    throw new AppError("invalid_input", "This file is empty.");
  }
  if (file.size > MAX_FILE_BYTES) {
    throw new AppError(
      "payload_too_large",
      "This file is larger than 10 MiB. Split it, or remove its pictures.",
    );
  }
  const kind = kindOf(file.name);
  if (kind) {
    const bytes = await file.bytes();
    return { kind: kindWithin(bytes, kind), bytes };
  }
  throw new AppError(
    "unsupported_media_type",
    instead(file.name),
  );
}
