import { z } from "zod";

/** The kinds of findings in a twin's content. */
export const findingKind = z.enum([
  "contradiction",
  "private_answer",
  "unanswered",
  "rated_down",
  "past_date",
  "unreachable",
  "near_duplicate",
  "too_long",
  "never_quoted",
]);

export const findingView = z.strictObject({
  id: z.string(),
  kind: findingKind,
  /** The items it concerns. */
  content_ids: z.array(z.string()),
  /** The finding, as text. */
  detail: z.string(),
  /** The visitor's question or rated answer that it concerns, and its conversation. */
  message_id: z.string().optional(),
  conversation_id: z.string().optional(),
  /** The source it concerns. */
  source_id: z.string().optional(),
});
export type Finding = z.infer<typeof findingView>;

/** Marks a finding that needs nothing done. */
export type DismissedFinding = { dismissed_at: string; expires_at: string };
