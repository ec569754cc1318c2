import type { Hit } from "../engine/passage.ts";
import { PassageIndex } from "../engine/passage_index.ts";
import type { EngineTables } from "../engine/tables.ts";
import type { PageStart } from "../schemas/citation.ts";
import type { PublicContent } from "../schemas/content.ts";

/** Passages of one part of an item: the index takes them in in some milliseconds, and then others are served. */
const PART = 10;

/** The items of one twin in a passage index, where a long one is held in parts. */
export class IndexedItems {
  readonly index: PassageIndex;
  /** In how many parts the index holds an item. */
  readonly #parts = new Map<string, number>();
  readonly #stamps = new Map<string, string>();

  constructor(private tables: EngineTables) {
    this.index = new PassageIndex(tables);
  }

  /** The items that it holds. */
  ids(): Iterable<string> {
    return this.#stamps.keys();
  }

  /** Whether it holds an item as it is now. */
  holds(content_id: string, item: PublicContent): boolean {
    return this.#stamps.get(content_id) === stampOf(item);
  }

  /** Takes in an item that it does not hold; `breathe` is awaited after each part. */
  async add(
    content_id: string,
    item: PublicContent & { passages: readonly string[] },
    breathe: () => Promise<void>,
  ): Promise<void> {
    const { title, source_url, kind, questions, passages, pages } = item;
    // A pair is found whole.
    const size = kind === "pair" ? passages.length : PART;
    let part = 0;
    for (let at = 0; at < passages.length; at += size) {
      this.#parts.set(content_id, part + 1);
      const source = {
        content_id: partId(content_id, part++),
        ...{ title, source_url, kind },
        // They are foreseen of its beginning.
        ...at === 0 ? { questions } : {},
        passages: passages.slice(at, at + size),
        ...pages ? { pages: pagesFrom(pages, at, size) } : {},
      };
      const language = this.index.languageOf(source);
      await this.tables.lexica.prepare(language, breathe);
      this.index.set(source);
      await breathe();
    }
    this.#stamps.set(content_id, stampOf(item));
  }

  /** Takes an item out, half of one too; does nothing when there is none. */
  async remove(
    content_id: string,
    breathe: () => Promise<void>,
  ): Promise<void> {
    const parts = this.#parts.get(content_id) ?? 0;
    this.#stamps.delete(content_id);
    for (let part = 0; part < parts; part++) {
      this.index.remove(partId(content_id, part));
      await breathe();
    }
    this.#parts.delete(content_id);
  }
}

/** The starts of pages that a part tells of, which begins with the passage `from`: its own and the last one before. */
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

/** Changes with all that the index holds of an item. */
function stampOf({ revision, questions = [] }: PublicContent): string {
  return [revision, ...questions].join("\n");
}

/** A passage by its place in its item, of which the index may hold parts; null where it holds none. */
export function passageAt(
  index: PassageIndex,
  content_id: string,
  n: number,
): Hit | null {
  return index.item(content_id)?.kind === "pair"
    ? index.at(content_id, n)
    : index.at(partId(content_id, Math.floor(n / PART)), n % PART);
}

/** The first part has the item's own id: of pairs it is the only one. */
function partId(content_id: string, part: number): string {
  return part === 0 ? content_id : `${content_id}~${part}`;
}
