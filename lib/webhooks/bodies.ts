import type { Context } from "../context.ts";
import {
  channelName,
  confidenceOf,
  type Exchange,
  type Session,
} from "../schemas/chat.ts";
import type { Lead } from "../schemas/lead.ts";
import type { Delivery, Webhook } from "../schemas/webhook.ts";
import { keys } from "../store/keys.ts";

/** An event's data. */
type Data = Record<string, unknown>;

/**
 * The body of a delivery, built from the current data in the store: `{ type, timestamp, data }` as in Standard
 * Webhooks. Null if that data is gone. The same in every attempt, since recorded data does not change.
 */
export async function bodyOf(
  app: Context,
  webhook: Pick<Webhook, "tenant_id" | "twin_id">,
  delivery: Delivery,
): Promise<string | null> {
  const data = await DATA[delivery.event](app, webhook, delivery);
  if (!data) return null;
  return JSON.stringify({
    type: delivery.event,
    timestamp: delivery.at,
    data: { twin_id: webhook.twin_id, ...data },
  });
}

type DataOf = (
  app: Context,
  webhook: Pick<Webhook, "tenant_id" | "twin_id">,
  delivery: Delivery,
) => Promise<Data | null> | Data;

const DATA: Record<Delivery["event"], DataOf> = {
  "message.created": async (app, _, delivery) => {
    const said = await exchangeOf(app, delivery);
    if (!said) return null;
    const { session, exchange } = said;
    return {
      ...placeOf(session, delivery),
      question: exchange.question,
      answer: exchange.answer,
      confidence: confidenceOf(exchange),
      citations: exchange.citations,
      asked_at: exchange.asked_at,
      answered_at: exchange.answered_at,
    };
  },
  "question.unanswered": async (app, _, delivery) => {
    const said = await exchangeOf(app, delivery);
    if (!said) return null;
    const { session, exchange } = said;
    return {
      ...placeOf(session, delivery),
      question: exchange.question,
      confidence: confidenceOf(exchange),
      asked_at: exchange.asked_at,
    };
  },
  "lead.created": async (app, { twin_id }, { subject, number }) => {
    const { lead_id = "" } = subject;
    const [open, answered] = await app.kv.getMany<[Lead, Lead]>([
      keys.lead(twin_id, lead_id),
      keys.answeredLead(twin_id, lead_id),
    ]);
    const lead = open.value ?? answered.value;
    return lead && {
      lead_id,
      conversation_id: lead.session_id,
      number,
      email: lead.email,
      message: lead.message,
      question: lead.question,
    };
  },
  "key.revoked": (_app, _webhook, { subject }) => ({ key_id: subject.key_id }),
  "content.changed": (_app, _webhook, { subject }) => ({
    content_id: subject.content_id,
  }),
  test: () => ({ note: "This is a test. Nothing has happened." }),
};

/** The message and conversation that an event is about, and its channel. */
function placeOf(session: Session, { subject, number }: Delivery): Data {
  return {
    conversation_id: session.id,
    message_id: subject.message_id,
    number,
    channel: channelName(session.channel),
  };
}

async function exchangeOf(
  app: Context,
  { subject: { session_id = "", message_id = "" } }: Delivery,
): Promise<{ session: Session; exchange: Exchange } | null> {
  const [session, exchange] = await app.kv.getMany<[Session, Exchange]>([
    keys.session(session_id),
    keys.message(session_id, message_id),
  ]);
  return session.value && exchange.value &&
    { session: session.value, exchange: exchange.value };
}
