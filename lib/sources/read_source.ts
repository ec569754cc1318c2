import type { Editor } from "../actor.ts";
import type { Context } from "../context.ts";
import { HOUR, iso, MINUTE } from "../clock.ts";
import type { WithPassages } from "../content/content.ts";
import { AppError, type ErrorCode, isAppError } from "../errors.ts";
import type { WithFileReader } from "../imports/file_reader.ts";
import type { Lease, Progress } from "../jobs/lease.ts";
import type { JobKind } from "../jobs/runner.ts";
import type { JobProblem } from "../schemas/job.ts";
import type { Source, SourcePage } from "../schemas/source.ts";
import { commit } from "../store/commit.ts";
import { keys } from "../store/keys.ts";
import { findPages, isSameSite } from "./find_pages.ts";
import { type PageReading, readSourcePage } from "./read_page.ts";
import { SiteReader } from "./site_reader.ts";
import { loadPages, pageKey } from "./source_pages.ts";
import { editorOf } from "./sources.ts";
import { takeReading } from "./take_reading.ts";

type Deps = Context & WithFileReader & WithPassages;

/** How many links are followed from where a reading began. */
const MAX_DEPTH = 3;
/** Pages that are noted by one commit; those of a feed carry its texts. */
const BATCH = 200;
const FEED_BATCH = 8;

/** Errors that another try may not meet. */
const PASSING = new Set<ErrorCode>(["unavailable", "rate_limited", "conflict"]);

/** What a run has come to, beside its problems. */
type Counts = {
  added: number;
  duplicates: number;
  nothing_new: number;
  failed: number;
};

/** Where a run goes on after an interruption. */
type Memo = Counts & {
  /** Pages that this job is to read, or has read. */
  pages: number;
  /** Whether all pages that are named somewhere are noted, and links lead to more. */
  found: { follows: boolean } | null;
};

/** Reads a source to its end; what an earlier run of the same job has read is not asked for again. */
export function readingOfSources(app: Deps): JobKind {
  return {
    async run(lease) {
      const { source_id } = lease.job.input as { source_id: string };
      const key = keys.source(lease.job.subject, source_id);
      const { value } = await app.kv.get<Source>(key);
      if (value) await new Run(app, lease, value).run();
    },
    retry_ms: [MINUTE, 10 * MINUTE, HOUR],
    isFinal: (error) => isAppError(error) && !PASSING.has(error.code),
    at_once: 4,
    each: 2,
  };
}

class Run {
  #reader: SiteReader;
  #editor: Editor;
  #memo: Memo;
  #problems: JobProblem[];
  #pages = new Map<string, SourcePage>();
  /** Those that this job is to read, in their order. */
  #waiting: SourcePage[] = [];

