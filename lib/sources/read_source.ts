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
import {
  type NothingRead,
  type PageReading,
  readSourcePage,
} from "./read_page.ts";
import { SiteReader } from "./site_reader.ts";
import { EMPTY_MEMO, type Memo, noteOf, withTaken } from "./run_memo.ts";
import {
  entryAsKept,
  isMedia,
  loadPages,
  pageKey,
  pagesToRead,
} from "./source_pages.ts";
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
    this.#memo = lease.progress?.memo as Memo | undefined ??
      { ...EMPTY_MEMO };
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
    const { failed, ...others } = this.#memo;
    const { added, changed, duplicates, nothing_new } = others;
    if (failed > 0 && added + changed + duplicates + nothing_new === 0) {
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
    const fresh = pagesToRead(this.source, this.#pages, found.pages);
    if (fresh.length > most) this.#tellOfMost(most);
    const notes = fresh.slice(0, most).map(({ url, entry }) =>
      this.#newPage(
        url,
        0,
        entry && {
          title: entry.title,
          entry: entryAsKept(entry),
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
      ...{ url, depth, title: "", items: [], n: this.#pages.size },
      ...this.#pages.get(url),
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
    const links = await this.#newLinks(page, read.links);
    if ("is" in read) {
      return await this.#finish(this.#noteNothing(page, read.is), links);
    }
    const { reading, url, seen } = read;
    if (read.refusal) {
      this.#fail(page, read.refusal);
      return await this.#finish(page, links);
    }
    const taken = await takeReading(app, this.#editor, {
      ...{ source, page, reading, source_url: url },
      otherwise: page.title || new URL(url).hostname,
      note: (op, { page, ...counts }) => {
        this.lease.guard(op, this.#progress(withTaken(this.#memo, counts)));
        this.#set(op, page);
      },
    });
    const { page: now, ...counts } = taken;
    const { added, changed, duplicates } = counts;
    this.#memo = withTaken(this.#memo, counts);
    if (added + changed + duplicates === 0) this.#memo.nothing_new++;
    const title = reading.items[0].title ?? page.title;
    await this.#finish({ ...now, title, seen, missing: 0 }, links);
  }

  /** A page that brings nothing: the same as before, or not there. What was read from it stays. */
  #noteNothing(page: SourcePage, is: NothingRead["is"]): SourcePage {
    this.#memo.nothing_new++;
    if (is === "unchanged") return { ...page, missing: 0 };
    const missing = (page.missing ?? 0) + 1;
    const detail = missing > 1
      ? "This page is gone. What was read from it is still there: look whether it is still right."
      : "This page was not there. It is looked for again the next time.";
    this.#problems.push({ what: page.url, detail });
    return { ...page, missing };
  }

  async #ask(page: SourcePage): Promise<PageReading | NothingRead | null> {
    try {
      const { tenant_id, kind } = this.source;
      const follows = this.#memo.found?.follows && page.depth < MAX_DEPTH;
      const read = await readSourcePage(this.app, this.#reader, page, {
        ...{ account: tenant_id, follows },
      });
      if (!read || "is" in read) return read;
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
    // The whole site wants to be left alone for a while.
    if (error.code === "rate_limited") throw error;
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
