import { type Editor, outliving } from "../actor.ts";
import type { Context } from "../context.ts";
import { HOUR, MINUTE } from "../clock.ts";
import type { WithPassages } from "../content/content.ts";
import { AppError, type ErrorCode, isAppError } from "../errors.ts";
import type { WithFileReader } from "../imports/file_reader.ts";
import type { Lease } from "../jobs/lease.ts";
import type { JobKind } from "../jobs/kind.ts";
import type { Source, SourcePage } from "../schemas/source.ts";
import { keys } from "../store/keys.ts";
import { findPages, isSameSite } from "./find_pages.ts";
import {
  type NothingRead,
  type PageReading,
  readSourcePage,
} from "./read_page.ts";
import { ReadingNotes } from "./reading_notes.ts";
import { addCounts } from "./run_memo.ts";
import { SiteReader } from "./site_reader.ts";
import { entryAsKept, isMedia, pagesToRead } from "./source_pages.ts";
import { takeReading } from "./take_reading.ts";

type Deps = Context & WithFileReader & WithPassages;

/** How many links deep a reading goes. */
const MAX_DEPTH = 3;
/** Errors that a retry may avoid. */
const PASSING = new Set<ErrorCode>(["unavailable", "rate_limited", "conflict"]);

/**
 * The job kind that reads a source completely; pages read by an earlier run of the same job are not requested again.
 */
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
  #notes: ReadingNotes;
  /** The pages this job has to read, in order; followed links are appended. */
  #waiting: SourcePage[] = [];

  constructor(
    private app: Deps,
    private lease: Lease,
    private source: Source,
  ) {
    this.#reader = new SiteReader(app, source.tenant_id, lease.signal);
    this.#editor = outliving(source.by, source.tenant_id);
    this.#notes = new ReadingNotes(app, lease, source);
  }

  async run(): Promise<void> {
    await this.#notes.load();
    if (!this.#notes.memo.found) await this.#find();
    this.#waiting = this.#notes.waiting();
    for (let at = 0; at < this.#waiting.length; at++) {
      this.lease.signal.throwIfAborted();
      await this.#read(this.#waiting[at]);
    }
    this.#requireSomeRead();
    await this.#notes.end();
  }

  /** If no page could be read, the whole run failed, for the reason of the first. */
  #requireSomeRead(): void {
    const { memo, problems: [first] } = this.#notes;
    const { added, changed, duplicates, nothing_new } = memo;
    const read = added + changed + duplicates + nothing_new;
    if (memo.failed === 0 || read > 0) return;
    throw new AppError(
      "invalid_input",
      `None of its pages could be read. ${first.what}: ${first.detail}`,
    );
  }

  /** Adds all pages listed somewhere, and those that could not be read last time. */
  async #find(): Promise<void> {
    const notes = this.#notes;
    const most = this.app.config.max_site_pages;
    const found = await findPages(this.#reader, this.source, { most });
    notes.problems = [...found.problems];
    const fresh = pagesToRead(this.source, notes.pages, found.pages);
    if (fresh.length > most) notes.noteLimit(most);
    const pages = fresh.slice(0, most).map(({ url, entry }) =>
      notes.add(
        url,
        0,
        entry && { title: entry.title, entry: entryAsKept(entry) },
      )
    );
    await notes.storeFound(pages, found.follows);
  }

  async #read(page: SourcePage): Promise<void> {
    const notes = this.#notes;
    const read = await this.#fetch(page);
    if (!read) return await notes.finish(page);
    const links = await this.#newLinks(page, read.links);
    if ("is" in read) {
      return await notes.finish(notes.noteSkipped(page, read.is), links);
    }
    if (read.refusal) {
      this.#fail(page, read.refusal);
      return await notes.finish(page, links);
    }
    await notes.finish(await this.#take(page, read), links);
  }

  /** Adds a page's contents to the twin; returns the page's new state. */
  async #take(page: SourcePage, read: PageReading): Promise<SourcePage> {
    const notes = this.#notes;
    const { reading, url, seen } = read;
    const taken = await takeReading(this.app, this.#editor, {
      ...{ source: this.source, page, reading, source_url: url },
      otherwise: page.title || new URL(url).hostname,
      note: (op, { page, ...counts }) => {
        const memo = addCounts(notes.memo, counts);
        this.lease.guard(op, notes.progress(memo));
        notes.set(op, page);
      },
    });
    const { page: now, ...counts } = taken;
    notes.memo = addCounts(notes.memo, counts);
    const { added, changed, duplicates } = counts;
    if (added + changed + duplicates === 0) notes.memo.nothing_new++;
    const title = reading.items[0].title ?? page.title;
    return notes.asRead({ ...now, title, seen });
  }

  async #fetch(page: SourcePage): Promise<PageReading | NothingRead | null> {
    const { memo, pages } = this.#notes;
    try {
      const { tenant_id, kind } = this.source;
      const follows = memo.found?.follows && page.depth < MAX_DEPTH;
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
      const isKnown = read.url !== page.url && pages.has(read.url);
      return isKnown && kind === "site" ? null : read;
    } catch (error) {
      return this.#fail(page, error);
    }
  }

  /** Records why a page was not read. Rethrows what ends the whole run. */
  #fail(page: SourcePage, error: unknown): null {
    if (!isAppError(error) || this.source.kind === "page") throw error;
    // The whole site asks for a pause.
    if (error.code === "rate_limited") throw error;
    this.#notes.noteFailed(page, error);
    return null;
  }

  /** The pages newly discovered by links, as far as this site permits reading them. */
  async #newLinks(from: SourcePage, links: string[]): Promise<SourcePage[]> {
    const notes = this.#notes;
    const most = this.app.config.max_site_pages;
    const pages: SourcePage[] = [];
    for (const url of links) {
      if (notes.pages.has(url) || !isSameSite(url, from.url)) continue;
      if (isMedia(url) || !await this.#reader.mayRead(url)) continue;
      if (notes.pages.size >= most) {
        notes.noteLimit(most);
        break;
      }
      pages.push(notes.add(url, from.depth + 1));
    }
    this.#waiting.push(...pages);
    notes.memo.pages += pages.length;
    return pages;
  }
}
