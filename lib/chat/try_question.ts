import type { Actor } from "../actor.ts";
import { requireTwin } from "../twins/twins.ts";
import type { Answer, Candidate } from "../schemas/citation.ts";
import { admitOrThrow, policyCharge } from "../limits/policies.ts";
import type { AnsweringContext } from "./answering.ts";
import { viewerFor } from "./ask.ts";
import { searchNow } from "../content/indexes.ts";
import { readerFor } from "../content/reader.ts";
import { findAnswer } from "./reply.ts";
import { nearTo } from "./similar.ts";

/**
 * Answers a question from the content, as for a visitor or for the owner. Nothing is recorded; it counts as a preview
 * message. Includes the best-matching items, to show the owner why. Throws `rate_limited`.
 */
export async function tryQuestion(
  app: AnsweringContext,
  actor: Actor,
  { twin_id, as, channel, question }: {
    twin_id: string;
    as: "owner" | "public";
    channel?: string;
    question: string;
  },
): Promise<Answer & { candidates: Candidate[] }> {
  const twin = await requireTwin(app, actor, twin_id);
  await admitOrThrow(app, [policyCharge(app, "preview", actor.user_id)]);
  const viewer = await viewerFor(app, twin.id, { as, channel });
  const reader = readerFor(app.kv, twin.id, viewer);
  return await searchNow(app, twin.id, reader, async (finder) => {
    const answer = await findAnswer(
      finder,
      { message: question, history: [], twin },
      nearTo(app, { twin, viewer, finder, message: question }),
    );
    return { ...answer, candidates: await finder.candidates(question) };
  });
}
