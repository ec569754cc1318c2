import type { Context } from "../context.ts";
import type { WithStreams } from "./open_streams.ts";
import type { WithExchanges } from "./open_exchanges.ts";
import type { WithVectors } from "../vectors/twin_vectors.ts";
import type { WithIndexes } from "../content/indexes.ts";
import type { WithAdmission } from "../limits/admission.ts";
import type { WithMetrics } from "../metrics/metrics.ts";
import { traced, type WithTracing } from "../tracing/tracing.ts";
import type { WithRefusals } from "../limits/refusals.ts";
import { AppError } from "../errors.ts";
import { policyCharge } from "../limits/policies.ts";
import type { Charge, Decision, PolicyState } from "../limits/rate_limiting.ts";
import { rateLimited } from "../limits/rate_limited.ts";
import type { Exchange } from "../schemas/chat.ts";
import { retentionOf, type Twin } from "../schemas/twin.ts";
import { modelOf } from "../models/twin_model.ts";
import { openSession, type VisitorSession } from "../conversations/sessions.ts";
import { getRecorded } from "../conversations/recording.ts";
import { answerAtOnce, answerInPieces, ended } from "./answering.ts";
import type { ChatEvent, Recorded } from "./events.ts";
import type { Ask } from "./types.ts";

/** What answering a message needs. */
export type ChatContext =
  & Context
  & WithAdmission
  & WithMetrics
  & WithTracing
  & WithIndexes
  & WithVectors
  & WithStreams
  & WithExchanges
  & WithRefusals;

/**
 * An admitted message. Its answer is already recorded, or it streams: then it starts when `events` is read and is
 * recorded before `done`; if `signal` aborts, what has arrived is recorded.
 */
export type Conversation =
  & { session_id: string; twin_id: string; states: PolicyState[] }
  & (
    | { kind: "recorded" } & Recorded
    | {
      kind: "streaming";
      events(signal: AbortSignal): AsyncGenerator<ChatEvent>;
    }
  );

/**
 * Admits a visitor's message: session, limits, and the earlier answer to a retry. Throws `unavailable` for a paused
 * twin, `forbidden` for a blocked session, `rate_limited` if a policy refuses.
 */
export async function converse(
  app: ChatContext,
  ask: Ask,
): Promise<Conversation> {
  const { session_id, client_message_id } = ask.input;
  if (!session_id || !client_message_id) return await admit(app, ask, () => {});
  const id = `${session_id} ${client_message_id}`;
  const end = await app.exchanges.begin(id);
  return await admit(app, ask, end).catch((error) => {
    end();
    throw error;
  });
}

/** Like `converse`; calls `end` when the exchange is over. */
async function admit(
  app: ChatContext,
  ask: Ask,
  end: () => void,
): Promise<Conversation> {
  const { twin, channel, input } = ask;
  const visitor = await traced(app, "session", () => sessionFor(app, ask));
  const { session } = visitor;
  if (session.blocked) {
    app.refusals.note(twin.id, channel, "refused_blocked");
    throw new AppError(
      "forbidden",
      "This conversation was ended by its owner.",
    );
  }
  const recorded = input.client_message_id && !visitor.is_new
    ? await getRecorded(app, session, input.client_message_id)
    : null;
  if (recorded) {
    end();
    return asRecorded(app, twin, visitor, recorded);
  }
  if (twin.paused) {
    app.refusals.note(twin.id, channel, "refused_paused");
    throw new AppError(
      "unavailable",
      `${twin.name} is taking a break and does not answer right now. Come back later.`,
      { retry_after_s: 300 },
    );
  }
  const charges = chargesOf(app, ask, visitor);
  const model = modelOf(app, twin);
  if (model === null) {
    requireAllowed(app, ask, app.admission.predict(charges));
    const admitted = await answerAtOnce(app, ask, visitor, charges);
    requireAllowed(app, ask, admitted);
    end();
    const { value, states } = admitted;
    return asRecorded(app, twin, visitor, value, states);
  }
  app.streams.requireRoom(twin.id);
  const decision = await traced(
    app,
    "admission",
    () => app.admission.admit(charges),
  );
  requireAllowed(app, ask, decision);
  const { session_id } = visitor;
  const { states } = decision;
  return {
    ...{ kind: "streaming", session_id, twin_id: twin.id, states },
    events: (signal) =>
      endingWith(
        answerInPieces(app, model, ask, visitor, signal),
        signal,
        end,
      ),
  };
}

function sessionFor(app: ChatContext, { twin, channel, input }: Ask) {
  const { session_id } = input;
  return openSession(app, twin.id, channel, session_id, retentionOf(twin));
}

/** Yields these events and calls `end` when they are over. */
function endingWith(
  events: AsyncGenerator<ChatEvent>,
  signal: AbortSignal,
  end: () => void,
): AsyncGenerator<ChatEvent> {
  let begun = false;
  // A generator closed before its first event runs none of its code.
  signal.addEventListener("abort", () => begun || end());
  return (async function* () {
    begun = true;
    try {
      yield* events;
    } finally {
      end();
    }
  })();
}

/** Throws `rate_limited` if a policy refused, and counts it. */
function requireAllowed<D extends Decision>(
  app: Context & WithRefusals,
  { twin, channel }: Ask,
  decision: D,
): asserts decision is D & { allowed: true } {
  if (decision.allowed) return;
  app.refusals.note(twin.id, channel, "refused_limit");
  throw rateLimited(decision);
}

function chargesOf(app: Context, ask: Ask, visitor: VisitorSession): Charge[] {
  const charges = [
    {
      ...policyCharge(app, "session", visitor.session.id),
      is_new: visitor.is_new,
    },
    ...ask.charges,
  ];
  if (ask.address !== null) {
    charges.push(policyCharge(app, "ip", ask.address));
    if (visitor.is_new) {
      charges.push(policyCharge(app, "session_start", ask.address));
    }
  }
  return charges;
}

function asRecorded(
  app: Context,
  twin: Twin,
  { session_id, session }: VisitorSession,
  exchange: Exchange,
  states: PolicyState[] = [],
): Conversation {
  const end = ended(app, twin, session, exchange);
  return { kind: "recorded", session_id, twin_id: twin.id, states, ...end };
}
