import type { Context } from "../context.ts";
import type { WithReads } from "../store/gathered_reads.ts";
import { breathe } from "../breathe.ts";
import type { PublicContent } from "../schemas/content.ts";
import { keys } from "../store/keys.ts";
import { IndexedItems } from "./indexed_items.ts";
import { passagesOfAll } from "./passages_of_all.ts";
import type { ContentReader } from "./reader.ts";
import type { PassageIndex } from "../engine/passage_index.ts";
import { type EngineTables, engineTables } from "../engine/tables.ts";

type Built = {
  items: IndexedItems;
  /** The content version that the index holds; null while it must be compared again. */
  version: string | null;
  /** The point up to which it contains every change; null until it was first complete. */
  up_to: string | null;
  updating: Promise<void> | null;
};

/** Passages kept in memory over all twins; beyond it the least recently used twins are evicted. */
const MAX_PASSAGES = 200_000;

/** Channels for which the cache knows whether they have content of their own. */
const MAX_CHANNELS = 20_000;

/**
 * The passage indexes of recently used twins. An index is built from the store once, then updated item by item
 * whenever the content's version, read with every message, differs from its own.
 */
export class TwinIndexes {
  #built = new Map<string, Built>();
  /** Whether a channel has content of its own, and for which version of the twin's content. */
  #limited = new Map<string, { version: string; has_more: boolean }>();

  constructor(private max_passages = MAX_PASSAGES) {}

  /** Shared by all of them; read from files on first use. */
  get tables(): EngineTables {
    return engineTables();
  }

  /** Returns the index of what `reader` may open, no older than `version`. Throws when the store does. */
  async get(
    twin_id: string,
    by: ContentReader,
    version: string,
  ): Promise<PassageIndex> {
    const reader = await this.#sharing(twin_id, by, version);
    const id = `${reader.name} ${twin_id}`;
    const built = this.#built.get(id) ??
      {
        items: new IndexedItems(this.tables),
        version: null,
        up_to: null,
        updating: null,
      };
    // Mark it as the most recently used.
    this.#built.delete(id);
    this.#built.set(id, built);
    while (built.version !== version) {
      // A running update may have read the store before `version` was there: then run another.
      if (built.updating) await built.updating;
      else {
        built.updating = this.#update(built, reader, version);
        await built.updating.finally(() => built.updating = null);
        break;
      }
    }
    this.#evict(id);
    return built.items.index;
  }

  /**
   * A channel without content of its own uses the shared index. Looked up once per version of the content, so that it
   * costs a message nothing when no item is limited.
   */
  async #sharing(
    twin_id: string,
    reader: ContentReader,
    version: string,
  ): Promise<ContentReader> {
    const { open, name } = reader;
    if (!open) return reader;
    const id = `${name} ${twin_id}`;
    const known = this.#limited.get(id);
    const has_more = known?.version === version
      ? known.has_more
      : await open.hasMore();
    this.#limited.delete(id);
    this.#limited.set(id, { version, has_more });
    const [oldest] = this.#limited.keys();
    if (this.#limited.size > MAX_CHANNELS) this.#limited.delete(oldest);
    return has_more ? reader : open.shared;
  }

  async #update(
    built: Built,
    reader: ContentReader,
    version: string,
  ): Promise<void> {
    // Callers wait for the end meanwhile: a partial index is of no use.
    built.version = null;
    const last = await reader.changes?.last() ?? null;
    const items = await this.#changed(built, reader) ??
      await all(built, reader);
    const stale = [...items].filter(([content_id, item]) =>
      !item || !built.items.holds(content_id, item)
    );
    let whole = true;
    for await (
      const { content_id, item, passages } of passagesOfAll(stale, reader)
    ) {
      await built.items.remove(content_id, breathe);
      if (!item) continue;
      // Its text is already gone: it has changed again, and the next version will include it.
      if (passages.length === 0) whole = false;
      else await built.items.add(content_id, { ...item, passages }, breathe);
    }
    if (whole) built.up_to = last;
    built.version = whole ? version : null;
  }

  /** What has changed since the index was last complete; null if all items must be compared. */
  async #changed(
    built: Built,
    { changes }: ContentReader,
  ): Promise<Map<string, PublicContent | null> | null> {
    if (!changes || built.up_to === null) return null;
    const ids = await changes.since(built.up_to);
    if (!ids) return null;
    const items = new Map<string, PublicContent | null>();
    for (const id of ids) items.set(id, await changes.item(id));
    return items;
  }

  #evict(keep: string): void {
    let passages = 0;
    for (const { items } of this.#built.values()) passages += items.index.size;
    for (const [id, { items }] of this.#built) {
      if (passages <= this.max_passages) return;
      if (id === keep) continue;
      this.#built.delete(id);
      passages -= items.index.size;
    }
  }
}

/** An index is refreshed through the gathered reads. */
export type WithIndexes = WithReads & { indexes: TwinIndexes };

/**
 * The index of what `reader` may open, and the minimum version of the twin's content it holds: the one in the store
 * now, not the one read when the request began.
 */
export async function currentIndex(
  app: Context & WithIndexes,
  twin_id: string,
  reader: ContentReader,
): Promise<{ index: PassageIndex; version: string }> {
  const { value } = await app.reads.get<string>(keys.contentVersion(twin_id));
  const version = value ?? "";
  return { index: await app.indexes.get(twin_id, reader, version), version };
}

/** All existing items, and deleted ones that the index still holds. */
async function all(
  built: Built,
  reader: ContentReader,
): Promise<Map<string, PublicContent | null>> {
  const items: Map<string, PublicContent | null> = await reader.items();
  for (const content_id of built.items.ids()) {
    if (!items.has(content_id)) items.set(content_id, null);
  }
  return items;
}
