import type { Owner } from "../actor.ts";
import { IndexFinder } from "../content/finder.ts";
import { currentIndex } from "../content/indexes.ts";
import { readerFor } from "../content/reader.ts";
import { AppError } from "../errors.ts";
import { admitOrThrow, policyCharge } from "../limits/policies.ts";
import { modelOf } from "../models/twin_model.ts";
import type { SampleAnswer } from "../schemas/model.ts";
import { requireTwin } from "../twins/twins.ts";
import type { AnsweringContext } from "./answering.ts";
import { viewerFor } from "./ask.ts";
import { nearTo } from "./similar.ts";
import { answerByModel, answerFromContent } from "./reply.ts";

/** How long a sample may take, in milliseconds. */
const PATIENCE_MS = 60_000;

/**
 * Answers a visitor's question twice: directly from the public content, and worded by the twin's model. Nothing is
 * recorded; it counts as a preview message and against the model's tokens. Throws `conflict` without a model and
 * `unavailable` if it does not answer.
 */
export async function sampleAnswer(
  app: AnsweringContext,
  owner: Owner,
  twin_id: string,
  message: string,
): Promise<SampleAnswer> {
  const twin = await requireTwin(app, owner, twin_id);
  const model = modelOf(app, twin);
  if (!model) {
    throw new AppError("conflict", "Connect a model first, then compare.");
  }
  await admitOrThrow(app, [policyCharge(app, "preview", owner.user_id)]);
  const viewer = await viewerFor(app, twin.id, { as: "public" });
  const { index } = await currentIndex(
    app,
    twin.id,
    readerFor(app.kv, twin.id, viewer),
  );
  const question = { message, history: [], twin };
  const finder = new IndexFinder(index);
  const findNear = nearTo(app, { twin, viewer, finder, message });
  const before = await answerFromContent(finder, question, findNear);
  const reply = structuredClone({ ...before, text: "" });
  const usage = { tokens: 0 };
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const pieces = answerByModel(app, model, index, question, reply, {
    ...{ findNear, signal, usage },
  });
  await Array.fromAsync(pieces);
  if (reply.engine === "fallback") {
    throw new AppError(
      "unavailable",
      "The model did not answer, or its tokens for the day are used up. Test it to see why.",
    );
  }
  return {
    question: message,
    before: before.text,
    after: reply.engine === "model" ? reply.text : null,
    tokens: usage.tokens,
  };
}
