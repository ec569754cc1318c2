import type { ContentItem } from "../schemas/content.ts";
import type { Source, SourcePage } from "../schemas/source.ts";
import { keys } from "../store/keys.ts";

/**
 * Returns when an item was last known to be right, as an ISO date: when it changed or was confirmed at its source.
 */
export type LastTrue = (item: ContentItem) => string;

/** Confirmations by a twin's sources: an item found unchanged counts as written on that day. */
export async function lastTrueOf(
  kv: Deno.Kv,
  twin_id: string,
): Promise<LastTrue> {
  const found = new Map<string, { digest: string; read_at: string }>();
  const sources = kv.list<Source>({ prefix: keys.sources(twin_id) });
  for await (const { value: source } of sources) {
    const prefix = keys.sourcePages(source.id);
    for await (const { value } of kv.list<SourcePage>({ prefix })) {
      const { read_at, items } = value;
      if (!read_at) continue;
      for (const { content_id, digest } of items) {
        if (content_id) found.set(content_id, { digest, read_at });
      }
    }
  }
  return ({ id, digest, updated_at }) => {
    const there = found.get(id);
    // If it was edited here, the source does not confirm it.
    const is_said = there?.digest === digest && there.read_at > updated_at;
    return is_said ? there.read_at : updated_at;
  };
}
