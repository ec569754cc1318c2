import {
  type Citation,
  type Confidence,
  confidenceOf,
  type Exchange,
} from "../schemas/chat.ts";

/** The events of an answer, in this order; `delta` repeats. */
export type ChatEvent =
  | { type: "session"; session_id: string }
  | { type: "delta"; text: string }
  | { type: "citations"; citations: Citation[] }
  | {
    type: "done";
    message_id: string;
    grounded: boolean;
    confidence: Confidence;
    /** A page for leaving an e-mail, if a key's question got no answer. */
    lead_url?: string;
    /** There was no answer, and the visitor may leave an e-mail to get it later. */
    may_leave_email?: true;
  };

/** A recorded answer. */
export type Recorded = {
  session_id: string;
  exchange: Exchange;
  lead_url: string | undefined;
  may_leave_email: boolean;
};

/** Splits a recorded answer into sentences, so that it still reads like a stream. */
export function eventsOf(recorded: Recorded): ChatEvent[] {
  const { session_id, exchange: { answer, citations } } = recorded;
  return [
    { type: "session", session_id },
    ...sentences(answer).map((text) => ({ type: "delta" as const, text })),
    { type: "citations", citations },
    doneEvent(recorded),
  ];
}

/** The final event of a recorded answer. */
export function doneEvent(
  { exchange, lead_url, may_leave_email }: Omit<Recorded, "session_id">,
): ChatEvent {
  return {
    type: "done",
    message_id: exchange.id,
    grounded: exchange.grounded,
    confidence: confidenceOf(exchange),
    ...(lead_url && { lead_url }),
    ...(may_leave_email ? { may_leave_email: true as const } : {}),
  };
}

/** Splits after sentences. */
function sentences(text: string): string[] {
  return text.match(/[\s\S]+?(?:[.!?。！？।]\s+|\n+|$)/g) ?? [text];
}
