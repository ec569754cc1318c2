import type { Owner } from "../actor.ts";
import type { Context } from "../context.ts";
import type { WithFileReader } from "../imports/file_reader.ts";
import { isAuthorityLost } from "../authority.ts";
import { createContent, type WithPassages } from "./content.ts";
import { importArchive } from "./archive.ts";
import {
  AppError,
  type ErrorCode,
  invalidInput,
  isAppError,
} from "../errors.ts";
import { guardedFetch, readWhole } from "../net/guarded_fetch.ts";
import {
  type Kind,
  kindOf,
  READABLE,
  type ReadText,
  withoutEnding,
} from "../imports/kinds.ts";
import type {
  ContentView,
  ImportPageInput,
  ImportResultView,
  Visibility,
} from "../schemas/content.ts";
import { requireTwin } from "../twins/twins.ts";

/** The largest file, in bytes. */
const MAX_FILE_BYTES = 10 * 1024 * 1024;
/** The largest file of exported content, in bytes. */
const MAX_ARCHIVE_BYTES = 60 * 1024 * 1024;
const MAX_FILES = 50;

const MAX_PAGE_BYTES = 5 * 1024 * 1024;
const PAGE_TIMEOUT_MS = 10_000;

export type ImportFiles = { files: File[]; visibility: Visibility };

/**
 * Makes an item of every file; the items of exported content are as visible as they were. A file that cannot be read
 * gets a problem and holds up no other.
 */
export async function importFiles(
  app: Context & WithFileReader & WithPassages,
  owner: Owner,
  twin_id: string,
  { files, visibility }: ImportFiles,
): Promise<ImportResultView> {
  await requireTwin(app, owner, twin_id);
  if (files.length === 0) {
    throw invalidInput("files", "Choose at least one file.");
  }
  if (files.length > MAX_FILES) {
    throw invalidInput("files", `Choose at most ${MAX_FILES} files at once.`);
  }
  const results: ImportResultView["files"] = [];
  for (const file of files) {
    results.push(await importFile(app, owner, twin_id, visibility, file));
  }
  return { files: results };
}

async function importFile(
  app: Context & WithFileReader & WithPassages,
  owner: Owner,
  twin_id: string,
  visibility: Visibility,
  file: File,
): Promise<ImportResultView["files"][number]> {
  const name = file.name.slice(0, 200);
  try {
    if (/\.json$/i.test(name)) {
      const text = await readArchiveText(file);
      return { name, restored: await importArchive(app, owner, twin_id, text) };
    }
    const read = await readFile(app, owner, file);
    const { body: _, ...item } = await createContent(app, owner, twin_id, {
      title: titleOf(withoutEnding(name), read),
      body: read.body,
      visibility,
      source_url: null,
    });
    return { name, item };
  } catch (error) {
    if (!isAppError(error) || isAuthorityLost(error)) throw error;
    return { name, problem: { code: error.code, detail: error.message } };
  }
}

async function readArchiveText(file: File): Promise<string> {
  if (file.size <= MAX_ARCHIVE_BYTES) return await file.text();
  throw new AppError(
    "payload_too_large",
    "This file is larger than 60 MiB. Split its list of items into several files.",
  );
}

async function readFile(
  app: Context & WithFileReader,
  { tenant_id }: Owner,
  file: File,
): Promise<ReadText> {
  if (file.size > MAX_FILE_BYTES) {
    throw new AppError(
      "payload_too_large",
      "This file is larger than 10 MiB. Split it, or leave out its pictures.",
    );
  }
  const kind = kindOf(file.name);
  if (!kind) {
    throw new AppError(
      "unsupported_media_type",
      `This kind of file cannot be read here. Save it as one of ${
        READABLE.replaceAll(",", ", ")
      }.`,
    );
  }
  const read = await app.files.read(
    { kind, bytes: await file.bytes() },
    tenant_id,
  );
  // The first heading of a table is only one of its questions.
  return kind === "csv" ? { ...read, title: withoutEnding(file.name) } : read;
}

/**
 * Makes an item of what a web page is about, with the page's address as its source. Only public addresses are asked
 * (`guardedFetch`). Throws `invalid_input` for a page that cannot be read, `unavailable` for one that does not answer.
 */
export async function importPage(
  app: Context & WithFileReader & WithPassages,
  owner: Owner,
  twin_id: string,
  { url, visibility }: ImportPageInput,
): Promise<ContentView> {
  await requireTwin(app, owner, twin_id);
  const page = await readPage(app, owner, url).catch(asIssue);
  return await createContent(app, owner, twin_id, { ...page, visibility });
}

/** What a web page is about, as an item is made of it. */
export async function readPage(
  app: Context & WithFileReader,
  { tenant_id }: Owner,
  url: string,
  signal?: AbortSignal,
) {
  const page = await fetchPage(app, url, signal);
  const kind = PAGE_KINDS[page.type];
  if (!kind) {
    throw invalidInput(
      "url",
      "There is no page at this address but another kind of file. Download it and add it as a file.",
    );
  }
  const read = await app.files.read(
    { kind, url: page.url, bytes: page.bytes },
    tenant_id,
  );
  return {
    title: titleOf(new URL(page.url).hostname, read),
    body: read.body,
    source_url: page.url,
  };
}

const REFUSED = new Set<ErrorCode>(["invalid_input", "unsupported_media_type"]);

/** What is wrong with an address belongs to its field. */
function asIssue(error: unknown): never {
  if (isAppError(error) && REFUSED.has(error.code) && !error.issues) {
    throw invalidInput("url", error.message);
  }
  throw error;
}

/** The kinds of pages, by how servers name them. */
const PAGE_KINDS: Record<string, Kind> = {
  "text/html": "html",
  "application/xhtml+xml": "html",
  "text/plain": "text",
  "text/markdown": "text",
  "application/pdf": "pdf",
};

/** What a public address holds, with its type. Throws `invalid_input` where it answers with an error. */
export async function fetchPage(
  app: Context,
  url: string,
  signal?: AbortSignal,
) {
  const answer = await guardedFetch(url, {
    signal,
    timeout_ms: PAGE_TIMEOUT_MS,
    max_bytes: MAX_PAGE_BYTES,
    local_hosts: app.config.local_hosts,
    headers: { accept: "text/html,*/*;q=0.5", "user-agent": "Twincast" },
  });
  if (answer.status !== 200) {
    await answer.body.cancel();
    throw invalidInput(
      "url",
      `This address answers with the error ${answer.status}. Check it; what is behind a log-in cannot be read.`,
    );
  }
  const type = answer.headers["content-type"] ?? "text/html";
  return {
    url: answer.url,
    type: type.split(";")[0].trim().toLowerCase(),
    bytes: await readWhole(answer),
  };
}

/** What a text calls itself: its own title, its first heading, or `otherwise`. */
function titleOf(otherwise: string, { title, body }: ReadText): string {
  const heading = /^#{1,3}\s+(.+)$/m.exec(body.slice(0, 2_000))?.[1];
  const found = (title ?? heading ?? otherwise)
    .replace(/[\p{Cc}\u2028\u2029]/gu, " ").trim();
  return found.slice(0, 200).toWellFormed() || "Untitled";
}
