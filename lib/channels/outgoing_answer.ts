import { english } from "../client/strings.ts";
import type { Context } from "../context.ts";
import { leadUrl } from "../conversations/lead_links.ts";
import { stringsFor } from "../embed/languages.ts";
import { AppError } from "../errors.ts";
import type { Exchange, Session } from "../schemas/chat.ts";
import type { Twin } from "../schemas/twin.ts";
import { keys } from "../store/keys.ts";
import type { OutgoingAnswer } from "./adapter.ts";
import type { ChannelMessage } from "./inbox.ts";

/** An answer before rendering for a platform; null if there is nothing (left) to say. */
export async function outgoingAnswer(
  app: Context,
  { answer, inbound }: ChannelMessage,
  twin: Twin,
): Promise<OutgoingAnswer | null> {
  if (!answer) throw new AppError("internal", "There is no answer.");
  if ("notice" in answer) {
    if (!answer.notice) return null;
    return { text: answer.notice, citations: [], before: "", after: "" };
  }
  const [{ value: session }, { value: exchange }] = await app.kv
    .getMany<[Session, Exchange]>([
      keys.session(answer.session_id),
      keys.message(answer.session_id, answer.message_id),
    ]);
  // Erased meanwhile.
  if (!session || !exchange) return null;
  const lead = leadUrl(app, twin, session, exchange);
  const { tell } = stringsFor(inbound?.language) ?? english;
  return {
    text: exchange.answer,
    citations: exchange.citations,
    before: answer.is_first ? twin.disclosure : "",
    after: lead ? `[${tell}](${lead})` : "",
  };
}
