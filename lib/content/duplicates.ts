import type { Context } from "../context.ts";
import type { ContentItem } from "../schemas/content.ts";
import { keys } from "../store/keys.ts";

/** Items with the same text to compare: many pairs may share a short answer. */
const MAX_ALIKE = 100;

/**
 * The id of a duplicate: an item with the same text (by its SHA-256) and, for a pair, the same question. Undefined if
 * none.
 */
export async function findDuplicate(
  app: Context,
  twin_id: string,
  { digest, kind, title }: Pick<ContentItem, "digest" | "kind" | "title">,
): Promise<string | undefined> {
  const prefix = [...keys.contentsByDigest(twin_id), digest];
  for await (const { key } of app.kv.list({ prefix }, { limit: MAX_ALIKE })) {
    const id = String(key[3]);
    if (kind !== "pair") return id;
    const { value } = await app.kv.get<ContentItem>(keys.content(twin_id, id));
    if (value?.kind !== "pair" || value.title === title) return id;
  }
}
