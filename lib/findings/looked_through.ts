import type { Context } from "../context.ts";
import { currentIndex, type WithIndexes } from "../content/indexes.ts";
import { readerFor } from "../content/reader.ts";
import { type LookedThrough, lookThrough } from "./look_through.ts";

/** Twins of which it is remembered what was found. */
const MAX_REMEMBERED = 20;

type Known = { version: string; found: Promise<LookedThrough> };

/**
 * What was found in the content of twins that were asked for lately. Each version of a twin's content is looked
 * through once, and one twin's at a time.
 */
export class ContentFindings {
  readonly #known = new Map<string, Known>();
  #last: Promise<unknown> = Promise.resolve();

  /** As of the content's present version. Throws when the store does. */
  async get(
    app: Context & WithIndexes,
    twin_id: string,
  ): Promise<LookedThrough> {
    const reader = readerFor(app.kv, twin_id, { owner: true });
    const { index, version } = await currentIndex(app, twin_id, reader);
    const known = this.#known.get(twin_id);
    this.#known.delete(twin_id);
    const next = known?.version === version
      ? known
      : { version, found: this.#inTurn(() => lookThrough(index)) };
    this.#known.set(twin_id, next);
    for (const id of this.#known.keys()) {
      if (this.#known.size <= MAX_REMEMBERED) break;
      this.#known.delete(id);
    }
    next.found.catch(() => this.#known.delete(twin_id));
    return await next.found;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => {});
    return turn;
  }
}

export type WithContentFindings = { content_findings: ContentFindings };
