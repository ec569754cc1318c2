import { answerQuestion } from "../conversations/owner_answers.ts";
import { asTitle } from "../engine/paraphrases.ts";
import { getExchange } from "../conversations/conversations.ts";
import { getLead } from "../conversations/leads.ts";
import { answerInput, type UnansweredView } from "../schemas/chat.ts";
import {
  findUnanswered,
  listWaiting,
  viewGroup,
} from "../conversations/unanswered.ts";
import { parse } from "../http/body.ts";
import { done } from "./flash.ts";
import { safeId } from "../http/endpoint.ts";
import type { Action, MemberCall } from "./thrown.ts";

/** What the owner answers: a question of the list, one of a transcript, or that of an e-mail left. */
export type Answering = {
  question: string;
  message_id: string | null;
  lead_id: string | null;
  /** Whose e-mail it answers, where it is one. */
  email: string | null;
  /** What the twin said, where the owner corrects it. */
  said: string | null;
  /** The row it stands in; null where it is not on the list of the unanswered. */
  row: UnansweredView | null;
  /** Where the owner came from, and goes to afterwards. */
  back: string;
};

export async function loadAnswering(
  { app, actor, url }: MemberCall,
  twin_id: string,
): Promise<Answering> {
  const asked = (name: string) => {
    const text = url.searchParams.get(name);
    return text && safeId(text);
  };
  const lead_id = asked("lead");
  const lead = lead_id ? await getLead(app, actor, twin_id, lead_id) : null;
  const message_id = lead ? lead.message_id : asked("message");
  const talk_id = lead?.session_id ?? asked("talk") ?? "-";
  const exchange = message_id
    ? await getExchange(app, actor, twin_id, talk_id, message_id)
    : null;
  const group = message_id
    ? await findUnanswered(app, actor, twin_id, message_id)
    : null;
  const is_answered = exchange?.grounded || exchange?.is_small_talk;
  return {
    question: asTitle(exchange?.question ?? lead?.question ?? ""),
    message_id: message_id || null,
    lead_id: lead?.id ?? null,
    email: lead?.email ?? null,
    said: is_answered ? exchange.answer : null,
    row: group && viewGroup(group, await listWaiting(app, twin_id, group)),
    back: backTo(url, twin_id, talk_id),
  };
}

function backTo(url: URL, twin_id: string, talk_id: string): string {
  const from = url.searchParams.get("from");
  const path = "/dashboard/conversations";
  if (from === "talk") return `${path}/${talk_id}?twin=${twin_id}`;
  const show = from === "emails" ? "emails" : "unanswered";
  return `${path}?twin=${twin_id}&show=${show}`;
}

/** The form of the page on which a question is answered. */
export function answerActions(
  twin_id: string,
  { message_id, lead_id, back }: Answering,
): Record<string, Action> {
  return {
    async answer(page) {
      const { question, answer } = page.fields;
      const input = parse(answerInput, {
        question,
        answer,
        ...(message_id ? { message_id } : {}),
        ...(lead_id ? { lead_id } : {}),
      });
      const { leads } = await answerQuestion(
        page.app,
        page.owner,
        twin_id,
        input,
      );
      const told = leads === 0
        ? ""
        : leads === 1
        ? " The one who left an e-mail is marked as answered: write to them."
        : ` The ${leads} who left an e-mail are marked as answered: write to them.`;
      return done(page, `Saved. Your twin says it from now on.${told}`, {
        to: back,
      });
    },
  };
}
