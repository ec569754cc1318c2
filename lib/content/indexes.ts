import type { Context } from "../context.ts";
import type { WithReads } from "../store/gathered_reads.ts";
import { breathe } from "../breathe.ts";
import type { PublicContent } from "../schemas/content.ts";
import { keys } from "../store/keys.ts";
import type { ContentReader } from "./reader.ts";
import type { Hit } from "../engine/passage.ts";
import { PassageIndex } from "../engine/passage_index.ts";
import { type EngineTables, engineTables } from "../engine/tables.ts";

type Built = {
  index: PassageIndex;
  /** In how many parts the index holds an item. */
  parts: Map<string, number>;
  /** The content's version it holds; null while it must be compared again. */
  version: string | null;
  revisions: Map<string, string>;
  /** The moment up to which it holds every change; null as long as it was never whole. */
  up_to: string | null;
  updating: Promise<void> | null;
};

/** Passages kept in memory over all twins; past it the least recently used twins leave. */
const MAX_PASSAGES = 200_000;

/** A part of an item: the index takes it in in some milliseconds, and then others are served. */
const PART = 10;

/** Channels of which it is remembered whether they have content of their own. */
const MAX_CHANNELS = 20_000;

/**
 * The passage indexes of recently used twins. An index is built from the store once, then brought up to date
 * item by item whenever the content's version, read with every message, is not the one it holds.
 */
export class TwinIndexes {
  #built = new Map<string, Built>();
  /** Whether a channel has content of its own, in which version of the twin's. */
  #limited = new Map<string, { version: string; has_more: boolean }>();

  constructor(
    private max_passages = MAX_PASSAGES,
    readonly tables: EngineTables = engineTables(),
  ) {}

  /**
   * The index of what `reader` may open, no older than `version`. Throws when the store does.
   */
  async get(
    twin_id: string,
    by: ContentReader,
    version: string,
  ): Promise<PassageIndex> {
    const reader = await this.#sharing(twin_id, by, version);
    const id = `${reader.name} ${twin_id}`;
    const built = this.#built.get(id) ??
      {
        index: new PassageIndex(this.tables),
        parts: new Map(),
        version: null,
        revisions: new Map(),
        up_to: null,
        updating: null,
      };
    // The most recently used twin is last.
    this.#built.delete(id);
    this.#built.set(id, built);
    while (built.version !== version) {
      // An update under way may have read the store before `version` was there: then one more follows.
      if (built.updating) await built.updating;
      else {
        built.updating = this.#update(built, reader, version);
        await built.updating.finally(() => built.updating = null);
        break;
      }
    }
    this.#evict(id);
    return built.index;
  }

  /**
   * A channel without content of its own reads the index that all of them share. Looked up once a version of the
   * content, so that it costs a message nothing where no item is limited.
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
    // Whoever asks meanwhile waits for the end: half of it is no index.
    built.version = null;
    const last = await reader.changes?.last() ?? null;
    const items = await this.#changed(built, reader) ??
      await all(built, reader);
    const stale = [...items].filter(([content_id, item]) =>
      !item || built.revisions.get(content_id) !== stampOf(item)
    );
    let whole = true;
    for await (const { content_id, item, passages } of texts(stale, reader)) {
      await this.#remove(built, content_id, breathe);
      if (!item) continue;
      // Its text is gone already: it has changed again, and the next version will tell.
      if (passages.length === 0) whole = false;
      else await this.#add(built, { content_id, item, passages }, breathe);
    }
    if (whole) built.up_to = last;
    built.version = whole ? version : null;
  }

  async #add(
    built: Built,
    { content_id, item, passages }: {
      content_id: string;
      item: PublicContent;
      passages: string[];
    },
    breathe: () => Promise<void>,
  ): Promise<void> {
    const { title, source_url, kind, questions } = item;
    // A pair is found whole.
    const size = kind === "pair" ? passages.length : PART;
    let part = 0;
    for (let at = 0; at < passages.length; at += size) {
      built.parts.set(content_id, part + 1);
      const source = {
        content_id: partId(content_id, part++),
        ...{ title, source_url, kind },
        // They are foreseen of its beginning.
        ...at === 0 ? { questions } : {},
        passages: passages.slice(at, at + size),
      };
      const language = built.index.languageOf(source);
      await this.tables.lexica.prepare(language, breathe);
      built.index.set(source);
      await breathe();
    }
    built.revisions.set(content_id, stampOf(item));
  }

  async #remove(
    built: Built,
    content_id: string,
    breathe: () => Promise<void>,
  ): Promise<void> {
    const parts = built.parts.get(content_id) ?? 0;
    built.revisions.delete(content_id);
    for (let part = 0; part < parts; part++) {
      built.index.remove(partId(content_id, part));
      await breathe();
    }
    built.parts.delete(content_id);
  }

  /** What has changed since the index was last whole; null where all items must be looked at. */
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
    for (const { index } of this.#built.values()) passages += index.size;
    for (const [id, { index }] of this.#built) {
      if (passages <= this.max_passages) return;
      if (id === keep) continue;
      this.#built.delete(id);
      passages -= index.size;
    }
  }
}

/** An index is read anew by the reads that are gathered. */
export type WithIndexes = WithReads & { indexes: TwinIndexes };

/**
 * The index of what `reader` may open, and the version of the twin's content that it holds at least: the one that
 * stands in the store at this moment, not one that was read when the request began.
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

/** So many items are read at once: a store may be far away. */
const READ_TOGETHER = 100;

/** Items with their passages; the next are read while these are taken in. */
async function* texts(
  items: [content_id: string, item: PublicContent | null][],
  reader: ContentReader,
) {
  const read = (at: number) => {
    const some = items.slice(at, at + READ_TOGETHER);
    const reads = some.map(async ([content_id, item]) => {
      const passages = item
        ? await reader.passages(content_id, item.revision)
        : [];
      return { content_id, item, passages };
    });
    const all = Promise.all(reads);
    // Whoever waits for it is told; it may fail before anybody does.
    all.catch(() => {});
    return all;
  };
  let next = read(0);
  for (let at = 0; at < items.length; at += READ_TOGETHER) {
    const some = await next;
    next = read(at + READ_TOGETHER);
    yield* some;
  }
}

/** Every item that there is, and those that the index still holds and that are gone. */
async function all(
  built: Built,
  reader: ContentReader,
): Promise<Map<string, PublicContent | null>> {
  const items: Map<string, PublicContent | null> = await reader.items();
  for (const content_id of built.revisions.keys()) {
    if (!items.has(content_id)) items.set(content_id, null);
  }
  return items;
}
