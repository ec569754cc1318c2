import type { ContentItem, PublicContent } from "../schemas/content.ts";
import { type Key, keys } from "../store/keys.ts";

/** The places where visitors find an item: the public one or its channels'; none for a private item or a draft. */
function placesOf(
  { twin_id, id, visibility, channels, is_draft }: ContentItem,
): Key[] {
  if (visibility === "private" || is_draft) return [];
  return channels?.map((channel) =>
    keys.limitedContent(twin_id, channel, id)
  ) ??
    [keys.publicContent(twin_id, id)];
}

/** The part of an item that readers see. */
export function entryOf(item: ContentItem): PublicContent {
  const { revision, title, source_url, kind, questions, pages } = item;
  return {
    ...{ revision, title, source_url },
    ...kind ? { kind } : {},
    ...questions?.length ? { questions } : {},
    ...pages?.length ? { pages } : {},
  };
}

/** Adds an item to its places in a commit, and removes it from those of `previous`. */
export function setOpen(
  op: Deno.AtomicOperation,
  item: ContentItem,
  previous?: ContentItem,
): void {
  if (previous) setClosed(op, previous);
  const entry = entryOf(item);
  for (const key of placesOf(item)) op.set(key, entry);
}

/** Adds to a commit the removal of an item from the places of visitors. */
export function setClosed(op: Deno.AtomicOperation, item: ContentItem): void {
  for (const key of placesOf(item)) op.delete(key);
}
