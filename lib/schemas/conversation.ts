import { z } from "zod";
import { id, line, listQuery, text, timestamp } from "./common.ts";
import { CHANNEL_KINDS } from "./channel.ts";
import { citation, confidence, engine, rating } from "./chat.ts";

/** A conversation as its owner sees it; never with the visitor's own session id. */
export const conversationView = z.strictObject({
  id: z.string(),
  twin_id: z.string(),
  channel: z.enum(["link", "key", ...CHANNEL_KINDS]),
  key_id: z.string().nullable(),
  channel_id: z.string().nullable(),
  title: z.string(),
  started_at: timestamp,
  last_active_at: timestamp,
  messages: z.number().int(),
  unanswered: z.number().int(),
  rated_down: z.number().int(),
  blocked: z.boolean(),
});
export type ConversationView = z.infer<typeof conversationView>;

/** By channel: the share link, a key by its id, or all; and whether only those with an answer rated down. */
export const conversationQuery = listQuery.extend({
  channel: z.string().max(100).optional(),
  rating: z.literal("down").optional(),
  /** Words in a question or its answer. */
  q: z.string().max(200).optional(),
  /** Begun within this many days. */
  days: z.coerce.number().int().min(1).max(365).optional(),
});
export type ConversationQuery = z.infer<typeof conversationQuery>;

/** An unanswered question, as it was last asked, with others that asked the same in other words. */
export const unansweredView = z.strictObject({
  id: z.string(),
  conversation_id: z.string(),
  channel: z.enum(["link", "key", ...CHANNEL_KINDS]),
  key_id: z.string().nullable(),
  channel_id: z.string().nullable(),
  question: z.string(),
  /** Whether the closest match was offered. */
  confidence: confidence.exclude(["sure"]),
  asked_at: timestamp,
  /** How often it was asked, in any words. */
  count: z.number().int(),
  /** Other wordings. */
  ways: z.array(z.string()),
  /** Who left an e-mail to get the answer. */
  leads: z.array(z.strictObject({ id: z.string(), email: z.string() })),
});
export type UnansweredView = z.infer<typeof unansweredView>;

export const transcriptView = conversationView.extend({
  exchanges: z.array(z.strictObject({
    id: z.string(),
    question: z.string(),
    answer: z.string(),
    citations: z.array(citation),
    grounded: z.boolean(),
    confidence,
    partial: z.boolean(),
    is_small_talk: z.boolean(),
    engine,
    asked_at: timestamp,
    answered_at: timestamp,
    rating: rating.optional(),
  })),
});
export type TranscriptView = z.infer<typeof transcriptView>;

export const updateConversationInput = z.strictObject({ blocked: z.boolean() });

/** The owner's answer: to an unanswered question, to an e-mail left, or replacing a wrong answer. */
export const answerInput = z.strictObject({
  question: line(200),
  answer: text(8_000, 1).refine((s) => s.trim() !== "", "Write the answer"),
  message_id: id("msg").optional(),
  lead_id: id("led").optional(),
  /** Whether to send the answer to those who left an e-mail, if this server sends mail. */
  mail: z.boolean().optional(),
});
export type AnswerInput = z.infer<typeof answerInput>;
