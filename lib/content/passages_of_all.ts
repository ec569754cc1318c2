import type { ContentReader } from "./reader.ts";

/** Items read at once: a store may be far away. */
const READ_TOGETHER = 100;

/** Fewer items than this are read one by one, since their keys may lie far apart. */
const READ_SINGLY = 20;

/** An item in its current state; null if it is gone. */
type Entry<T> = [content_id: string, item: T | null];

/** Yields items with their passages, reading the next batch meanwhile. A deleted revision yields none. */
export async function* passagesOfAll<T extends { revision: string }>(
  items: Entry<T>[],
  reader: ContentReader,
) {
  const read = (at: number) => {
    const some = items.slice(at, at + READ_TOGETHER);
    const all = some.length < READ_SINGLY
      ? Promise.all(some.map(async ([content_id, item]) => {
        const passages = item
          ? await reader.passages(content_id, item.revision)
          : [];
        return { content_id, item, passages };
      }))
      : readRange(some, reader);
    // Its waiters see the error; it may fail before there are any.
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

async function readRange<T extends { revision: string }>(
  some: Entry<T>[],
  reader: ContentReader,
) {
  const there = some.flatMap(([id, item]) =>
    item ? [[id, item.revision] as const] : []
  );
  const passages = there.length > 0
    ? await reader.passagesOf(new Map(there))
    : new Map<string, string[]>();
  return some.map(([content_id, item]) => ({
    ...{ content_id, item },
    passages: passages.get(content_id) ?? [],
  }));
}
