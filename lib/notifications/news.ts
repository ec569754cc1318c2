import type { Context } from "../context.ts";
import { confidenceOf, type Exchange } from "../schemas/chat.ts";
import type { NewsKind } from "../schemas/notifications.ts";
import type { Twin } from "../schemas/twin.ts";
import type { Changes } from "../store/changes.ts";
import { keys } from "../store/keys.ts";

/**
 * Notes in a commit that a twin has news of a kind for its team. Reads nothing, and writes nothing if no mail is
 * sent.
 */
export function noteNews(
  { config }: Pick<Context, "config">,
  op: Changes,
  { tenant_id, id }: Pick<Twin, "tenant_id" | "id">,
  kind: NewsKind,
): void {
  // A sum, since many commits may do so at once.
  if (config.mail) op.sum(keys.news(tenant_id, id, kind), 1n);
}

/** The kind of news that a question without a certain answer is. */
export function newsKindOf(exchange: Exchange): NewsKind {
  return confidenceOf(exchange) === "near" ? "weak" : "unanswered";
}
