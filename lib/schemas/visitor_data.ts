import { z } from "zod";
import { email, timestamp } from "./common.ts";
import { transcriptView } from "./conversation.ts";
import { leadView } from "./lead.ts";

/** Who it is about: everyone who left this e-mail, or the visitor of this conversation. */
export const visitorInput = z.strictObject({
  email: email.optional(),
  conversation_id: z.string().min(1).max(100).optional(),
}).refine(
  (input) =>
    (input.email === undefined) !== (input.conversation_id === undefined),
  "Send either an email or a conversation_id",
);
export type VisitorInput = z.infer<typeof visitorInput>;

/** Everything stored about a visitor. */
export const visitorDataView = z.strictObject({
  conversations: z.array(transcriptView),
  leads: z.array(leadView),
});
export type VisitorDataView = z.infer<typeof visitorDataView>;

/** What was erased, without any of its text; also recorded on the Activity page. */
export const erasureView = z.strictObject({
  conversations: z.number().int(),
  messages: z.number().int(),
  leads: z.number().int(),
  erased_at: timestamp,
});
export type ErasureView = z.infer<typeof erasureView>;
