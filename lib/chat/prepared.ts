import { IndexFinder } from "../content/finder.ts";
import { currentVersion, type WithIndexes } from "../content/indexes.ts";
import { readerFor } from "../content/reader.ts";
import type { Context } from "../context.ts";
import { listExchanges } from "../conversations/exchanges.ts";
import type { VisitorSession } from "../conversations/sessions.ts";
import type { Exchange } from "../schemas/chat.ts";
import type { WithVectors } from "../vectors/twin_vectors.ts";
import { nearTo } from "./similar.ts";
import type { Ask } from "./types.ts";

/** Earlier exchanges that a follow-up may refer to. */
const CONTEXT_EXCHANGES = 6;

/** Prepares an answer: the quotable content, and the question with the conversation so far. */
export async function prepare(
  app: Context & WithIndexes,
  ask: Ask,
  { session, is_new }: VisitorSession,
) {
  const [version, exchanges] = await Promise.all([
    currentVersion(app, ask.twin.id),
    ask.history || is_new
      ? []
      : listExchanges(app, session.id, CONTEXT_EXCHANGES),
  ]);
  const { message } = ask.input;
  const history = ask.history?.slice(-CONTEXT_EXCHANGES) ??
    exchanges.map((exchange) => withCurrentAnswer(exchange, version));
  const { twin, language } = ask;
  const reader = readerFor(app.kv, twin.id, ask.viewer);
  return {
    content: { twin_id: twin.id, reader, version },
    question: { message, history, twin, language },
  };
}

/** As `prepare`, with the index itself, which a model's prompt is made from. */
export async function prepareIndex(
  app: Context & WithIndexes & WithVectors,
  ask: Ask,
  visitor: VisitorSession,
) {
  const { content, question } = await prepare(app, ask, visitor);
  const { twin_id, reader, version } = content;
  const index = await app.indexes.get(twin_id, reader, version);
  const { twin, viewer, input: { message } } = ask;
  const finder = new IndexFinder(index);
  const findNear = nearTo(app, { twin, viewer, finder, message });
  return { index, version, question, findNear };
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
