import { AppError } from "../errors.ts";
import type { FeedEntry } from "../imports/feed.ts";
import type { Survey } from "../imports/survey.ts";
import type { JobProblem } from "../schemas/job.ts";
import type { Source } from "../schemas/source.ts";
import { isRefusal, type SiteReader } from "./site_reader.ts";

/** The pages of a source, as far as they are listed somewhere. */
export type FoundPages = {
  pages: { url: string; entry?: FeedEntry }[];
  /** Whether their links lead to the others. */
  follows: boolean;
  problems: JobProblem[];
};

type Options = { most: number };

/** Usual paths of sitemaps, for sites that name none. */
const COMMON = [
  "/sitemap.xml",
  "/sitemap_index.xml",
  "/wp-sitemap.xml",
  "/sitemap.xml.gz",
  "/sitemap.txt",
];
/** The most sitemaps read per site. */
const MAX_SITEMAPS = 100;

/** Finds a source's pages. Throws `invalid_input` if the source is not of its stated kind. */
export async function findPages(
  reader: SiteReader,
  { kind, url }: Pick<Source, "kind" | "url">,
  options: Options,
): Promise<FoundPages> {
  if (kind === "page") {
    return { pages: [{ url }], follows: false, problems: [] };
  }
  if (!await reader.mayRead(url)) {
    throw new AppError(
      "invalid_input",
      "This site's robots.txt asks programs not to read this address.",
    );
  }
  const first = await reader.look(url);
  return kind === "feed"
    ? await pagesOfFeed(reader, first)
    : await pagesOfSite(reader, first, options);
}

/** The entries of a feed, or of the first feed that a page links to. */
async function pagesOfFeed(
  reader: SiteReader,
  first: Survey & { url: string },
): Promise<FoundPages> {
  const [named] = first.is === "page" ? first.feeds : [];
  const feed = named ? await reader.look(named) : first;
  if (feed.is === "feed") {
    const pages = entriesOf(feed.entries, feed.url);
    const problems = pages.length > 0
      ? []
      : [{ what: feed.url, detail: EMPTY }];
    return { pages, follows: false, problems };
  }
  throw new AppError(
    "invalid_input",
    "There is no feed at this address, and the page links to none. Enter the address of an RSS or Atom feed.",
  );
}

const EMPTY =
  "This feed lists no entry that can be read: it is empty, or cut off. Check it.";

/**
 * The readable entries: from their page, their transcript or the feed itself. One without a page, as for many podcast
 * episodes, gets an address within the feed.
 */
function entriesOf(entries: FeedEntry[], feed: string): FoundPages["pages"] {
  return entries.flatMap((entry) => {
    const url = entry.url ?? entry.transcripts[0]?.url;
    if (url) return [{ url, entry }];
    if (!entry.id || !entry.html.trim()) return [];
    const place = new URL(feed);
    place.hash = entry.id.slice(0, LONGEST_ID);
    return [{ url: place.href, entry }];
  });
}

/** The most of an entry's id used in an address, in UTF-16 units. */
const LONGEST_ID = 200;

async function pagesOfSite(
  reader: SiteReader,
  first: Survey & { url: string },
  { most }: Options,
): Promise<FoundPages> {
  const { url } = first;
  const isOfSite = (address: string) => isSameSite(address, url);
  const named = new SitemapReader(reader, isOfSite, most);
  if (first.is === "sitemap") {
    named.take(first);
    await named.read(first.sitemaps, { isGuessed: false });
    if (named.pages.size > 0) return named.result();
    throw new AppError(
      "invalid_input",
      first.pages.length > 0
        ? "This sitemap lists only pages of other sites."
        : "This sitemap lists no page that can be read.",
    );
  }
  const page = first.is === "page" ? first : { feeds: [], sitemaps: [] };
  const { sitemaps } = await reader.robots(url);
  await named.read([...sitemaps, ...page.sitemaps], { isGuessed: false });
  for (const path of COMMON) {
    if (named.pages.size > 0) break;
    await named.read([new URL(path, url).href], { isGuessed: true });
  }
  if (named.pages.size > 0) return named.result(url);
  const entries = first.is === "feed"
    ? first.entries
    : await feedsOf(reader, page.feeds);
  for (const { url } of entries) {
    if (url && isOfSite(url)) named.pages.add(url);
  }
  return { ...named.result(url), follows: true };
}

/** The entries of a page's feeds; an unreadable feed is ignored if links are followed. */
async function feedsOf(
  reader: SiteReader,
  feeds: string[],
): Promise<FeedEntry[]> {
  const entries: FeedEntry[] = [];
  for (const url of feeds.slice(0, 3)) {
    const feed = await reader.look(url).catch(ifRefused);
    if (feed?.is === "feed") entries.push(...feed.entries);
  }
  return entries;
}

function ifRefused(error: unknown): null {
  if (isRefusal(error)) return null;
  throw error;
}

/** Collects the pages in sitemaps, and in the sitemaps they list in turn. */
class SitemapReader {
  readonly pages = new Set<string>();
  #problems: JobProblem[] = [];
  #seen = new Set<string>();

  constructor(
    private reader: SiteReader,
    private isOfSite: (url: string) => boolean,
    private most: number,
  ) {}

  /** An unreadable one does not hold up the others; it is reported if someone entered it. */
  async read(
    sitemaps: string[],
    { isGuessed }: { isGuessed: boolean },
  ): Promise<void> {
    const waiting = [...sitemaps];
    for (;;) {
      const url = waiting.shift();
      if (!url || this.pages.size >= this.most) return;
      if (this.#seen.has(url) || this.#seen.size >= MAX_SITEMAPS) continue;
      this.#seen.add(url);
      const survey = await this.reader.look(url).catch((error) => {
        if (!isRefusal(error)) throw error;
        if (!isGuessed) {
          this.#problems.push({ what: url, detail: error.message });
        }
        return null;
      });
      if (survey?.is !== "sitemap") continue;
      this.take(survey);
      waiting.push(...survey.sitemaps);
    }
  }

  take({ pages }: { pages: string[] }): void {
    for (const page of pages) if (this.isOfSite(page)) this.pages.add(page);
  }

  result(...first: string[]): FoundPages {
    const urls = new Set([...first, ...this.pages]);
    const pages = [...urls].map((url) => ({ url }));
    return { pages, follows: false, problems: this.#problems };
  }
}

/** Whether an address is on the same site as another: the same host, with or without `www.`. */
export function isSameSite(url: string, other: string): boolean {
  const host = (address: string) => new URL(address).host.replace(/^www\./, "");
  return host(url) === host(other);
}
