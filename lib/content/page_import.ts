import type { Editor } from "../actor.ts";
import type { Context } from "../context.ts";
import type { WithFileReader } from "../imports/file_reader.ts";
import type { WithPassages } from "./content.ts";
import {
  AppError,
  type ErrorCode,
  invalidInput,
  isAppError,
} from "../errors.ts";
import { guardedFetch, readWhole } from "../net/guarded_fetch.ts";
import type { WithPageReads } from "../limits/uploads.ts";
import type { Lookups } from "../net/public_addresses.ts";
import type { Kind, Reading } from "../imports/kinds.ts";
import type {
  ImportPageInput,
  ImportPageView,
} from "../schemas/content_import.ts";
import { requireTwin } from "../twins/twins.ts";
import { addReading } from "./readings.ts";

const MAX_PAGE_BYTES = 5 * 1024 * 1024;
const PAGE_TIMEOUT_MS = 10_000;

/**
 * Adds the main text of a web page, with the page's address as the source of each item. Requests public addresses
 * only (`guardedFetch`). Throws `invalid_input` for a page that cannot be read, `unavailable` for one that does not
 * respond.
 */
export async function importPage(
  app: Context & WithFileReader & WithPageReads & WithPassages,
  editor: Editor,
  twin_id: string,
  { url, visibility }: ImportPageInput,
): Promise<ImportPageView> {
  await requireTwin(app, editor, twin_id);
  const page = await readPage(app, editor, url);
  const { first, added, error } = await addReading(app, editor, twin_id, {
    ...page,
    visibility,
  });
  if (error) throw error;
  if (!first) {
    throw new AppError(
      "conflict",
      "Everything on this page has already been added.",
    );
  }
  const { items, left_out } = page.reading;
  return {
    ...first,
    ...items.length > 1 ? { added } : {},
    ...left_out.length > 0 ? { left_out } : {},
  };
}

/** Reads a web page's main text for `addReading`, a few at a time per team. Throws as `importPage`. */
export async function readPage(
  app: Context & WithFileReader & WithPageReads,
  { tenant_id }: Editor,
  url: string,
) {
  const page = await app.page_reads.run(tenant_id, () => fetchPage(app, url))
    .catch(asIssue);
  return {
    reading: await readingOf(app, page, tenant_id).catch(asIssue),
    otherwise: new URL(page.url).hostname,
    source_url: page.url,
  };
}

/** Reads a fetched page. Throws `invalid_input` for another kind of file, and the errors of `files.read`. */
export async function readingOf(
  app: WithFileReader,
  page: FetchedPage,
  account: string,
): Promise<Reading> {
  const { url, charset, bytes } = page;
  const kind = PAGE_KINDS[page.type];
  if (kind) return await app.files.read({ kind, url, charset, bytes }, account);
  throw invalidInput("url", notReadableText(page));
}

/** Why the target of an address cannot be read although it exists. */
export function notReadableText({ type }: Pick<FetchedPage, "type">): string {
  return /^(?:image|audio|video)\//.test(type)
    ? "This address leads to a picture or a recording, which contains no text. Paste what it says, or its transcript."
    : "This address leads to a file, not to a web page. Download it and add it as a file.";
}

/** Why an address that returns an error is not read, and what to do. */
export function errorStatusText(status: number): string {
  const said = `This address responded with the error ${status}.`;
  if (status === 404 || status === 410) {
    return `${said} There is no page: check it.`;
  }
  if (status === 401 || status === 403 || status === 407) {
    return `${said} Its server keeps programs out, or asks for a log-in: paste the text instead.`;
  }
  return status === 429 || status >= 500
    ? `${said} Its server cannot answer just then: try again later.`
    : `${said} Check it, or paste the text instead.`;
}

/** Whether `readingOf` can read this kind of page. */
export function isReadable({ type }: Pick<FetchedPage, "type">): boolean {
  return Object.hasOwn(PAGE_KINDS, type);
}

const REFUSED = new Set<ErrorCode>(["invalid_input", "unsupported_media_type"]);

/** Turns an error about an address into an issue of the field `url`; rethrows any other error. */
export function asIssue(error: unknown): never {
  if (isAppError(error) && REFUSED.has(error.code) && !error.issues) {
    throw invalidInput("url", error.message);
  }
  throw error;
}

/** The kinds of pages, and of texts that pages link to, by media type. */
const PAGE_KINDS: Record<string, Kind> = {
  "text/html": "html",
  "application/xhtml+xml": "html",
  "text/plain": "text",
  "text/markdown": "markdown",
  "text/vtt": "subtitles",
  "application/srt": "subtitles",
  "application/x-subrip": "subtitles",
  "application/pdf": "pdf",
  "application/rtf": "rtf",
  "text/rtf": "rtf",
  "application/epub+zip": "epub",
  "application/vnd.oasis.opendocument.text": "odf",
  "application/vnd.oasis.opendocument.presentation": "odf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document":
    "docx",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation":
    "pptx",
};

/** The response of a public address, with its type and declared encoding. */
export type FetchedPage = {
  /** After all redirects. */
  url: string;
  type: string;
  charset?: string;
  bytes: Uint8Array<ArrayBuffer>;
};

/** Like `askForPage`. Throws `invalid_input` for an error status. */
async function fetchPage(app: Context, url: string): Promise<FetchedPage> {
  const { status, page } = await askForPage(app, url);
  if (page) return page;
  throw invalidInput("url", errorStatusText(status));
}

/** Pages that show a video and hardly any text. */
const VIDEO =
  /^https?:\/\/(?:(?:www\.|m\.)?youtube\.com\/(?:watch|shorts|live)\b|youtu\.be\/|(?:www\.)?vimeo\.com\/\d)/i;
const TRANSCRIPT =
  "The text of a video is its transcript. Show it beside the video, copy it, and paste it as text; or add its subtitles (.srt, .vtt) as a file.";

/** Requests a public address: returns its status, and the page if that is 200. Throws as `guardedFetch`. */
export async function askForPage(
  app: Context,
  url: string,
  { signal, headers, lookups }: {
    signal?: AbortSignal;
    headers?: Record<string, string>;
    /** The private servers that may be requested, if not the operator's list. */
    lookups?: Lookups;
  } = {},
): Promise<
  { status: number; headers: Record<string, string>; page: FetchedPage | null }
> {
  if (VIDEO.test(url)) throw invalidInput("url", TRANSCRIPT);
  const answer = await guardedFetch(url, {
    signal,
    timeout_ms: PAGE_TIMEOUT_MS,
    max_bytes: MAX_PAGE_BYTES,
    ...lookups ?? { local_hosts: app.config.local_hosts },
    headers: {
      accept: "text/html,*/*;q=0.5",
      "user-agent": "Twincast",
      ...headers,
    },
  });
  const { status } = answer;
  if (status !== 200) {
    await answer.body.cancel();
    return { status, headers: answer.headers, page: null };
  }
  const type = answer.headers["content-type"] ?? "text/html";
  const page = {
    url: answer.url,
    type: type.split(";")[0].trim().toLowerCase(),
    charset: /;\s*charset=\s*"?([\w:.-]{1,40})/i.exec(type)?.[1],
    bytes: await readWhole(answer),
  };
  return { status, headers: answer.headers, page };
}
