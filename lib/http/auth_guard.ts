import type { Actor } from "../actor.ts";
import { signedOut } from "../authority.ts";
import type { LiveKey } from "../keys/live_keys.ts";
import {
  isKeyCallAllowed,
  type KeyCall,
  verifyKeyCall,
  verifySecretKeyCall,
} from "../keys/verification.ts";
import { getActor } from "../accounts/sessions.ts";
import { AppError } from "../errors.ts";
import { callOf } from "./call.ts";
import { readSessionCookie } from "./cookies.ts";

/** Whoever is signed in; null without a live session. */
export async function getRequestActor(req: Request): Promise<Actor | null> {
  const { app } = callOf(req);
  const token = readSessionCookie(req, app.config);
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

function keyCall(req: Request, twin_id: string | null): KeyCall {
  const origin = req.headers.get("origin");
  const is_own_origin = origin === null || isOwnOrigin(req, origin);
  return { twin_id, text: keyText(req), origin, is_own_origin };
}

/** The live key of a call, which lets its origin in. Throws `unauthorized` and `forbidden` (`verifyKeyCall`). */
export async function requireKey(
  req: Request,
  twin_id: string,
): Promise<LiveKey> {
  return await verifyKeyCall(callOf(req).app, keyCall(req, twin_id));
}

/** The live secret key of a program, of whichever twin. Throws `unauthorized` and `forbidden`. */
export async function requireSecretKey(req: Request): Promise<LiveKey> {
  return await verifySecretKeyCall(callOf(req).app, keyCall(req, null));
}

/** Whether the call's key, or its ticket, is still good and lets it in: for what it has under way. */
export async function isStillAllowed(
  req: Request,
  twin_id: string | null,
): Promise<boolean> {
  return await isKeyCallAllowed(callOf(req).app, keyCall(req, twin_id));
}
