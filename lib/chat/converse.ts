import type { App } from "../app.ts";
import { iso } from "../clock.ts";
import { AppError } from "../errors.ts";
import type { Refusal } from "../schemas/figures.ts";
import { policyCharge } from "../policies.ts";
import { type Charge, type Standing } from "../rate_limiting.ts";
import { rateLimited } from "../rate_limit_answers.ts";
import type { Channel, ChatInput, Exchange } from "../schemas/chat.ts";
import type { Twin } from "../schemas/twin.ts";
import {
  getRecorded,
  listExchanges,
  openSession,
  recordExchange,
  type VisitorSession,
} from "../sessions.ts";
import { newId } from "../tokens.ts";
import { readerFor } from "./content_reader.ts";
import { answerQuestion } from "./engines/answer_question.ts";
import type { Reply } from "./engines/reply.ts";

/** One message on its way in: from where, to which twin, with whose limits. */
export type Ask = {
  twin: Twin;
  content_version: string;
  channel: Channel;
  /** The client's address bucket; null where a server speaks for many visitors. */
  address: string | null;
  /** Policies of the channel itself: the key's or the link's. */
  charges: Charge[];
  input: ChatInput;
};

export type ChatEvent =
  | { type: "session"; session_id: string }
  | { type: "delta"; text: string }
  | { type: "citations"; citations: Exchange["citations"] }
  | { type: "done"; message_id: string; grounded: boolean };

/** An admitted message: nothing is answered until `events` is read. */
export type Conversation = {
  session_id: string;
  twin_id: string;
  standings: Standing[];
  /** The answer as it comes. Recorded before `done`; what had come when `signal` aborts is recorded too. */
  events(signal: AbortSignal): AsyncGenerator<ChatEvent>;
};

/** Earlier exchanges that a follow-up may refer to. */
const CONTEXT_EXCHANGES = 6;

/**
 * Admits a visitor's message: session, limits, and a retry's earlier answer. Throws `unavailable` for a
 * paused twin, `forbidden` for a blocked session, `rate_limited` where a policy refuses.
 */
export async function converse(app: App, ask: Ask): Promise<Conversation> {
  const { session_id, client_message_id } = ask.input;
  if (!session_id || !client_message_id) return await admit(app, ask, () => {});
  const id = `${session_id} ${client_message_id}`;
  const end = await app.exchanges.begin(id);
  return await admit(app, ask, end).catch((error) => {
    end();
    throw error;
  });
}

/** As `converse`; `end` is called when the exchange is over. */
async function admit(
  app: App,
  ask: Ask,
  end: () => void,
): Promise<Conversation> {
  const { twin, input } = ask;
  const count = (why: Refusal) => app.refusals.note(twin.id, ask.channel, why);
  const visitor = await openSession(
    app,
    twin.id,
    ask.channel,
    input.session_id,
  );
  const { session, session_id } = visitor;
  if (session.blocked) {
    count("refused_blocked");
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
    return {
      session_id,
      twin_id: twin.id,
      standings: [],
      events: () => replay(session_id, recorded),
    };
  }
  if (twin.paused) {
    count("refused_paused");
    throw new AppError(
      "unavailable",
      `${twin.name} is taking a break and does not answer right now. Come back later.`,
      { headers: { "retry-after": "300" } },
    );
  }
  app.streams.requireRoom(twin.id);
  const decision = await app.limiter.admit(chargesOf(app, ask, visitor));
  if (!decision.allowed) {
    count("refused_limit");
    throw rateLimited(decision);
  }
  return {
    session_id,
    twin_id: twin.id,
    standings: decision.standings,
    events(signal) {
      let begun = false;
      // A generator that is left before its first event runs none of its code.
      signal.addEventListener("abort", () => begun || end());
      return (async function* () {
        begun = true;
        try {
          yield* answer(app, ask, visitor, signal);
        } finally {
          end();
        }
      })();
    },
  };
}

function chargesOf(app: App, ask: Ask, visitor: VisitorSession): Charge[] {
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

async function* replay(
  session_id: string,
  recorded: Exchange,
): AsyncGenerator<ChatEvent> {
  yield { type: "session", session_id };
  yield { type: "delta", text: recorded.answer };
  yield { type: "citations", citations: recorded.citations };
  yield { type: "done", message_id: recorded.id, grounded: recorded.grounded };
}

async function* answer(
  app: App,
  ask: Ask,
  visitor: VisitorSession,
  signal: AbortSignal,
): AsyncGenerator<ChatEvent> {
  yield { type: "session", session_id: visitor.session_id };
  const asked_at = iso(app.clock.now());
  const reply: Reply = {
    text: "",
    citations: [],
    grounded: false,
    is_small_talk: false,
  };
  let finished = false;
  let recorded: Exchange | null = null;
  const record = () =>
    recordExchange(app, visitor, {
      id: newId("msg", app.clock.now()),
      question_id: newId("msg", app.clock.now()),
      client_message_id: ask.input.client_message_id ?? null,
      question: ask.input.message,
      answer: reply.text,
      citations: reply.citations,
      grounded: reply.grounded,
      partial: !finished,
      is_small_talk: reply.is_small_talk,
      asked_at,
      answered_at: iso(app.clock.now()),
    });
  try {
    const as = ask.channel.kind === "preview" ? ask.channel.as : "public";
    const reader = readerFor(app.kv, ask.twin.id, as);
    const [index, history] = await Promise.all([
      app.indexes.get(ask.twin.id, reader, ask.content_version),
      visitor.is_new
        ? []
        : listExchanges(app, visitor.session.id, CONTEXT_EXCHANGES),
    ]);
    const question = { message: ask.input.message, history, twin: ask.twin };
    for await (
      const text of answerQuestion(app, index, question, reply, signal)
    ) {
      yield { type: "delta", text };
    }
    finished = true;
    recorded = await record();
    yield { type: "citations", citations: reply.citations };
    if (!recorded) {
      throw new AppError("expired", "This conversation was deleted meanwhile.");
    }
    yield {
      type: "done",
      message_id: recorded.id,
      grounded: recorded.grounded,
    };
  } finally {
    // The visitor left or the model failed: what had arrived is kept.
    if (!recorded && !finished && reply.text !== "") await record();
  }
}
