import type { Hit } from "../engine/passage.ts";
import { PassageIndex } from "../engine/passage_index.ts";
import type { EngineTables } from "../engine/tables.ts";
import type { PageStart } from "../schemas/citation.ts";
import type { PublicContent } from "../schemas/content.ts";

/** Passages per part of an item: the index adds one part in a few milliseconds, then others are served. */
const PART = 10;

/** The items of one twin in a passage index of this thread, which holds a long item in parts. */
export class IndexedItems {
  readonly index: PassageIndex;
  /** The number of parts per indexed item. */
  readonly #parts = new Map<string, number>();
  readonly #stamps = new Map<string, string>();
  readonly is_gone = false;

  constructor(private tables: EngineTables) {
    this.index = new PassageIndex(tables);
  }

  /** The number of passages. */
  get size(): number {
    return this.index.size;
  }

  /** The ids of the indexed items. */
  ids(): Iterable<string> {
    return this.#parts.keys();
  }

  /** Whether the index holds an item in its current state. */
  holds(content_id: string, item: PublicContent): boolean {
    return this.#stamps.get(content_id) === stampOf(item);
  }

  /**
   * Adds an item, or replaces it part by part, so that questions in between find the old or the new text of each;
   * awaits `breathe` after each part.
   */
  async add(
    content_id: string,
    item: PublicContent & { passages: readonly string[] },
    breathe: () => Promise<void>,
  ): Promise<void> {
    const { title, source_url, kind, questions, passages, pages } = item;
    // A pair is found as a whole.
    const size = kind === "pair" ? passages.length : PART;
    const before = this.#parts.get(content_id) ?? 0;
    let part = 0;
    this.#stamps.delete(content_id);
    for (let at = 0; at < passages.length; at += size) {
      this.#parts.set(content_id, Math.max(before, part + 1));
      const source = {
        content_id: partId(content_id, part++),
        ...{ title, source_url, kind },
        // They were generated from its beginning.
        ...at === 0 ? { questions } : {},
        passages: passages.slice(at, at + size),
        ...pages ? { pages: pagesFrom(pages, at, size) } : {},
      };
      const language = this.index.languageOf(source);
      await this.tables.lexica.prepare(language, breathe);
      this.index.set(source);
      await breathe();
    }
    await this.#removeParts(content_id, part, breathe);
    this.#stamps.set(content_id, stampOf(item));
  }

  /** Removes an item, even a half-added one; does nothing if there is none. */
  async remove(
    content_id: string,
    breathe: () => Promise<void>,
  ): Promise<void> {
    this.#stamps.delete(content_id);
    await this.#removeParts(content_id, 0, breathe);
    this.#parts.delete(content_id);
  }

  /** Removes the parts beyond the first `keep`. */
  async #removeParts(
    content_id: string,
    keep: number,
    breathe: () => Promise<void>,
  ): Promise<void> {
    const parts = this.#parts.get(content_id) ?? 0;
    for (let part = keep; part < parts; part++) {
      this.index.remove(partId(content_id, part));
      await breathe();
    }
    this.#parts.set(content_id, keep);
  }

  /** Nothing else holds it. */
  drop(): void {}
}

/** The page starts that concern a part beginning with passage `from`: its own, and the last one before. */
function pagesFrom(
  pages: readonly PageStart[],
  from: number,
  size: number,
): PageStart[] {
  const before = pages.findLast(([, n]) => n < from);
  const own = pages.filter(([, n]) => n >= from && n < from + size)
    .map(([page, n, at]): PageStart => [page, n - from, at]);
  return before ? [[before[0], -1, 0], ...own] : own;
}

/** Changes with everything that the index holds of an item. */
export function stampOf({ revision, questions = [] }: PublicContent): string {
  return [revision, ...questions].join("\n");
}

/** Finds a passage by its position in its item, which the index may hold in parts; null if it is not indexed. */
export function passageAt(
  index: PassageIndex,
  content_id: string,
  n: number,
): Hit | null {
  return index.item(content_id)?.kind === "pair"
    ? index.at(content_id, n)
    : index.at(partId(content_id, Math.floor(n / PART)), n % PART);
}

/** The first part has the item's own id; for pairs it is the only part. */
function partId(content_id: string, part: number): string {
  return part === 0 ? content_id : `${content_id}~${part}`;
}
