import assert from "node:assert/strict";
import { iso } from "../lib/clock.ts";
import type { Channel, Exchange } from "../lib/schemas/chat.ts";
import {
  openSession,
  type VisitorSession,
} from "../lib/conversations/sessions.ts";
import { recordExchange } from "../lib/conversations/recording.ts";
import { newId } from "../lib/crypto/ids.ts";
import type { Domain } from "./stores.ts";

export const LINK: Channel = { kind: "link" };

export function exchange(
  { clock }: Domain,
  question = "Hello?",
  client_message_id: string | null = null,
): Exchange {
  const now = clock.now();
  return {
    id: newId("msg", now),
    question_id: newId("msg", now),
    client_message_id,
    question,
    answer: `You asked: ${question}`,
    citations: [],
    grounded: true,
    partial: false,
    is_small_talk: false,
    asked_at: iso(now),
    answered_at: iso(now),
  };
}

/** A session with a message. */
export async function begin(
  domain: Domain,
  twin_id = "twn_1",
  channel: Channel = LINK,
): Promise<VisitorSession> {
  const visitor = await openSession(domain.app, twin_id, channel, undefined);
  assert.ok(await recordExchange(domain.app, visitor, exchange(domain)));
  return visitor;
}