  constructor(
    private app: Deps,
    private lease: Lease,
    private source: Source,
  ) {
    const { tenant_id } = source;
    this.#reader = new SiteReader(app, tenant_id, lease.signal);
    this.#editor = editorOf(source);
    this.#problems = lease.progress?.problems ?? [];
    this.#memo = lease.progress?.memo as Memo | undefined ?? {
      ...{ added: 0, duplicates: 0, nothing_new: 0, failed: 0, pages: 0 },
      found: null,
    };
  }

  async run(): Promise<void> {
    this.#pages = await loadPages(this.app.kv, this.source.id);
    if (!this.#memo.found) await this.#find();
    this.#waiting = [...this.#pages.values()].filter(({ job_id }) =>
      job_id === this.lease.job.id
    );
    for (let at = 0; at < this.#waiting.length; at++) {
      this.lease.signal.throwIfAborted();
      await this.#read(this.#waiting[at]);
    }
    const { added, duplicates, nothing_new, failed } = this.#memo;
    if (failed > 0 && added + duplicates + nothing_new === 0) {
      const [{ what, detail }] = this.#problems;
      throw new AppError(
        "invalid_input",
        `None of its pages could be read. ${what}: ${detail}`,
      );
    }
    await this.#end();
  }

  /** Notes all pages that are named somewhere, and those that could not be read the last time. */
  async #find(): Promise<void> {
    const most = this.app.config.max_site_pages;
    const found = await findPages(this.#reader, this.source, { most });
    this.#problems = [...found.problems];
    const fresh = found.pages.filter(({ url }) => {
      const known = this.#pages.get(url);
      return !known || known.items.length === 0;
    });
    if (fresh.length > most) this.#tellOfMost(most);
    const notes = fresh.slice(0, most).map(({ url, entry }) =>
      this.#newPage(
        url,
        0,
        entry && {
          title: entry.title,
          entry: {
            id: entry.id.slice(0, 500),
            html: entry.html.slice(0, 20_000),
            transcripts: entry.transcripts.slice(0, 5),
          },
        },
      )
    );
    const size = this.source.kind === "feed" ? FEED_BATCH : BATCH;
    for (let at = 0; at < notes.length; at += size) {
      const op = this.app.kv.atomic();
      this.lease.guard(op);
      for (const page of notes.slice(at, at + size)) this.#set(op, page);
      await commit(op);
    }
    this.#memo.pages = notes.length;
    this.#memo.found = { follows: found.follows };
    await this.lease.step(this.#progress());
  }

  #newPage(
    url: string,
    depth: number,
    more: Partial<SourcePage> = {},
  ): SourcePage {
    const page: SourcePage = {
      ...{ url, depth, title: "", items: [] },
      n: this.#pages.get(url)?.n ?? this.#pages.size,
      job_id: this.lease.job.id,
      ...more,
    };
    this.#pages.set(url, page);
    return page;
  }

  async #read(page: SourcePage): Promise<void> {
    const read = await this.#ask(page);
    if (!read) return await this.#finish(page);
    const { source, app } = this;
    const { reading, url } = read;
    const links = await this.#newLinks(page, read.links);
    if (read.refusal) {
      this.#fail(page, read.refusal);
      return await this.#finish(page, links);
    }
    const taken = await takeReading(app, this.#editor, {
      ...{ source, page, reading, source_url: url },
      otherwise: page.title || new URL(url).hostname,
      note: (op, next, added) => {
        const memo = { ...this.#memo, added: this.#memo.added + added };
        this.lease.guard(op, this.#progress(memo));
        this.#set(op, next);
      },
    });
    this.#memo.added += taken.added;
    this.#memo.duplicates += taken.duplicates;
    if (taken.added + taken.duplicates === 0) this.#memo.nothing_new++;
    const { title } = reading.items[0];
    await this.#finish({ ...taken.page, title: title ?? page.title }, links);
  }

  async #ask(page: SourcePage): Promise<PageReading | null> {
    try {
      const { tenant_id, kind } = this.source;
      const follows = this.#memo.found?.follows && page.depth < MAX_DEPTH;
      const read = await readSourcePage(this.app, this.#reader, page, {
        ...{ account: tenant_id, follows },
      });
      if (!read) return null;
      if (kind === "site" && !isSameSite(read.url, page.url)) {
        throw new AppError(
          "invalid_input",
          "This address leads to another site.",
        );
      }
      const isKnown = read.url !== page.url && this.#pages.has(read.url);
      return isKnown && kind === "site" ? null : read;
    } catch (error) {
      return this.#fail(page, error);
    }
  }

  /** Notes why a page was not read. Rethrows what ends the whole run. */
  #fail(page: SourcePage, error: unknown): null {
    if (!isAppError(error) || this.source.kind === "page") throw error;
    this.#memo.failed++;
    this.#problems.push({ what: page.url, detail: error.message });
    return null;
  }

  /** The pages that links lead to for the first time, as far as this site lets them be read. */
  async #newLinks(from: SourcePage, links: string[]): Promise<SourcePage[]> {
    const most = this.app.config.max_site_pages;
    const pages: SourcePage[] = [];
    for (const url of links) {
      if (this.#pages.has(url) || !isSameSite(url, from.url)) continue;
      if (isMedia(url) || !await this.#reader.mayRead(url)) continue;
      if (this.#pages.size >= most) {
        this.#tellOfMost(most);
        break;
      }
      pages.push(this.#newPage(url, from.depth + 1));
    }
    this.#waiting.push(...pages);
    this.#memo.pages += pages.length;
    return pages;
  }

  #tellOfMost(most: number): void {
    const detail =
      `Only its first ${most} pages are read. Whoever runs the server can allow more.`;
    if (this.#problems.some((known) => known.detail === detail)) return;
    this.#problems.push({ what: this.source.url, detail });
  }

  async #finish(page: SourcePage, found: SourcePage[] = []): Promise<void> {
    const done = { ...page, job_id: null };
    this.#pages.set(page.url, done);
    await this.lease.step(this.#progress(), (op) => {
      this.#set(op, done);
      for (const next of found.slice(0, BATCH)) this.#set(op, next);
    });
    for (let at = BATCH; at < found.length; at += BATCH) {
      await this.lease.step(this.#progress(), (op) => {
        for (const next of found.slice(at, at + BATCH)) this.#set(op, next);
      });
    }
  }

  async #end(): Promise<void> {
    await this.lease.step(this.#progress(), async (op) => {
      const { twin_id, id } = this.source;
      const entry = await this.app.kv.get<Source>(keys.source(twin_id, id));
      if (!entry.value) return;
      const last_read_at = iso(this.app.clock.now());
      op.check(entry).set(entry.key, { ...entry.value, last_read_at });
    });
  }

  #set(op: Deno.AtomicOperation, page: SourcePage): void {
    op.set(pageKey(this.source.id, page.url), page);
  }

  #progress(memo = this.#memo): Progress {
    const { job } = this.lease;
    const own = [...this.#pages.values()];
    const left = own.filter(({ job_id }) => job_id === job.id).length;
    return {
      done: memo.found ? memo.pages - left : 0,
      total: memo.found ? memo.pages : null,
      note: noteOf(memo),
      problems: this.#problems,
      memo,
    };
  }
}

function noteOf({ added, duplicates, found }: Memo): string {
  if (!found) return "Looking for its pages";
  const items = `${added} ${added === 1 ? "item" : "items"} added`;
  return duplicates > 0 ? `${items}, ${duplicates} were there already` : items;
}

/** Whether an address is of a picture, a film, a program and the like, by its ending. */
function isMedia(url: string): boolean {
  return /\.(avif|bmp|css|csv|dmg|docx?|eot|exe|gif|gz|ico|jpe?g|js|json|m4a|mov|mp[34]|ogg|otf|png|pptx?|rar|svg|tar|tiff?|ttf|wav|webm|webp|woff2?|xlsx?|xml|zip|7z)$/i
    .test(new URL(url).pathname);
}
