import type { Context } from "../context.ts";
import type { WithAdmission } from "../limits/admission.ts";
import type { WithReads } from "../store/gathered_reads.ts";
import { iso } from "../clock.ts";
import { notFound } from "../errors.ts";
import { countRating } from "../figures/figures.ts";
import { admitOrThrow, policyCharge } from "../limits/policies.ts";
import type {
  Exchange,
  Rating,
  RatingInput,
  Session,
} from "../schemas/chat.ts";
import { requireSession } from "./sessions.ts";
import { commitWithRetry } from "../store/commit.ts";
import { keys } from "../store/keys.ts";

/**
 * Keeps what a visitor thinks of an answer given in their session; a second rating of it replaces the first. Throws
 * `not_found` for any other answer and where the session is over, `rate_limited` where they rate too often.
 */
export async function rateAnswer(
  app: Context & WithAdmission & WithReads,
  twin_id: string,
  { session_id, message_id, rating, comment = "" }: RatingInput,
): Promise<Rating> {
  const { id } = await requireSession(app, session_id, twin_id);
  await admitOrThrow(app, [policyCharge(app, "rating", id)]);
  const now = app.clock.now();
  return await commitWithRetry(app.kv, async (op) => {
    const [talk, said] = await app.kv.getMany<[Session, Exchange]>([
      keys.session(id),
      keys.message(id, message_id),
    ]);
    const [session, exchange] = [talk.value, said.value];
    if (!session || !exchange || session.channel.kind === "preview") {
      throw notFound("answer");
    }
    const given = { rating, comment: comment.trim(), rated_at: iso(now) };
    op.check(talk, said).set(said.key, { ...exchange, rating: given });
    const before = exchange.rating;
    if (before?.rating !== rating) {
      if (before) countRating(op, session, before, -1n);
      countRating(op, session, given, 1n);
      setRatedDown(op, session, rating === "down" ? 1 : before ? -1 : 0);
    }
    return given;
  });
}

/** Counts a session's answers that were rated down; one that has any stands in a list of its own. */
function setRatedDown(
  op: Deno.AtomicOperation,
  session: Session,
  change: number,
): void {
  const rated_down = (session.rated_down ?? 0) + change;
  op.set(keys.session(session.id), { ...session, rated_down });
  const listed = keys.sessionRatedDown(session.twin_id, session.id);
  if (rated_down > 0) op.set(listed, true);
  else op.delete(listed);
}
