import { breathe } from "../breathe.ts";
import type { PublicContent } from "../schemas/content.ts";
import type { IndexedItems } from "./indexed_items.ts";
import { passagesOfAll } from "./passages_of_all.ts";
import type { ContentReader } from "./reader.ts";
import type { RemoteItems } from "./remote_items.ts";

/** The items of one twin for one reader, here or in a worker. */
export type Items = IndexedItems | RemoteItems;

/** An index, and what it contains. */
export type Built<I extends Items = Items> = {
  items: I;
  /** The content version that the index holds; null while it must be compared again. */
  version: string | null;
  /** The point up to which it contains every change; null until it was first complete. */
  up_to: string | null;
  updating: Promise<void> | null;
  /** How many questions it is answering. */
  users: number;
};

/** Brings an index up to a version of the content, item by item. Throws when the store or the worker does. */
export async function update(
  built: Built,
  reader: ContentReader,
  version: string,
): Promise<void> {
  // Callers wait for the end meanwhile: a partial index is of no use.
  built.version = null;
  const last = await reader.changes?.last() ?? null;
  const items = await changed(built, reader) ??
    await all(built, reader);
  const stale = [...items].filter(([content_id, item]) =>
    !item || !built.items.holds(content_id, item)
  );
  let whole = true;
  for await (
    const { content_id, item, passages } of passagesOfAll(stale, reader)
  ) {
    if (item && passages.length > 0) {
      await built.items.add(content_id, { ...item, passages }, breathe);
      continue;
    }
    await built.items.remove(content_id, breathe);
    // Its text is already gone: it has changed again, and the next version will include it.
    if (item) whole = false;
  }
  if (whole) built.up_to = last;
  built.version = whole ? version : null;
}

/** What has changed since the index was last complete; null if all items must be compared. */
async function changed(
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
