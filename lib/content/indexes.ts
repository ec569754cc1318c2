import type { Context } from "../context.ts";
import type { WithReads } from "../store/gathered_reads.ts";
import { keys } from "../store/keys.ts";
import { type AnswerThread, ThreadError } from "./answer_thread.ts";
import type { AnswerWorkers } from "./answer_workers.ts";
import { type Built, type Items, update } from "./built_index.ts";
import { type Finder, IndexFinder } from "./finder.ts";
import { IndexedItems } from "./indexed_items.ts";
import type { ContentReader } from "./reader.ts";
import { RemoteItems } from "./remote_items.ts";
import type { PassageIndex } from "../engine/passage_index.ts";
import { type EngineTables, engineTables } from "../engine/tables.ts";

/** A part of a twin's content: what `reader` may open, no older than `version`. */
type Content = { twin_id: string; reader: ContentReader; version: string };

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

  /** Owns the workers: `close` ends them. Without any, all indexes are in this thread. */
  constructor(
    private workers: AnswerWorkers | null = null,
    private max_passages = MAX_PASSAGES,
  ) {}

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
    const id = idOf(reader, twin_id);
    const built = this.#use(id, () => new IndexedItems(this.tables));
    await this.#refresh(id, built, reader, version);
    return built.items.index;
  }

  /**
   * Searches a twin's content in its worker, if there is one and it lives; otherwise in this thread, where `search`
   * may be called a second time.
   */
  async find<T>(
    content: Content,
    search: (finder: Finder) => Promise<T>,
  ): Promise<T> {
    const thread = this.workers?.of(content.twin_id);
    if (thread) {
      try {
        return await this.#findIn(thread, content, search);
      } catch (error) {
        if (!(error instanceof ThreadError)) throw error;
        if (!thread.is_gone) this.workers?.noteFailure(error);
      }
    }
    const { twin_id, reader, version } = content;
    const index = await this.get(twin_id, reader, version);
    return await search(new IndexFinder(index));
  }

  /** Throws `ThreadError` if the worker fails meanwhile. */
  async #findIn<T>(
    thread: AnswerThread,
    { twin_id, reader: by, version }: Content,
    search: (finder: Finder) => Promise<T>,
  ): Promise<T> {
    const reader = await this.#sharing(twin_id, by, version);
    const id = `worker ${idOf(reader, twin_id)}`;
    const built = this.#use(id, () => new RemoteItems(thread));
    built.users++;
    try {
      await this.#refresh(id, built, reader, version);
      return await search(built.items);
    } finally {
      built.users--;
      if (this.#built.get(id) !== built) drop(built);
    }
  }

  /** Resolves when the workers are ready, or have failed. */
  async startWorkers(): Promise<void> {
    await this.workers?.start();
  }

  close(): void {
    this.workers?.close();
  }

  /** The index with this id, as the most recently used; `make` makes the kind that the id stands for. */
  #use<I extends Items>(id: string, make: () => I): Built<I> {
    const known = this.#built.get(id) as Built<I> | undefined;
    const built = known && !known.items.is_gone ? known : {
      items: make(),
      version: null,
      up_to: null,
      updating: null,
      users: 0,
    };
    this.#built.delete(id);
    this.#built.set(id, built);
    return built;
  }

  async #refresh(
    id: string,
    built: Built,
    reader: ContentReader,
    version: string,
  ): Promise<void> {
    while (built.version !== version) {
      // A running update may have read the store before `version` was there: then run another.
      if (built.updating) await built.updating;
      else {
        built.updating = update(built, reader, version);
        await built.updating.finally(() => built.updating = null);
        break;
      }
    }
    this.#evict(id);
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

  #evict(keep: string): void {
    let passages = 0;
    for (const { items } of this.#built.values()) passages += items.size;
    for (const [id, built] of this.#built) {
      if (passages <= this.max_passages) return;
      if (id === keep) continue;
      this.#built.delete(id);
      passages -= built.items.size;
      drop(built);
    }
  }
}

/** What readers with the same name share. */
function idOf({ name }: ContentReader, twin_id: string): string {
  return `${name} ${twin_id}`;
}

/** Frees an evicted index, unless it is still answering. */
function drop({ items, users }: Built): void {
  if (users === 0) items.drop();
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
  const version = await currentVersion(app, twin_id);
  return { index: await app.indexes.get(twin_id, reader, version), version };
}

/** Searches what `reader` may open now; `search` may be called a second time. */
export async function searchNow<T>(
  app: WithIndexes,
  twin_id: string,
  reader: ContentReader,
  search: (finder: Finder) => Promise<T>,
): Promise<T> {
  const version = await currentVersion(app, twin_id);
  return await app.indexes.find({ twin_id, reader, version }, search);
}

/** The version of the twin's content in the store now; empty if it never had any. */
export async function currentVersion(
  app: WithReads,
  twin_id: string,
): Promise<string> {
  const { value } = await app.reads.get<string>(keys.contentVersion(twin_id));
  return value ?? "";
}
