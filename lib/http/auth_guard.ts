import type { Actor, Owner } from "../actor.ts";
import { requireScope, signedOut } from "../authority.ts";
import type { Allowed } from "../chat/open_streams.ts";
import type { LiveKey } from "../keys/live_keys.ts";
import {
  isKeyCallAllowed,
  type KeyCall,
  verifyKeyCall,
  verifySecretKeyCall,
} from "../keys/verification.ts";
import { getActor } from "../accounts/sessions.ts";
import { AppError } from "../errors.ts";
import type { Scope } from "../schemas/api_key.ts";
import { type Call, callOf } from "./call.ts";
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
      "This change came from another site, so it was refused. Make it in the dashboard itself.",
    );
  }
}

/**
 * Refuses a page of any site but the configured one, whatever it shows: the host that a request was sent to is what the
 * page's own name was made to lead to. Throws `forbidden`.
 */
export function requireOwnOrigin(req: Request): void {
  const origin = req.headers.get("origin");
  if (origin === null || origin === callOf(req).app.config.base_url) return;
  throw new AppError(
    "forbidden",
    "Web pages of other sites cannot call this. Call it from a server or a program.",
  );
}

/** What `Authorization: Bearer` holds; empty without one. */
export function bearerOf(req: Request): string {
  const bearer = /^Bearer (\S+)$/i.exec(req.headers.get("authorization") ?? "");
  return bearer?.[1] ?? "";
}

function keyText(req: Request): string {
  return bearerOf(req) || (req.headers.get("x-api-key") ?? "");
}

function keyCall(
  req: Request,
  twin_id: string | null,
  scope: Scope | null = "chat",
): KeyCall {
  const origin = req.headers.get("origin");
  const is_own_origin = origin === null || isOwnOrigin(req, origin);
  const used_for = `${req.method} ${callOf(req).route}`;
  const text = keyText(req);
  return { twin_id, text, origin, is_own_origin, scope, used_for };
}

/** The live key of a call, which lets its origin in. Throws `unauthorized` and `forbidden` (`verifyKeyCall`). */
export async function requireKey(
  req: Request,
  twin_id: string,
): Promise<LiveKey> {
  const call = callOf(req);
  const live = await verifyKeyCall(call.app, keyCall(req, twin_id));
  noteAsked(call, live);
  return live;
}

/** Notes which twin a public call asks, by its key or handle; its refusals are reported separately for it. */
export function noteAsked(
  { asked }: Call,
  { twin, key }: { twin: { id: string }; key?: { id: string } },
): void {
  if (!asked) return;
  asked.twin_id = twin.id;
  asked.key_id = key?.id;
}

/** The live secret key of a program, of whichever twin if none is given. Throws `unauthorized` and `forbidden`. */
export async function requireSecretKey(
  req: Request,
  { twin_id = null, scope = "chat" }: {
    twin_id?: string | null;
    scope?: Scope | null;
  } = {},
): Promise<LiveKey> {
  const call = callOf(req);
  const sent = keyCall(req, twin_id, scope);
  const live = await verifySecretKeyCall(call.app, sent);
  noteAsked(call, live);
  return live;
}

/**
 * The secret key that calls, as its own owner twin within its scopes. Throws `unauthorized`, and `forbidden` where
 * the scope that the call needs is not among them, or no key may make it.
 */
export async function requireKeyActor(
  req: Request,
  scope: Scope | null,
): Promise<Owner> {
  const { key, twin } = await requireSecretKey(req, { scope });
  requireScope(key, scope);
  return {
    user_id: key.id,
    user_name: `Key ${key.name}`,
    email: "",
    tenant_id: twin.tenant_id,
    role: "owner",
    session_hash: "",
    key: { id: key.id, hash: key.key_hash, twin_id: twin.id, scope },
  };
}

/** Whether the call's key, or its ticket, is still good and lets it in, and until when: for what it has under way. */
export async function isStillAllowed(
  req: Request,
  twin_id: string | null,
): Promise<Allowed> {
  return await isKeyCallAllowed(callOf(req).app, keyCall(req, twin_id));
}
