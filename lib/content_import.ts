import type { Owner } from "./actor.ts";
import type { App } from "./app.ts";
import { createContent } from "./content.ts";
import { AppError, invalidInput, isAppError } from "./errors.ts";
import type { ImportResult, Visibility } from "./schemas/content.ts";
import { requireTwin } from "./twins.ts";

/** The largest file, in bytes. */
const MAX_FILE_BYTES = 10 * 1024 * 1024;
const MAX_FILES = 50;
const READABLE = /\.(md|markdown|txt)$/i;

/**
 * Makes an item of every text or Markdown file of a form, private unless its field `visibility` says
 * `public`. A file that cannot be read gets a problem and holds up no other.
 */
export async function importFiles(
  app: App,
  owner: Owner,
  twin_id: string,
  form: FormData,
): Promise<ImportResult> {
  await requireTwin(app, owner, twin_id);
  const visibility = form.get("visibility") ?? "private";
  if (visibility !== "public" && visibility !== "private") {
    throw invalidInput("visibility", "Choose public or private.");
  }
  const files = [...form.values()].filter((value) => value instanceof File)
    .filter((file) => file.name !== "" || file.size > 0);
  if (files.length === 0) {
    throw invalidInput("files", "Choose at least one file.");
  }
  if (files.length > MAX_FILES) {
    throw invalidInput("files", `Choose at most ${MAX_FILES} files at once.`);
  }
  const results: ImportResult["files"] = [];
  for (const file of files) {
    results.push(await importFile(app, owner, twin_id, visibility, file));
  }
  return { files: results };
}

async function importFile(
  app: App,
  owner: Owner,
  twin_id: string,
  visibility: Visibility,
  file: File,
): Promise<ImportResult["files"][number]> {
  const name = file.name.slice(0, 200);
  try {
    const body = await readText(file);
    const { body: _, ...item } = await createContent(app, owner, twin_id, {
      title: titleOf(name, body),
      body,
      visibility,
      source_url: null,
    });
    return { name, item };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { name, problem: { code: error.code, detail: error.message } };
  }
}

async function readText(file: File): Promise<string> {
  if (file.size > MAX_FILE_BYTES) {
    throw new AppError(
      "payload_too_large",
      "This file is larger than 10 MiB. Split it, or leave out its pictures.",
    );
  }
  if (!READABLE.test(file.name)) {
    throw new AppError(
      "unsupported_media_type",
      "This kind of file cannot be read here. Save it as .md or .txt.",
    );
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(await file.bytes());
  } catch {
    throw new AppError(
      "unsupported_media_type",
      "This file is not text in UTF-8. Save it again with that encoding.",
    );
  }
  const body = text.replaceAll("\u0000", "");
  if (body.trim() !== "") return body;
  throw new AppError("invalid_input", "This file is empty.");
}

/** The first heading of the text, otherwise the file's name without its ending. */
function titleOf(name: string, body: string): string {
  const heading = /^#{1,3}\s+(.+)$/m.exec(body.slice(0, 2_000))?.[1];
  const title = (heading ?? name.replace(READABLE, ""))
    .replace(/[\p{Cc}\u2028\u2029]/gu, " ").trim();
  return title.slice(0, 200).toWellFormed() || "Untitled";
}
