import type { Actor } from "../actor.ts";
import { signedOut } from "../authority.ts";
import { type LiveKey, verifyApiKey } from "../keys/verification.ts";
import { getActor } from "../accounts/sessions.ts";
import { AppError, isAppError } from "../errors.ts";
import { isOriginAllowed } from "../keys/domains.ts";
import { TICKET_PREFIX, verifyTicket } from "../keys/tickets.ts";
import { callOf } from "./call.ts";
import { readSessionCookie } from "./cookies.ts";

/** Whoever is signed in; null without a live session. */
export async function getRequestActor(req: Request): Promise<Actor | null> {
  const { app } = callOf(req);
  const is_secure = app.config.base_url.startsWith("https:");
  const token = readSessionCookie(req, is_secure);
  return token ? await getActor(app, token) : null;
}

/** Whoever is signed in. Throws `unauthorized`. */
export async function requireActor(req: Request): Promise<Actor> {
  const actor = await getRequestActor(req);
  if (actor) return actor;
  throw signedOut();
}

/** Our own origins: the configured one, and whatever host this request was sent to. */
function isOwnOrigin(req: Request, origin: string): boolean {
  const { app } = callOf(req);
  if (origin === app.config.base_url) return true;
  const url = URL.parse(origin);
  return url !== null && url.origin === origin &&
    url.host === req.headers.get("host");
}

/** Refuses a change that another site's page asked a browser for. Throws `forbidden`. */
export function requireSameSite(req: Request): void {
  const origin = req.headers.get("origin");
  const site = req.headers.get("sec-fetch-site");
  const foreign = (origin !== null && !isOwnOrigin(req, origin)) ||
    (site !== null && site !== "same-origin" && site !== "none");
  if (foreign) {
    throw new AppError(
      "forbidden",
      "This change came from another site, so it was refused. Make it from the dashboard itself.",
    );
  }
}

function keyText(req: Request): string {
  const bearer = /^Bearer (\S+)$/i.exec(req.headers.get("authorization") ?? "");
  return bearer?.[1] ?? req.headers.get("x-api-key") ?? "";
}

/**
 * The live key of a call and whether its origin is let in. Throws `unauthorized` for the key and `forbidden`
 * for the origin; both are checked anew on every call.
 */
export async function requireKey(
  req: Request,
  twin_id: string,
): Promise<LiveKey> {
  const { app } = callOf(req);
  const { live, refusal } = await readKey(req, twin_id);
  if (keyText(req).startsWith(TICKET_PREFIX)) return live;
  const origin = req.headers.get("origin");
  app.key_uses.note(live.key.id, origin, refusal === null);
  if (refusal === null) return live;
  const channel = { kind: "key", key_id: live.key.id } as const;
  app.refusals.note(twin_id, channel, "refused_origin");
  throw new AppError("forbidden", refusal);
}

/** Whether the call's key, or its ticket, is still good and lets it in: for what it has under way. */
export async function isKeyCallAllowed(
  req: Request,
  twin_id: string,
): Promise<boolean> {
  try {
    return (await readKey(req, twin_id)).refusal === null;
  } catch (error) {
    if (isAppError(error)) return false;
    throw error;
  }
}

async function readKey(
  req: Request,
  twin_id: string,
): Promise<{ live: LiveKey; refusal: string | null }> {
  const { app } = callOf(req);
  const text = keyText(req);
  const origin = req.headers.get("origin");
  if (text.startsWith(TICKET_PREFIX)) {
    const live = await verifyTicket(app, text, twin_id);
    if (origin === null || isOwnOrigin(req, origin)) {
      return { live, refusal: null };
    }
    throw new AppError("forbidden", "This ticket works on its own page only.");
  }
  if (text === "") {
    throw new AppError(
      "unauthorized",
      "Send an API key, as Authorization: Bearer … or x-api-key.",
    );
  }
  const live = await verifyApiKey(app, text, twin_id);
  return { live, refusal: originRefusal(live, origin) };
}

function originRefusal({ key }: LiveKey, origin: string | null): string | null {
  if (key.type === "secret") {
    return origin === null
      ? null
      : "A secret key belongs on a server, never in a web page: its calls must not carry an Origin. Use a publishable key here, and rotate this one, since visitors could have read it.";
  }
  if (origin === null) {
    return "A publishable key needs the Origin of a web page. On a server use a secret key.";
  }
  if (isOriginAllowed(origin, key.allowed_domains)) return null;
  return `The key "${key.key_prefix}…" does not let in ${
    shorten(origin)
  }. Add this origin to its domains in the dashboard, page API Keys.`;
}

function shorten(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
