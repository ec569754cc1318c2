import { isAuthorityLost } from "../authority.ts";
import type { Editor } from "../actor.ts";
import type { Context } from "../context.ts";
import { knownChannels } from "../content/archive.ts";
import { isExported, readArchive, taskOf } from "../content/file_import.ts";
import { readPage } from "../content/page_import.ts";
import { problemOf } from "../content/readings.ts";
import { AppError, isAppError } from "../errors.ts";
import type { WithFileReader } from "../imports/file_reader.ts";
import type { WithPageReads } from "../limits/uploads.ts";
import {
  type ColumnChoice,
  type Reading,
  type ReadItem,
  type ReadTask,
  type Refusal,
  withoutEnding,
} from "../imports/kinds.ts";
import type { Visibility } from "../schemas/content.ts";
import type { ArchivedItem } from "../schemas/content_import.ts";

/** A prospective item, with metadata if its source has more than a text. */
export type SourceItem = ReadItem & {
  visibility?: Visibility;
  channels?: string[];
  source_url?: string | null;
};

/** A file, page or text as read, or why it was not. */
export type Source = Omit<Reading, "items"> & {
  name: string;
  items: SourceItem[];
  /** The title of a text without one. */
  otherwise: string;
  source_url: string | null;
  problem?: { code: string; detail: string };
  /** For a table: its bytes, so that it can be read in another way. */
  task?: ReadTask;
};

type Reader = Context & WithFileReader;

/** Reads a file. One that cannot be read gets a problem. */
export async function readFile(
  app: Reader,
  editor: Editor,
  twin_id: string,
  file: File,
  columns?: ColumnChoice,
): Promise<Source> {
  const name = file.name.slice(0, 200);
  const source = { name, otherwise: withoutEnding(name), source_url: null };
  return await withProblem(source, async () => {
    if (await isExported(file)) {
      const archive = await readArchive(app, editor, file);
      return { items: await archived(app, twin_id, archive), left_out: [] };
    }
    return await readTask(app, editor, { ...await taskOf(file), columns });
  });
}

/** Reads a web page. Throws what is wrong with its address. */
export async function readAddress(
  app: Reader & WithPageReads,
  editor: Editor,
  url: string,
): Promise<Source> {
  const { reading, ...page } = await readPage(app, editor, url);
  return { ...page, ...reading, name: page.source_url };
}

/** Reads pasted pairs or a pasted table. Throws `invalid_input` for anything else. */
export async function readPasted(
  app: Reader,
  editor: Editor,
  text: string,
  columns?: ColumnChoice,
): Promise<Source> {
  const bytes = new TextEncoder().encode(text);
  const read = await readTask(app, editor, { kind: "pasted", bytes, columns });
  const source = {
    name: "What you pasted",
    // Pairs have titles of their own.
    otherwise: read.table ? "Pasted table" : "Pasted transcript",
    ...{ source_url: null, left_out: [], items: [], ...read },
  };
  if (source.problem && !source.table) {
    throw new AppError("invalid_input", source.problem.detail);
  }
  return source;
}

/** Reads a table again, by other columns. */
export async function readAgain(
  app: Reader,
  editor: Editor,
  source: Source & { task: ReadTask },
): Promise<Source> {
  const { name, otherwise, source_url, task } = source;
  return await withProblem(
    { name, otherwise, source_url },
    () => readTask(app, editor, task),
  );
}

async function readTask(
  app: Reader,
  { tenant_id }: Editor,
  task: ReadTask,
): Promise<Partial<Source>> {
  const read: Reading | Refusal = await app.files.tryRead(task, tenant_id);
  const again = read.table ? { task } : {};
  if (!("refusal" in read)) {
    if (read.items.length > 0) return { ...read, ...again };
    throw new AppError("invalid_input", "This file is empty.");
  }
  const problem = { code: "unsupported_media_type", detail: read.refusal };
  return { ...again, table: read.table, problem };
}

async function withProblem(
  source: Pick<Source, "name" | "otherwise" | "source_url">,
  read: () => Promise<Partial<Source>>,
): Promise<Source> {
  const nothing = { ...source, items: [], left_out: [] };
  try {
    return { ...nothing, ...await read() };
  } catch (error) {
    if (!isAppError(error) || isAuthorityLost(error)) throw error;
    return { ...nothing, problem: problemOf(error) };
  }
}

/** The items of an export file, in order. One for channels that this twin lacks becomes private. */
async function archived(
  app: Reader,
  twin_id: string,
  archive: AsyncIterable<ArchivedItem>,
): Promise<SourceItem[]> {
  const items: SourceItem[] = [];
  for await (const { channels, ...item } of archive) {
    const known = channels && await knownChannels(app, twin_id, channels);
    items.push({
      ...item,
      ...known?.length === 0
        ? { visibility: "private" }
        : known
        ? { channels: known }
        : {},
    });
  }
  return items;
}
