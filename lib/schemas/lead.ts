import { z } from "zod";
import { email, text, timestamp } from "./common.ts";

export const leadInput = z.strictObject({
  session_id: z.string().min(1).max(200),
  email,
  message: text(1_000).optional(),
});

export type Lead = {
  id: string;
  twin_id: string;
  session_id: string;
  email: string;
  message: string;
  question: string;
  /** The unanswered question's. */
  message_id?: string;
  /** The language to send its answer in, if not English. */
  language?: string;
  created_at: string;
  /** When it was answered; absent while someone is waiting. */
  answered_at?: string;
};

/** Recognises a repeated call that left an e-mail. Deleted with the session. */
export type LeadClaim = { fingerprint: string; at_ms: number };

export const leadView = z.strictObject({
  id: z.string(),
  conversation_id: z.string(),
  email: z.string(),
  message: z.string(),
  question: z.string(),
  created_at: timestamp,
  answered_at: timestamp.nullable(),
});
export type LeadView = z.infer<typeof leadView>;

export const updateLeadInput = z.strictObject({ answered: z.boolean() });
