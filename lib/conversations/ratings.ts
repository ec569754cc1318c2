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
import { getAll, listPage } from "../store/list.ts";
import type { Twin } from "../schemas/twin.ts";
import { listExchanges } from "./exchanges.ts";
import { isShown } from "./retention.ts";

/**
 * Stores a visitor's rating of an answer in their session; rating it again replaces the first. Throws `not_found` for
 * any other answer or if the session is over, `rate_limited` if they rate too often.
 */
export async function rateAnswer(
  app: Context & WithAdmission & WithReads,
  twin_id: string,
  { session_id, ...given }: RatingInput,
): Promise<Rating> {
  const { id } = await requireSession(app, session_id, twin_id);
  return await rateKnown(app, id, given);
}

/**
 * Like `rateAnswer`, for a conversation identified by its own id, for as long as it is kept. A repeated rating
 * without a comment keeps the earlier comment, so that of two simultaneous calls neither removes the other's.
 */
export async function rateKnown(
  app: Context & WithAdmission,
  id: string,
  { message_id, rating, comment }: Omit<RatingInput, "session_id">,
): Promise<Rating> {
  await admitOrThrow(app, [policyCharge(app, "rating", id)]);
  const now = app.clock.now();
  return await commitWithRetry(app.kv, async (op) => {
    const [session_entry, exchange_entry] = await app.kv.getMany<
      [Session, Exchange]
    >([
      keys.session(id),
      keys.message(id, message_id),
    ]);
    const [session, exchange] = [session_entry.value, exchange_entry.value];
    if (!session || !exchange || session.channel.kind === "preview") {
      throw notFound("answer");
    }
    const before = exchange.rating;
    const kept = before?.rating === rating ? before.comment : "";
    const given = {
      ...{ rating, rated_at: iso(now) },
      comment: comment?.trim() ?? kept,
    };
    op.check(session_entry, exchange_entry).set(exchange_entry.key, {
      ...exchange,
      rating: given,
    });
    if (before?.rating !== rating) {
      if (before) countRating(op, session, before, -1n);
      countRating(op, session, given, 1n);
      setRatedDown(op, session, rating === "down" ? 1 : before ? -1 : 0);
    }
    return given;
  });
}

/** Counts a session's answers rated down; a session with any is in its own list. */
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

/** Lists a twin's answers that were rated down, from its newest conversations, without blocked visitors. */
export async function listRatedDown(
  app: Context,
  twin: Twin,
  limit: number,
): Promise<{ conversation_id: string; exchange: Exchange }[]> {
  const listed = await listPage(app.kv, keys.sessionsRatedDown(twin.id), {
    limit,
  });
  const ids = listed.items.map(({ key }) => String(key[2]));
  const sessions = await getAll<Session>(
    app.kv,
    ids.map((id) => keys.session(id)),
  );
  const now = app.clock.now();
  const open = sessions.filter((session) => session !== null)
    .filter((session) => !session.blocked && isShown(session, twin, now));
  const rated = await Promise.all(open.map(async (session) => {
    const conversation_id = session.id;
    const exchanges = await listExchanges(app, conversation_id, MOST_LOOKED_AT);
    return exchanges.filter(({ rating }) => rating?.rating === "down")
      .map((exchange) => ({ conversation_id, exchange }));
  }));
  return rated.flat().slice(0, limit);
}

/** The last ones of a conversation. */
const MOST_LOOKED_AT = 100;
