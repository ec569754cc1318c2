import type { Context } from "../context.ts";
import type { ContentItem } from "../schemas/content.ts";
import { keys } from "../store/keys.ts";

/** Items of one text that are looked at: many pairs may have the same short answer. */
const MAX_ALIKE = 100;

/**
 * The id of an item that says the same: the same text (by its SHA-256), and where it is a pair to the same question.
 * Undefined for none.
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
