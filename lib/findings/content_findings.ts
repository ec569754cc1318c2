import type { Context } from "../context.ts";
import { currentIndex, type WithIndexes } from "../content/indexes.ts";
import { readerFor } from "../content/reader.ts";
import { keepFound, type LastFound, lastFound } from "./last_found.ts";
import { analyseContent, type ContentAnalysis } from "./content_analysis.ts";

/** Twins whose findings are cached. */
const MAX_CACHED = 20;

/** How long a page waits for the analysis, in milliseconds, if it can show earlier findings. */
const PATIENCE_MS = 300;

type Known = { version: string; found: Promise<ContentAnalysis> };

/** The findings, and since when they are outdated; null if they are current. */
type Latest = { found: ContentAnalysis; as_of_ms: number | null };

/**
 * Caches the findings in the content of recently requested twins. Each version of a twin's content is analysed once,
 * and one twin at a time.
 */
export class ContentFindings {
  readonly #known = new Map<string, Known>();
  /** The last findings for each twin, and their time. */
  readonly #ended = new Map<string, LastFound>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly patience_ms = PATIENCE_MS) {}

  /** The findings for the current version. Throws when the store does. */
  async get(
    app: Context & WithIndexes,
    twin_id: string,
  ): Promise<ContentAnalysis> {
    const reader = readerFor(app.kv, twin_id, { owner: true });
    const { index, version } = await currentIndex(app, twin_id, reader);
    const known = this.#known.get(twin_id);
    this.#known.delete(twin_id);
    const next = known?.version === version
      ? known
      : { version, found: this.#inTurn(() => analyseContent(index)) };
    this.#known.set(twin_id, next);
    for (const id of this.#known.keys()) {
      if (this.#known.size <= MAX_CACHED) break;
      this.#known.delete(id);
      this.#ended.delete(id);
    }
    next.found.catch(() => this.#known.delete(twin_id));
    const found = await next.found;
    if (next !== known) {
      const at_ms = app.clock.now();
      this.#ended.set(twin_id, { version, found, at_ms });
      await keepFound(app, twin_id, { version, found, at_ms });
    }
    return found;
  }

  /**
   * Like `get`; but if that takes long, returns earlier findings and analyses the current version in the background.
   */
  async latest(
    app: Context & WithIndexes,
    twin_id: string,
  ): Promise<Latest> {
    const before = this.#ended.get(twin_id) ?? await lastFound(app, twin_id);
    const present = this.get(app, twin_id);
    if (!before) return { found: await present, as_of_ms: null };
    const over = Promise.withResolvers<null>();
    const timer = setTimeout(() => over.resolve(null), this.patience_ms);
    const found = await Promise.race([present, over.promise])
      .finally(() => clearTimeout(timer));
    // A failure behind a page already shown fails again for the next one.
    present.catch(() => {});
    return found
      ? { found, as_of_ms: null }
      : { found: before.found, as_of_ms: before.at_ms };
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => {});
    return turn;
  }
}

export type WithContentFindings = { content_findings: ContentFindings };
