import type { Context } from "../context.ts";
import { confidenceOf, type Exchange } from "../schemas/chat.ts";
import type { NewsKind } from "../schemas/notifications.ts";
import type { Twin } from "../schemas/twin.ts";
import type { Changes } from "../store/changes.ts";
import { keys } from "../store/keys.ts";

/**
 * Notes, in the commit of what is new, that there is something of a kind and a twin to tell its team of. Reads nothing, and writes
 * nothing where no mail is sent.
 */
export function noteNews(
  { config }: Pick<Context, "config">,
  op: Changes,
  { tenant_id, id }: Pick<Twin, "tenant_id" | "id">,
  kind: NewsKind,
): void {
  // Added up, since many commits at once may do so.
  if (config.mail) op.sum(keys.news(tenant_id, id, kind), 1n);
}

/** Of which kind of news a question is that found no certain answer. */
export function newsKindOf(exchange: Exchange): NewsKind {
  return confidenceOf(exchange) === "near" ? "weak" : "unanswered";
}
