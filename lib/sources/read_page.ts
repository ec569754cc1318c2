import type { Context } from "../context.ts";
import {
  errorStatusText,
  type FetchedPage,
  isReadable,
  notReadableText,
  readingOf,
} from "../content/page_import.ts";
import { AppError, isAppError } from "../errors.ts";
import type { WithFileReader } from "../imports/file_reader.ts";
import type { Reading } from "../imports/kinds.ts";
import type { SourcePage } from "../schemas/source.ts";
import { isRefusal, type SiteReader } from "./site_reader.ts";

/** The contents of a source's page. */
export type PageReading = {
  reading: Reading;
  /** After all redirects. */
  url: string;
  /** Its links; none unless requested. */
  links: string[];
  /** Why nothing could be read from a page that has links. */
  refusal?: AppError;
  /** Its validators for the next time. */
  seen?: SourcePage["seen"];
};

/** A page that is unchanged or missing. */
export type NothingRead = { is: "unchanged" | "missing"; links: string[] };

const NOTHING: Reading = { items: [], left_out: [] };

type Options = {
  account: string;
  follows?: boolean;
  /** The page as last read. */
  known?: SourcePage;
};

/**
 * Reads a page: a podcast episode's transcript, or the feed's own text if an entry's page cannot be read. Null if a
 * link leads to something other than text. Throws an `AppError` for an unreadable page.
 */
export async function readSourcePage(
  app: Context & WithFileReader,
  reader: SiteReader,
  known: SourcePage,
  options: Options,
): Promise<PageReading | NothingRead | null> {
  const { url, depth, entry } = known;
  for (const transcript of entry?.transcripts ?? []) {
    const read = await readOne(app, reader, transcript.url, options)
      .catch(ifRefused);
    if (read && !("is" in read)) return { ...read, url };
  }
  // An address within the feed, not of a page.
  if (entry && new URL(url).hash) return await readEntry(app, known, options);
  try {
    const read = await readOne(app, reader, url, { ...options, known });
    if (read || depth > 0) return read;
    throw new AppError("invalid_input", notReadableText({ type: "" }));
  } catch (error) {
    if (!entry?.html.trim() || !isRefusal(error)) throw error;
    return await readEntry(app, known, options);
  }
}

/** The feed's own text of an entry. */
async function readEntry(
  app: WithFileReader,
  { url, entry }: SourcePage,
  { account }: Options,
): Promise<PageReading> {
  const bytes = new TextEncoder().encode(entry?.html);
  const reading = await app.files.read({ kind: "html", bytes }, account);
  return { reading, url, links: [] };
}

async function readOne(
  app: Context & WithFileReader,
  reader: SiteReader,
  url: string,
  { account, follows, known }: Options,
): Promise<PageReading | NothingRead | null> {
  if (!await reader.mayRead(url)) {
    throw new AppError(
      "invalid_input",
      "This site's robots.txt asks programs not to read this address.",
    );
  }
  const before = known?.items.length ? known.seen : undefined;
  const answer = await reader.ask(url, conditions(before));
  const { status, page } = answer;
  if (before && status === 304) return { is: "unchanged", links: [] };
  if (known?.items.length && (status === 404 || status === 410)) {
    return { is: "missing", links: [] };
  }
  if (!page) throw new AppError("invalid_input", errorStatusText(status));
  if (!isReadable(page)) return null;
  const links = follows ? await linksOf(reader, page) : [];
  const seen = await seenOf(answer.headers, page);
  if (before?.digest === seen.digest) return { is: "unchanged", links };
  const read = { reading: NOTHING, url: page.url, links, seen };
  try {
    return { ...read, reading: await readingOf(app, page, account) };
  } catch (error) {
    if (!isAppError(error) || links.length === 0) throw error;
    return { ...read, refusal: error };
  }
}

async function linksOf(
  reader: SiteReader,
  page: FetchedPage,
): Promise<string[]> {
  const survey = await reader.survey(page);
  return survey.is === "page" ? survey.links : [];
}

function ifRefused(error: unknown): null {
  if (isRefusal(error)) return null;
  throw error;
}

/** Headers that request a page only if it has changed. */
function conditions(seen: SourcePage["seen"]): Record<string, string> {
  return {
    ...seen?.etag ? { "if-none-match": seen.etag } : {},
    ...seen?.last_modified ? { "if-modified-since": seen.last_modified } : {},
  };
}

/** The longest validator kept, in UTF-16 units. */
const LONGEST_MARK = 200;

async function seenOf(
  { etag, "last-modified": last_modified }: Record<string, string>,
  { bytes }: FetchedPage,
): Promise<NonNullable<SourcePage["seen"]>> {
  const hash = await crypto.subtle.digest("SHA-256", bytes);
  return {
    digest: new Uint8Array(hash).toBase64(),
    ...etag && etag.length <= LONGEST_MARK ? { etag } : {},
    ...last_modified && last_modified.length <= LONGEST_MARK
      ? { last_modified }
      : {},
  };
}
