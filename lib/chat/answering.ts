import type { WithAdmission } from "../limits/admission.ts";
import type { Admitted } from "../limits/calls.ts";
import type { WithMetrics } from "../metrics/metrics.ts";
import type { Context } from "../context.ts";
import { traced, type WithTracing } from "../tracing/tracing.ts";
import { iso } from "../clock.ts";
import { AppError } from "../errors.ts";
import type { Charge } from "../limits/rate_limiting.ts";
import { leadUrl } from "../conversations/lead_links.ts";
import type { Exchange, Session } from "../schemas/chat.ts";
import type { Twin } from "../schemas/twin.ts";
import { type VisitorSession } from "../conversations/sessions.ts";
import { mayLeaveEmail } from "../conversations/exchanges.ts";
import { recordExchange, recording } from "../conversations/recording.ts";
import type { TwinModel } from "../models/twin_model.ts";
import { newId } from "../crypto/ids.ts";
import type { WithIndexes } from "../content/indexes.ts";
import { type ChatEvent, doneEvent } from "./events.ts";
import { prepare, prepareIndex } from "./prepared.ts";
import { answerByModel, answerFromContent } from "./reply.ts";
import { nearTo } from "./similar.ts";
import type { WithVectors } from "../vectors/twin_vectors.ts";
import type { Ask } from "./types.ts";
import type { Reply } from "../schemas/reply.ts";

function exchangeOf(
  app: Context,
  { input }: Ask,
  reply: Reply,
  { asked_at, partial, version }: {
    asked_at: string;
    partial: boolean;
    version: string;
  },
): Exchange {
  const now = app.clock.now();
  return {
    id: newId("msg", now),
    question_id: newId("msg", now),
    client_message_id: input.client_message_id ?? null,
    question: input.message,
    answer: reply.text,
    citations: reply.citations,
    ...reply.quoted.length > 0 ? { quoted: reply.quoted } : {},
    grounded: reply.grounded,
    confidence: reply.confidence,
    partial,
    is_small_talk: reply.is_small_talk,
    ...reply.engine === "embedded" ? {} : { engine: reply.engine },
    content_version: version,
    asked_at,
    answered_at: iso(now),
  };
}

/** What answering from the content needs. */
export type AnsweringContext =
  & Context
  & WithAdmission
  & WithIndexes
  & WithMetrics
  & WithTracing
  & WithVectors;

/** Ends an admission without a charge: another process recorded this message meanwhile. */
class AlreadyRecorded extends Error {
  constructor(readonly exchange: Exchange) {
    super("This message is recorded already");
  }
}

/**
 * An immediate answer: found first, then charged and recorded in one commit, which does neither if a policy refuses.
 * Throws `expired` if the visitor ended the session meanwhile.
 */
export async function answerAtOnce(
  app: AnsweringContext,
  ask: Ask,
  visitor: VisitorSession,
  charges: Charge[],
): Promise<Admitted<Exchange>> {
  const asked_at = iso(app.clock.now());
  const { version, reply } = await traced(app, "retrieval", async () => {
    const { content, question } = await prepare(app, ask, visitor);
    const { twin, viewer, input: { message } } = ask;
    const reply = await app.indexes.find(content, (finder) => {
      const findNear = nearTo(app, { twin, viewer, finder, message });
      return answerFromContent(finder, question, findNear);
    });
    return { version: content.version, reply };
  });
  const partial = false;
  const exchange = exchangeOf(app, ask, reply, { asked_at, partial, version });
  const record = recording(
    app,
    visitor,
    exchange,
    ask.twin,
    ask.alongside,
  );
  // One commit admits the message and records it.
  const admitting = traced(
    app,
    "commit",
    () =>
      app.admission.admitWith(charges, async (op) => {
        const stands = await record(op);
        if (!stands) throw sessionOver();
        if (stands !== exchange) throw new AlreadyRecorded(stands);
        return stands;
      }),
  );
  return await admitting.catch((error) => {
    if (!(error instanceof AlreadyRecorded)) throw error;
    const { exchange } = error;
    return { allowed: true, states: [], refused_by: null, value: exchange };
  });
}

/**
 * Streams a model's answer to a message already charged. Recorded before `done`; if the model fails or `signal`
 * aborts, what has arrived is recorded as partial.
 */
export async function* answerInPieces(
  app: AnsweringContext,
  model: TwinModel,
  ask: Ask,
  visitor: VisitorSession,
  signal: AbortSignal,
): AsyncGenerator<ChatEvent> {
  yield { type: "session", session_id: visitor.session_id };
  const asked_at = iso(app.clock.now());
  const reply: Reply = {
    text: "",
    citations: [],
    quoted: [],
    grounded: false,
    confidence: "none",
    is_small_talk: false,
    engine: "embedded",
  };
  let finished = false;
  let version = "";
  const record = () => {
    const exchange = exchangeOf(app, ask, reply, {
      asked_at,
      partial: !finished,
      version,
    });
    return traced(
      app,
      "commit",
      () => recordExchange(app, visitor, exchange, ask.twin, ask.alongside),
    );
  };
  try {
    const { index, question, findNear, ...held } = await traced(
      app,
      "retrieval",
      () => prepareIndex(app, ask, visitor),
    );
    version = held.version;
    for await (
      const text of answerByModel(app, model, index, question, reply, {
        findNear,
        signal,
      })
    ) yield { type: "delta", text };
    finished = true;
    const recorded = await record();
    yield { type: "citations", citations: reply.citations };
    if (!recorded) throw sessionOver();
    yield doneEvent(ended(app, ask.twin, visitor.session, recorded));
  } finally {
    // The visitor left or the model failed: keep what has arrived.
    if (!finished && reply.text !== "") await record();
  }
}

/** The final event of a recorded answer. */
export function ended(
  app: Context,
  twin: Twin,
  session: Session,
  exchange: Exchange,
) {
  return {
    exchange,
    lead_url: leadUrl(app, twin, session, exchange),
    may_leave_email: mayLeaveEmail(twin, session, exchange),
  };
}

function sessionOver(): AppError {
  return new AppError(
    "expired",
    "This conversation has just been deleted. Send the message again to start a new one.",
  );
}
