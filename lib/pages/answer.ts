import { answerQuestion } from "../conversations/owner_answers.ts";
import { asTitle } from "../engine/paraphrases.ts";
import { getExchange } from "../conversations/conversations.ts";
import { getLead } from "../conversations/leads.ts";
import { confidenceOf } from "../schemas/chat.ts";
import { answerInput } from "../schemas/conversation.ts";
import {
  findUnanswered,
  listWaiting,
  viewGroup,
} from "../conversations/unanswered.ts";
import { getMailStops } from "../mail/stops.ts";
import { sendsMail } from "../mail/outbox.ts";
import type { Answering } from "../views/answering.ts";
import { redirectWithFlash } from "./flash.ts";
import { safeId } from "../http/endpoint.ts";
import type { MemberCall } from "./access.ts";
import { type EditorAction, editorAction } from "./form.ts";

export async function loadAnswering(
  page: MemberCall,
  twin_id: string,
): Promise<Answering> {
  const { app, actor } = page;
  const { lead, message_id, conversation_id, back } = await readAsked(
    page,
    twin_id,
  );
  const exchange = message_id
    ? await getExchange(app, actor, twin_id, conversation_id, message_id)
    : null;
  const group = message_id
    ? await findUnanswered(app, actor, twin_id, message_id)
    : null;
  const row = group &&
    viewGroup(group, await listWaiting(app, twin_id, group));
  const is_answered = exchange?.grounded || exchange?.is_small_talk;
  return {
    question: asTitle(exchange?.question ?? lead?.question ?? ""),
    email: lead?.email ?? null,
    said: is_answered ? exchange.answer : null,
    offered: exchange && !is_answered && confidenceOf(exchange) === "near"
      ? exchange.answer
      : null,
    row,
    can_mail: sendsMail(app),
    unreachable: [
      ...await getMailStops(app, [
        ...lead ? [lead.email] : [],
        ...row?.leads.map(({ email }) => email) ?? [],
      ]).then((stops) => stops.keys()),
    ],
    back,
  };
}

/** The question that the page's address asks to answer, and where to return to. */
async function readAsked({ app, actor, url }: MemberCall, twin_id: string) {
  const asked = (name: string) => {
    const text = url.searchParams.get(name);
    return text && safeId(text);
  };
  const lead_id = asked("lead");
  const lead = lead_id ? await getLead(app, actor, twin_id, lead_id) : null;
  const message_id = lead ? lead.message_id : asked("message");
  const conversation_id = lead?.session_id ?? asked("talk") ?? "-";
  return {
    lead,
    message_id,
    conversation_id,
    back: backTo(url, twin_id, conversation_id),
  };
}

function backTo(url: URL, twin_id: string, conversation_id: string): string {
  const from = url.searchParams.get("from");
  const path = "/dashboard/conversations";
  if (from === "talk") return `${path}/${conversation_id}?twin=${twin_id}`;
  if (from === "inbox") {
    return `${path}?twin=${twin_id}&show=all&talk=${conversation_id}`;
  }
  const show = from === "emails" ? "emails" : "unanswered";
  return `${path}?twin=${twin_id}&show=${show}`;
}

function deliveryMessage(
  leads: number,
  is_mailed: boolean,
  unreachable: number,
): string {
  const who = leads === 1
    ? "The person who left an e-mail is"
    : `The ${leads} people who left an e-mail are`;
  const but = unreachable === 0
    ? ""
    : ` Mail does not reach ${unreachable} of them.`;
  return is_mailed
    ? `${who} sent your answer.${but}`
    : `${who} marked as answered: write to them.`;
}

/** The form of the page for answering a question. */
export function answerActions(twin_id: string): Record<string, EditorAction> {
  return {
    answer: editorAction({
      schema: answerInput,
      async fields({ question, answer, mail }, page) {
        const { lead, message_id } = await readAsked(page, twin_id);
        return {
          question,
          answer,
          mail: mail === "yes",
          ...(message_id ? { message_id } : {}),
          ...(lead ? { lead_id: lead.id } : {}),
        };
      },
      async run(page, input) {
        const { app, editor } = page;
        // Before the answer takes the question, and those waiting for it, off the list.
        const { back: to, unreachable } = await loadAnswering(page, twin_id);
        const { leads, waiting } = await answerQuestion(
          app,
          editor,
          twin_id,
          input,
        );
        const is_mailed = input.mail === true && sendsMail(app);
        const told = leads === 0
          ? ""
          : ` ${deliveryMessage(leads, is_mailed, unreachable.length)}`;
        const later = waiting === 0
          ? ""
          : ` ${waiting} more cannot be sent mail today and are still waiting.`;
        return redirectWithFlash(
          page,
          `Saved. Your twin now says this.${told}${later}`,
          {
            to,
          },
        );
      },
    }),
  };
}
