import { afterPrefix, type Key } from "./keys.ts";
import { commit } from "./commit.ts";

export type PageQuery = { limit: number; cursor?: string };
export type Page<T> = { items: T[]; next_cursor: string | null };

/** A page of the entries under `prefix`, newest first: their last key part is an id in order of time. */
export async function listPage<T>(
  kv: Deno.Kv,
  prefix: Key,
  { limit, cursor }: PageQuery,
): Promise<Page<Deno.KvEntry<T>>> {
  const end = cursor === undefined ? afterPrefix(prefix) : [...prefix, cursor];
  const items: Deno.KvEntry<T>[] = [];
  const entries = kv.list<T>({ start: [...prefix, ""], end }, {
    reverse: true,
    limit: limit + 1,
  });
  for await (const entry of entries) items.push(entry);
  const more = items.length > limit;
  if (more) items.pop();
  const last = items.at(-1)?.key.at(-1);
  return { items, next_cursor: more ? String(last) : null };
}

/** A page of the records themselves. */
export async function listRecords<T>(
  kv: Deno.Kv,
  prefix: Key,
  query: PageQuery,
): Promise<Page<T>> {
  const page = await listPage<T>(kv, prefix, query);
  return { ...page, items: page.items.map((entry) => entry.value) };
}

/** Reads any number of keys, ten at a time in parallel, in order. Absent ones are null. */
export async function getAll<T>(
  kv: Deno.Kv,
  wanted: Key[],
): Promise<(T | null)[]> {
  return (await getEntries<T>(kv, wanted)).map((entry) => entry.value);
}

/** Like `getAll`, for the entries. */
export async function getEntries<T>(
  kv: Deno.Kv,
  wanted: Key[],
): Promise<Deno.KvEntryMaybe<T>[]> {
  const reads: Promise<Deno.KvEntryMaybe<T>[]>[] = [];
  for (let i = 0; i < wanted.length; i += 10) {
    reads.push(kv.getMany<T[]>(wanted.slice(i, i + 10)));
  }
  return (await Promise.all(reads)).flat();
}

/** Deletes everything under `prefix`, 500 at a time. Not atomic: only for what nothing refers to any longer. */
export async function deleteAll(kv: Deno.Kv, prefix: Key): Promise<void> {
  await deleteListed(kv, { prefix });
}

/** Like `deleteAll`, for a selector. */
export async function deleteListed(
  kv: Deno.Kv,
  selector: Deno.KvListSelector,
): Promise<void> {
  let op = kv.atomic();
  let size = 0;
  for await (const { key } of kv.list(selector)) {
    op.delete(key);
    if (++size % 500 === 0) {
      await commit(op);
      op = kv.atomic();
    }
  }
  if (size % 500 > 0) await commit(op);
}

/** A page, newest first, of a few records that are stored oldest first. */
export function pageOf<T extends { id: string }>(
  all: readonly T[],
  { limit, cursor }: PageQuery,
): Page<T> {
  const left = all.toReversed().filter(({ id }) => !cursor || id < cursor);
  const items = left.slice(0, limit);
  const next_cursor = left.length > limit ? items[limit - 1].id : null;
  return { items, next_cursor };
}
