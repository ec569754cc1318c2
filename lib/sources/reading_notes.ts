import type { Context } from "../context.ts";
import { iso } from "../clock.ts";
import type { Lease, Progress } from "../jobs/lease.ts";
import type { JobProblem } from "../schemas/job.ts";
import type { Source, SourcePage } from "../schemas/source.ts";
import { commit } from "../store/commit.ts";
import { keys } from "../store/keys.ts";
import type { NothingRead } from "./read_page.ts";
import { EMPTY_MEMO, type Memo, noteOf } from "./run_memo.ts";
import { loadPages, pageKey } from "./source_pages.ts";

/** Pages stored per commit; those of a feed include its texts. */
const BATCH = 200;
const FEED_BATCH = 8;

/**
 * The records of a reading job's run: the source's pages, the result for each, and the problems. Every commit is
 * guarded by the job's lease, so that a run that lost it changes nothing more.
 */
export class ReadingNotes {
  memo: Memo;
  problems: JobProblem[];
  #pages = new Map<string, SourcePage>();

  constructor(
    private app: Context,
    private lease: Lease,
    private source: Source,
  ) {
    this.problems = lease.progress?.problems ?? [];
    this.memo = lease.progress?.memo as Memo | undefined ?? { ...EMPTY_MEMO };
  }

  get pages(): ReadonlyMap<string, SourcePage> {
    return this.#pages;
  }

  async load(): Promise<void> {
    this.#pages = await loadPages(this.app.kv, this.source.id);
  }

  /** The pages that this job still has to read, in order. */
  waiting(): SourcePage[] {
    const { id } = this.lease.job;
    return [...this.#pages.values()].filter(({ job_id }) => job_id === id);
  }

  /**
   * Adds a page for this job to read, or schedules a known one again. In memory: `storeFound` or `finish` stores it.
   */
  add(
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

  /** Stores the pages found. Not atomic: a run that is interrupted in between searches again. */
  async storeFound(pages: SourcePage[], follows: boolean): Promise<void> {
    const size = this.source.kind === "feed" ? FEED_BATCH : BATCH;
    for (let at = 0; at < pages.length; at += size) {
      const op = this.app.kv.atomic();
      this.lease.guard(op);
      for (const page of pages.slice(at, at + size)) this.set(op, page);
      await commit(op);
    }
    this.memo.pages = pages.length;
    this.memo.found = { follows };
    await this.lease.step(this.progress());
  }

  /** A page marked as just read. */
  asRead(page: SourcePage): SourcePage {
    return { ...page, missing: 0, read_at: iso(this.app.clock.now()) };
  }

  /** Records a page as unchanged or missing. What was read from it stays. */
  noteSkipped(page: SourcePage, is: NothingRead["is"]): SourcePage {
    this.memo.nothing_new++;
    if (is === "unchanged") return this.asRead(page);
    const missing = (page.missing ?? 0) + 1;
    const detail = missing > 1
      ? "This page is gone. What was read from it is still in your content. Check whether it is still true."
      : "This page was not found. It is tried again the next time.";
    this.problems.push({ what: page.url, detail });
    return { ...page, missing };
  }

  noteFailed(page: SourcePage, { message }: Error): void {
    this.memo.failed++;
    this.problems.push({ what: page.url, detail: message });
  }

  /** Reports once that the source has more pages than are read. */
  noteLimit(most: number): void {
    const detail =
      `Only its first ${most} pages are read. Whoever runs the server can allow more.`;
    if (this.problems.some((known) => known.detail === detail)) return;
    this.problems.push({ what: this.source.url, detail });
  }

  /** Stores a page as read, with the pages it links to. */
  async finish(page: SourcePage, found: SourcePage[] = []): Promise<void> {
    const done = { ...page, job_id: null };
    this.#pages.set(page.url, done);
    await this.lease.step(this.progress(), (op) => {
      this.set(op, done);
      for (const next of found.slice(0, BATCH)) this.set(op, next);
    });
    for (let at = BATCH; at < found.length; at += BATCH) {
      await this.lease.step(this.progress(), (op) => {
        for (const next of found.slice(at, at + BATCH)) this.set(op, next);
      });
    }
  }

  /** Stores when the source was read, unless it was deleted meanwhile. */
  async end(): Promise<void> {
    await this.lease.step(this.progress(), async (op) => {
      const { twin_id, id } = this.source;
      const entry = await this.app.kv.get<Source>(keys.source(twin_id, id));
      if (!entry.value) return;
      const last_read_at = iso(this.app.clock.now());
      op.check(entry).set(entry.key, { ...entry.value, last_read_at });
    });
  }

  set(op: Deno.AtomicOperation, page: SourcePage): void {
    op.set(pageKey(this.source.id, page.url), page);
  }

  progress(memo = this.memo): Progress {
    const left = this.waiting().length;
    return {
      done: memo.found ? memo.pages - left : 0,
      total: memo.found ? memo.pages : null,
      note: noteOf(memo),
      problems: this.problems,
      memo,
    };
  }
}
