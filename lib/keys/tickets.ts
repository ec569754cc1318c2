import { getActorByHash } from "../accounts/sessions.ts";
import type { Actor } from "../actor.ts";
import type { Context } from "../context.ts";
import type { WithRecordCache } from "../store/record_cache.ts";
import { signedOut } from "../authority.ts";
import { type LiveKey, requireKeyByHash } from "./live_keys.ts";
import { iso, MINUTE } from "../clock.ts";
import { AppError } from "../errors.ts";
import { keys } from "../store/keys.ts";
import { constantTimeEqual, hmac, newToken } from "../crypto/secrets.ts";
import { commit } from "../store/commit.ts";

const TICKET_MS = 10 * MINUTE;
export const TICKET_PREFIX = "tw_tk_";

/** What our own page sends instead of a key. */
type Ticket = { ticket: string; expires_at: string };

/**
 * Issues a ticket for a key, valid for 10 minutes: `tw_tk_` + key hash, twin, expiry and holder, signed with
 * HMAC-SHA256. It ends with its key, which is read at every use: for framed pages, also when the key no longer
 * permits any site; for the dashboard's preview, with the session of its holder, the member it was issued to. Throws
 * `forbidden` for a key that opens no page.
 */
export async function mintTicket(
  app: Context,
  live: LiveKey,
  holder?: Actor,
): Promise<Ticket> {
  const holder_hash = holder?.session_hash ?? "";
  requireShown(live, holder_hash);
  const expires = app.clock.now() + TICKET_MS;
  const payload = [
    live.key.key_hash,
    live.twin.id,
    expires.toString(36),
    holder_hash,
  ].join(".");
  const signature = hmac(await ticketSecret(app), payload);
  return {
    ticket: `${TICKET_PREFIX}${payload}.${signature}`,
    expires_at: iso(expires),
  };
}

/** The current key behind a ticket. Throws `unauthorized` for a forged or expired ticket, or another twin's. */
export async function verifyTicket(
  app: Context & WithRecordCache,
  ticket: string,
  twin_id: string,
): Promise<LiveKey> {
  const body = ticket.slice(TICKET_PREFIX.length);
  const cut = body.lastIndexOf(".");
  const payload = body.slice(0, Math.max(0, cut));
  const [key_hash, for_twin, expires, holder_hash] = payload.split(".");
  const genuine = constantTimeEqual(
    hmac(await ticketSecret(app), payload),
    body.slice(cut + 1),
  );
  if (
    !genuine || for_twin !== twin_id ||
    parseInt(expires, 36) <= app.clock.now()
  ) {
    throw new AppError(
      "unauthorized",
      "This page was open for too long. Reload it to continue.",
    );
  }
  const live = await requireKeyByHash(app, key_hash, twin_id);
  requireShown(live, holder_hash);
  if (holder_hash === "") return live;
  const holder = await getActorByHash(app, holder_hash);
  if (holder?.tenant_id === live.twin.tenant_id) return live;
  throw signedOut();
}

/** Whether a page may call with this key: one of ours for its holder, or one framed by a site. */
function requireShown({ key }: LiveKey, holder_hash: string): void {
  if (key.type === "secret") {
    throw new AppError(
      "forbidden",
      "A secret key must never be used in a web page. Use a publishable key, and rotate this one if it was ever in a page.",
    );
  }
  if (holder_hash === "" && key.allowed_domains.length === 0) {
    throw new AppError(
      "forbidden",
      "This key has no allowed domains yet. Add your site's domain in the dashboard under API Keys.",
    );
  }
}

/** This installation's secret for tickets: random, created on first use, shared by all instances. */
async function ticketSecret(app: Context): Promise<string> {
  const key = keys.ticketSecret();
  const entry = await app.kv.get<string>(key);
  if (entry.value) return entry.value;
  await commit(app.kv.atomic().check(entry).set(key, newToken()));
  return await ticketSecret(app);
}
