import { z } from "zod";

/** What may be found to do about a twin's content. */
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
  /** The items that it is about. */
  content_ids: z.array(z.string()),
  /** What was found, as text. */
  detail: z.string(),
  /** The visitor's question or rated answer that it is about, and its conversation. */
  message_id: z.string().optional(),
  conversation_id: z.string().optional(),
  /** The source that it is about. */
  source_id: z.string().optional(),
});
export type Finding = z.infer<typeof findingView>;

/** That a finding needs nothing done. */
export type DismissedFinding = { dismissed_at: string; expires_at: string };
