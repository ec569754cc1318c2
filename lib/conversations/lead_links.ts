import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import type { Exchange, Session } from "../schemas/chat.ts";
import type { Twin } from "../schemas/twin.ts";
import { mayLeaveEmail } from "./exchanges.ts";
import { keys } from "../store/keys.ts";
import { constantTimeEqual, hmac } from "../crypto/secrets.ts";
import { getTwin } from "../twins/twins.ts";

/**
 * The address of a page where a visitor who asked by a key or a channel may leave an e-mail; undefined if there was
 * an answer or nothing is stored. It opens only that page, and expires with the session.
 */
export function leadUrl(
  app: Context,
  twin: Twin,
  session: Session,
  exchange: Exchange,
): string | undefined {
  const has_form = session.channel.kind === "link";
  if (has_form || !mayLeaveEmail(twin, session, exchange)) return undefined;
  return `${app.config.base_url}/notify/${session.id}_${sign(session)}`;
}

/** Signs with the session's hash, which only the server has and which does not reveal the session's secret. */
function sign({ id, secret_hash }: Session): string {
  return hmac(secret_hash, `tell ${id}`);
}

/** The live session and twin of such an address. Throws `not_found`. */
export async function requireLeadTicket(
  app: Context,
  ticket: string,
): Promise<{ session: Session; twin: Twin }> {
  const [, id = "", signature = ""] = /^(ses_\w{26})_([\w-]{43})$/
    .exec(ticket) ?? [];
  const { value: session } = await app.kv.get<Session>(keys.session(id));
  if (
    session && constantTimeEqual(sign(session), signature) &&
    Date.parse(session.expires_at) > app.clock.now()
  ) {
    const twin = await getTwin(app, session.twin_id);
    if (twin) return { session, twin };
  }
  throw notFound("conversation");
}
