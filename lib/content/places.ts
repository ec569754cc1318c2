import type { ContentItem, PublicContent } from "../schemas/content.ts";
import { type Key, keys } from "../store/keys.ts";

/** The places in which visitors find an item: the public one, or those of its channels; none for a private one and a draft. */
function placesOf(
  { twin_id, id, visibility, channels, is_draft }: ContentItem,
): Key[] {
  if (visibility === "private" || is_draft) return [];
  return channels?.map((channel) =>
    keys.limitedContent(twin_id, channel, id)
  ) ??
    [keys.publicContent(twin_id, id)];
}

/** What a reader knows of an item. */
export function entryOf(item: ContentItem): PublicContent {
  const { revision, title, source_url, kind, questions, pages } = item;
  return {
    ...{ revision, title, source_url },
    ...kind ? { kind } : {},
    ...questions?.length ? { questions } : {},
    ...pages?.length ? { pages } : {},
  };
}

/** Adds to a commit that an item is found in its places, and no longer in those of `previous`. */
export function setOpen(
  op: Deno.AtomicOperation,
  item: ContentItem,
  previous?: ContentItem,
): void {
  if (previous) setClosed(op, previous);
  const entry = entryOf(item);
  for (const key of placesOf(item)) op.set(key, entry);
}

/** Adds to a commit that visitors no longer find an item. */
export function setClosed(op: Deno.AtomicOperation, item: ContentItem): void {
  for (const key of placesOf(item)) op.delete(key);
}
