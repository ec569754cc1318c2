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

/** The signed-in actor; null without a live session. */
export async function getRequestActor(req: Request): Promise<Actor | null> {
  const { app } = callOf(req);
  const token = readSessionCookie(req, app.config);
  return token ? await getActor(app, token) : null;
}

/** The signed-in actor. Throws `unauthorized`. */
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

/** Refuses a change that a page of another site made the browser request. Throws `forbidden`. */
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
 * Refuses pages of any site but the configured one: with DNS rebinding, the host of the request may be the attacker's
 * name. Throws `forbidden`.
 */
export function requireOwnOrigin(req: Request): void {
  const origin = req.headers.get("origin");
  if (origin === null || origin === callOf(req).app.config.base_url) return;
  throw new AppError(
    "forbidden",
    "Web pages of other sites cannot call this. Call it from a server or a program.",
  );
}

/** The token of `Authorization: Bearer`; empty without one. */
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

/** The live key of a call, which must permit its origin. Throws `unauthorized` and `forbidden` (`verifyKeyCall`). */
export async function requireKey(
  req: Request,
  twin_id: string,
): Promise<LiveKey> {
  const call = callOf(req);
  const live = await verifyKeyCall(call.app, keyCall(req, twin_id));
  noteAsked(call, live);
  return live;
}

/** Notes which twin a public call asks, by its key or handle; the twin's refusals are reported separately. */
export function noteAsked(
  { asked }: Call,
  { twin, key }: { twin: { id: string }; key?: { id: string } },
): void {
  if (!asked) return;
  asked.twin_id = twin.id;
  asked.key_id = key?.id;
}

/** A program's live secret key, of any twin if none is given. Throws `unauthorized` and `forbidden`. */
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
 * The calling secret key, as an owner of its own twin within its scopes. Throws `unauthorized`, and `forbidden` if
 * the needed scope is missing, or no key may make the call.
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

/** Whether the call's key or ticket is still valid and permits it, and until when: for work in progress. */
export async function isStillAllowed(
  req: Request,
  twin_id: string | null,
): Promise<Allowed> {
  return await isKeyCallAllowed(callOf(req).app, keyCall(req, twin_id));
}
