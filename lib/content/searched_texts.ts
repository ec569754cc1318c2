import { breathe } from "../breathe.ts";
import { fold } from "../engine/text/fold.ts";
import type { ContentItem } from "../schemas/content.ts";
import { passagesOfAll } from "./passages_of_all.ts";
import { readerFor } from "./reader.ts";

/** Twins whose texts are cached: 10 MB each for 10,000 passages. */
const MAX_CACHED = 4;

type Text = { revision: string; text: string };

/**
 * Caches the texts of recently searched twins, folded like queries. Each search reads the texts that are new: the
 * first search of 10,000 items takes less than a second, while an index of them would take many.
 */
export class SearchedTexts {
  #known = new Map<string, Map<string, Text>>();

  /** Whether reading this twin's texts evicts no other's. */
  hasRoomFor(twin_id: string): boolean {
    return this.#known.has(twin_id) || this.#known.size < MAX_CACHED;
  }

  /** The folded texts of all items of a twin, by id; none for a draft, which answers nobody. */
  async get(
    kv: Deno.Kv,
    twin_id: string,
    items: readonly ContentItem[],
  ): Promise<ReadonlyMap<string, Text>> {
    const texts = this.#known.get(twin_id) ?? new Map<string, Text>();
    // Evict the least recently searched.
    this.#known.delete(twin_id);
    this.#known.set(twin_id, texts);
    for (const id of this.#known.keys()) {
      if (this.#known.size <= MAX_CACHED) break;
      this.#known.delete(id);
    }
    const there = new Set(items.map(({ id }) => id));
    for (const id of texts.keys()) if (!there.has(id)) texts.delete(id);
    const stale = items
      .filter(({ id, revision }) => texts.get(id)?.revision !== revision)
      .map((item): [string, ContentItem] => [item.id, item])
      .sort(([a], [b]) => a < b ? -1 : 1);
    const reader = readerFor(kv, twin_id, { owner: true });
    for await (const read of passagesOfAll(stale, reader)) {
      const { content_id, item, passages } = read;
      if (!item) continue;
      const text = passages.map(fold).join("\n");
      texts.set(content_id, { revision: item.revision, text });
      await breathe();
    }
    return texts;
  }
}
