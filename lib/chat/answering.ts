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
import { listExchanges, mayLeaveEmail } from "../conversations/exchanges.ts";
import { recordExchange, recording } from "../conversations/recording.ts";
import type { TwinModel } from "../models/twin_model.ts";
import { newId } from "../crypto/ids.ts";
import { currentIndex, type WithIndexes } from "../content/indexes.ts";
import { readerFor } from "../content/reader.ts";
import { type ChatEvent, doneEvent } from "./events.ts";
import { answerByModel, answerFromContent } from "./reply.ts";
import { similarBy } from "./similar.ts";
import type { WithVectors } from "../vectors/twin_vectors.ts";
import type { Ask } from "./types.ts";
import type { Reply } from "../schemas/reply.ts";

/** Earlier exchanges that a follow-up may refer to. */
const CONTEXT_EXCHANGES = 6;

/** Prepares an answer: the index of quotable content, and the question with the conversation so far. */
async function prepare(
  app: Context & WithIndexes & WithVectors,
  ask: Ask,
  { session, is_new }: VisitorSession,
) {
  const reader = readerFor(app.kv, ask.twin.id, ask.viewer);
  const [{ index, version }, exchanges] = await Promise.all([
    currentIndex(app, ask.twin.id, reader),
    ask.history || is_new
      ? []
      : listExchanges(app, session.id, CONTEXT_EXCHANGES),
  ]);
  const { message } = ask.input;
  const history = ask.history?.slice(-CONTEXT_EXCHANGES) ??
    exchanges.map((exchange) => withCurrentAnswer(exchange, version));
  const { twin, viewer, language } = ask;
  return {
    ...{ index, version, question: { message, history, twin, language } },
    findSimilar: similarBy(app, { twin, viewer, index, message }),
  };
}

/**
 * An earlier answer may quote text that has become private: if the content has changed since, the model gets only the
 * question.
 */
function withCurrentAnswer(exchange: Exchange, version: string): Exchange {
  return exchange.content_version === version
    ? exchange
    : { ...exchange, answer: "" };
}

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
    const held = await prepare(app, ask, visitor);
    const { index, question, findSimilar } = held;
    const reply = await answerFromContent(index, question, findSimilar);
    return { version: held.version, reply };
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
    const { index, question, findSimilar, ...held } = await traced(
      app,
      "retrieval",
      () => prepare(app, ask, visitor),
    );
    version = held.version;
    for await (
      const text of answerByModel(app, model, index, question, reply, {
        findSimilar,
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
