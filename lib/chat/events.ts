import {
  type Citation,
  type Confidence,
  confidenceOf,
  type Exchange,
} from "../schemas/chat.ts";

/** What is sent of an answer, in this order; `delta` as often as there is something to say. */
export type ChatEvent =
  | { type: "session"; session_id: string }
  | { type: "delta"; text: string }
  | { type: "citations"; citations: Citation[] }
  | {
    type: "done";
    message_id: string;
    grounded: boolean;
    confidence: Confidence;
    /** A page to leave an e-mail on, where someone asked by a key and there was no answer. */
    lead_url?: string;
    /** There was no answer, and an e-mail may be left to get it later. */
    may_leave_email?: true;
  };

/** An answer that is recorded. */
export type Recorded = {
  session_id: string;
  exchange: Exchange;
  lead_url: string | undefined;
  may_leave_email: boolean;
};

/** A recorded answer in pieces of a sentence, so that it still reads as it comes. */
export function eventsOf(recorded: Recorded): ChatEvent[] {
  const { session_id, exchange: { answer, citations } } = recorded;
  return [
    { type: "session", session_id },
    ...sentences(answer).map((text) => ({ type: "delta" as const, text })),
    { type: "citations", citations },
    doneEvent(recorded),
  ];
}

/** Ends an answer that is recorded. */
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

/** Cuts after sentences. */
function sentences(text: string): string[] {
  return text.match(/[\s\S]+?(?:[.!?。！？।]\s+|\n+|$)/g) ?? [text];
}
