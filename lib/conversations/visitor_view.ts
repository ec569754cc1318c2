import type { Context } from "../context.ts";
import type { WithReads } from "../store/gathered_reads.ts";
import type { SessionView } from "../schemas/chat.ts";
import { retentionOf } from "../schemas/twin.ts";
import { listExchanges, mayLeaveEmail } from "./exchanges.ts";
import { requireSessionWithTwin } from "./sessions.ts";

/** Describes what is stored about a visitor, for the visitor. Throws `not_found` if the session is over. */
export async function describeSession(
  app: Context & WithReads,
  session_id: string,
  twin_id?: string,
): Promise<SessionView> {
  const { session, twin } = await requireSessionWithTwin(
    app,
    session_id,
    twin_id,
  );
  const exchanges = await listExchanges(app, session.id);
  return {
    started_at: session.started_at,
    last_active_at: session.last_active_at,
    expires_at: session.expires_at,
    retention_days: session.kept_days === 0 ? 0 : retentionOf(twin),
    messages: exchanges.flatMap((exchange) => [
      {
        id: exchange.question_id,
        role: "visitor" as const,
        text: exchange.question,
        created_at: exchange.asked_at,
      },
      {
        id: exchange.id,
        role: "twin" as const,
        text: exchange.answer,
        citations: exchange.citations,
        ...(mayLeaveEmail(twin, session, exchange)
          ? { may_leave_email: true as const }
          : {}),
        ...(exchange.rating ? { rating: exchange.rating } : {}),
        created_at: exchange.answered_at,
      },
    ]),
  };
}
