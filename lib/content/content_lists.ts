import type { ContentItem } from "../schemas/content.ts";
import { keys } from "../store/keys.ts";
import { getAll } from "../store/list.ts";
import { SearchedTexts } from "./searched_texts.ts";
import { contentChangedSince, lastContentChange } from "./changes.ts";

/** Twins whose items are cached: some 5 MB each for 10,000 items. */
const MAX_CACHED = 8;
/** Entries read from the store at a time. */
const BATCH = 500;

type Known = { moment: string | null; items: Map<string, ContentItem> };

/**
 * Caches all item records of a twin, for whatever goes through all of them. Each read applies the changes since the
 * last one, made in this process or another.
 */
export class ContentLists {
  #known = new Map<string, Known>();
  #preparing = new Map<string, Promise<void>>();
  #texts = new SearchedTexts();

  /** In no order. */
  async get(kv: Deno.Kv, twin_id: string): Promise<Iterable<ContentItem>> {
    // Read first: changes during the listing are read again next time.
    const moment = await lastContentChange(kv, twin_id);
    const known = this.#known.get(twin_id);
    const items = known && await refreshed(kv, twin_id, known, moment) ||
      await readItems(kv, twin_id);
    // Evict the least recently used.
    this.#known.delete(twin_id);
    this.#known.set(twin_id, { moment, items });
    for (const id of this.#known.keys()) {
      if (this.#known.size <= MAX_CACHED) break;
      this.#known.delete(id);
    }
    return items.values();
  }

  /** The titles of these items, by id; without those that are gone. */
  async titlesOf(
    kv: Deno.Kv,
    twin_id: string,
    ids: Iterable<string>,
  ): Promise<Map<string, string>> {
    const named = new Set(ids);
    const titles = new Map<string, string>();
    for (const { id, title } of await this.get(kv, twin_id)) {
      if (named.has(id)) titles.set(id, title);
    }
    return titles;
  }

  /** The folded texts of a twin's items, by id; waits for those being read ahead. */
  async textsOf(
    kv: Deno.Kv,
    twin_id: string,
    items: readonly ContentItem[],
  ): Promise<ReadonlyMap<string, { text: string }>> {
    await this.#preparing.get(twin_id);
    return await this.#texts.get(kv, twin_id, items);
  }

  /**
   * Reads a twin's items and texts ahead of its first search, once at a time; not if that would evict the texts of
   * another. Never throws.
   */
  prepareSearch(kv: Deno.Kv, twin_id: string): Promise<void> {
    const under_way = this.#preparing.get(twin_id);
    if (under_way) return under_way;
    if (!this.#texts.hasRoomFor(twin_id)) return Promise.resolve();
    const preparing = this.get(kv, twin_id)
      .then(async (items) => {
        await this.#texts.get(kv, twin_id, [...items]);
      })
      // The search itself will report it.
      .catch(() => {})
      .finally(() => this.#preparing.delete(twin_id));
    this.#preparing.set(twin_id, preparing);
    return preparing;
  }
}

export type WithContentLists = { content_lists: ContentLists };

/** The cached list with the changes since; null if those are no longer known. */
async function refreshed(
  kv: Deno.Kv,
  twin_id: string,
  known: Known,
  moment: string | null,
): Promise<Known["items"] | null> {
  if (known.moment === null) return null;
  if (known.moment === moment) return known.items;
  const changed = await contentChangedSince(kv, twin_id, known.moment);
  if (!changed) return null;
  const ids = [...changed];
  const now = await getAll<ContentItem>(
    kv,
    ids.map((id) => keys.content(twin_id, id)),
  );
  const items = new Map(known.items);
  ids.forEach((id, i) => {
    const item = now[i];
    if (item) items.set(id, item);
    else items.delete(id);
  });
  return items;
}

async function readItems(kv: Deno.Kv, twin_id: string) {
  const items = new Map<string, ContentItem>();
  const prefix = keys.contents(twin_id);
  const entries = kv.list<ContentItem>({ prefix }, { batchSize: BATCH });
  for await (const { value } of entries) items.set(value.id, value);
  return items;
}
