import type { Conversation } from "../chat/converse.ts";
import { type ChatEvent, eventsOf, type Recorded } from "../chat/events.ts";
import type { Allowed } from "../chat/open_streams.ts";
import { AppError } from "../errors.ts";
import { rateLimitHeaders } from "./problem.ts";
import { type ChatAnswerView, confidenceOf } from "../schemas/chat.ts";
import type { Call } from "./call.ts";
import { eventStream, OWN_FORM, type StreamForm } from "./event_stream.ts";

/** Whether the caller wants an event stream; `fallback` if it does not say. */
function wantsEvents(req: Request, fallback: boolean): boolean {
  const accept = req.headers.get("accept") ?? "";
  if (accept.includes("text/event-stream")) return true;
  if (accept.includes("application/json")) return false;
  return fallback;
}

/**
 * The response with a conversation's answer, streamed or whole. While streaming, `isAllowed` rechecks the caller's
 * credential.
 */
export async function chatResponse(
  call: Call,
  req: Request,
  conversation: Conversation,
  options: { events_by_default: boolean; isAllowed: () => Promise<Allowed> },
): Promise<Response> {
  const { isAllowed } = options;
  if (wantsEvents(req, options.events_by_default)) {
    return streamResponse(call, conversation, { isAllowed });
  }
  const answer = await wholeAnswer(call, req, conversation, isAllowed);
  return Response.json(answer, { headers: limitHeaders(conversation) });
}

/** Like `collectAnswer`, while the credential is valid: throws the reason within a second of its end. */
export async function wholeAnswer(
  { app: { streams } }: Call,
  { signal }: Request,
  conversation: Conversation,
  isAllowed: () => Promise<Allowed>,
): Promise<ChatAnswerView> {
  if (conversation.kind === "recorded") return answerOf(conversation);
  const ended = new AbortController();
  const unwatch = streams.watch({
    twin_id: conversation.twin_id,
    isAllowed,
    end: (reason) => ended.abort(reason),
  });
  try {
    const until = AbortSignal.any([signal, ended.signal]);
    return await collectAnswer(conversation, until);
  } catch (error) {
    throw ended.signal.aborted ? ended.signal.reason : error;
  } finally {
    unwatch();
  }
}

/** Headers with the limits that a conversation was admitted by; empty for a retry's answer. */
export function limitHeaders({ states }: Conversation): Record<string, string> {
  return states.length > 0 ? rateLimitHeaders(states) : {};
}

/** Streams a conversation's events, ended when `isAllowed` says so. */
export function streamResponse(
  call: Call,
  conversation: Conversation,
  { isAllowed, form = OWN_FORM, headers }: {
    isAllowed: () => Promise<Allowed>;
    form?: StreamForm;
    headers?: Record<string, string>;
  },
): Response {
  // A recorded answer needs no stream, nor anyone to watch it.
  const body = conversation.kind === "recorded"
    ? eventsOf(conversation).map((event) => form.event(event)).join("")
    : eventStream(call, conversation.events, {
      streams: call.app.streams,
      twin_id: conversation.twin_id,
      isAllowed,
    }, form);
  return new Response(body, {
    headers: {
      ...limitHeaders(conversation),
      ...headers,
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
}

/** The whole answer, in its JSON form. */
export async function collectAnswer(
  conversation: Conversation,
  signal: AbortSignal,
): Promise<ChatAnswerView> {
  if (conversation.kind === "recorded") return answerOf(conversation);
  const answer: Omit<ChatAnswerView, Ending> = {
    session_id: conversation.session_id,
    answer: "",
    citations: [],
  };
  for await (const event of conversation.events(signal)) {
    const done = addEvent(answer, event);
    if (done) return { ...answer, ...done };
  }
  throw new AppError("unavailable", "The answer could not be finished.");
}

function answerOf(
  { session_id, exchange, may_leave_email }: Recorded,
): ChatAnswerView {
  return {
    session_id,
    message_id: exchange.id,
    answer: exchange.answer,
    citations: exchange.citations,
    grounded: exchange.grounded,
    confidence: confidenceOf(exchange),
    ...(may_leave_email ? { may_leave_email: true as const } : {}),
  };
}

type Ending = "message_id" | "grounded" | "confidence" | "may_leave_email";

function addEvent(
  answer: Omit<ChatAnswerView, Ending>,
  event: ChatEvent,
) {
  if (event.type === "delta") answer.answer += event.text;
  if (event.type === "citations") answer.citations = event.citations;
  if (event.type !== "done") return null;
  const { type: _, lead_url: __, ...done } = event;
  return done;
}
