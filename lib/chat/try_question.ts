import type { Actor } from "../actor.ts";
import type { Context } from "../context.ts";
import type { WithAdmission } from "../limits/admission.ts";
import { requireTwin } from "../twins/twins.ts";
import type { Answer } from "../schemas/citation.ts";
import { admitOrThrow, policyCharge } from "../limits/policies.ts";
import { viewerFor } from "./ask.ts";
import { currentIndex, type WithIndexes } from "../content/indexes.ts";
import { readerFor } from "../content/reader.ts";
import { answerFromIndex } from "../engine/answer.ts";
import { answerFromPair } from "../engine/pairs.ts";

/**
 * What the content says to a question, as for a visitor or as for its owner. Nothing is recorded; it counts as a
 * message of the preview. Throws `rate_limited`.
 */
export async function tryQuestion(
  app: Context & WithAdmission & WithIndexes,
  actor: Actor,
  { twin_id, as, channel, question }: {
    twin_id: string;
    as: "owner" | "public";
    channel?: string;
    question: string;
  },
): Promise<Answer> {
  const twin = await requireTwin(app, actor, twin_id);
  await admitOrThrow(app, [policyCharge(app, "preview", actor.user_id)]);
  const viewer = await viewerFor(app, twin.id, { as, channel });
  const reader = readerFor(app.kv, twin.id, viewer);
  const { index } = await currentIndex(app, twin.id, reader);
  return answerFromPair(index, question) ??
    answerFromIndex(index, question, { profile: twin });
}
