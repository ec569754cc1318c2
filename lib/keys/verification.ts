import { requireScope } from "../authority.ts";
import type { Context } from "../context.ts";
import { sha256 } from "../crypto/secrets.ts";
import { AppError, isAppError } from "../errors.ts";
import type { WithRefusals } from "../limits/refusals.ts";
import type { Scope } from "../schemas/api_key.ts";
import type { WithRecordCache } from "../store/record_cache.ts";
import { isOriginAllowed } from "./domains.ts";
import { keyFormat } from "./format.ts";
import { type LiveKey, requireKeyByHash, unknownKey } from "./live_keys.ts";
import { noteFirstCall } from "./rotation.ts";
import { TICKET_PREFIX, verifyTicket } from "./tickets.ts";
import type { WithKeyUses } from "./uses.ts";

/** The credentials of a call. */
export type KeyCall = {
  /** Null if the key itself says which. */
  twin_id: string | null;
  /** A key, or a ticket instead. */
  text: string;
  /** The calling page's; null if no page calls. */
  origin: string | null;
  /** The origin is one of our own, or there is none. */
  is_own_origin: boolean;
  /** The scope it needs; null if no key may do it. */
  scope: Scope | null;
  /** The operation: its method, and its path as in the API description. */
  used_for: string;
};

/**
 * The live key of a call from a permitted origin; both are checked on every call and recorded. Throws `unauthorized`
 * for the key and `forbidden` for the origin.
 */
export async function verifyKeyCall(
  app: Context & WithRecordCache & WithKeyUses & WithRefusals,
  call: KeyCall,
): Promise<LiveKey> {
  const { live, refusal } = await readKeyCall(app, call);
  if (isTicket(call)) return live;
  const { key } = live;
  app.key_uses.note(key.id, call.origin, refusal ? null : call.used_for);
  if (refusal === null) {
    if (key.replaces && !key.replacing_since) await noteFirstCall(app, key);
    return live;
  }
  const channel = { kind: "key", key_id: key.id } as const;
  app.refusals.note(live.twin.id, channel, "refused_origin");
  throw new AppError("forbidden", refusal, {
    key: { id: key.id, twin_id: key.twin_id },
  });
}

/** The live secret key of a program's call, which itself identifies the twin. Throws as `verifyKeyCall` does. */
export async function verifySecretKeyCall(
  app: Context & WithRecordCache & WithKeyUses & WithRefusals,
  call: KeyCall,
): Promise<LiveKey> {
  const live = await verifyKeyCall(app, call);
  if (live.key.type === "secret") return live;
  throw new AppError(
    "forbidden",
    "This needs a secret key, sent from a server; publishable keys work in web pages only.",
  );
}

/**
 * Whether a call's key or ticket is still valid and permits it, for work in progress; for a key that expires, until
 * when, in milliseconds of the clock. Records nothing.
 */
export async function isKeyCallAllowed(
  app: Context & WithRecordCache,
  call: KeyCall,
): Promise<boolean | number> {
  try {
    const { live: { key }, refusal } = await readKeyCall(app, call);
    if (refusal !== null) return false;
    return key.expires_at === null || Date.parse(key.expires_at);
  } catch (error) {
    if (isAppError(error)) return false;
    throw error;
  }
}

/**
 * The current key and its twin; nothing is read if the checksum is wrong. Throws `unauthorized` as `requireKeyByHash`
 * does.
 */
export async function verifyApiKey(
  app: Context & WithRecordCache,
  text: string,
  twin_id: string | null,
): Promise<LiveKey> {
  if (keyFormat(text) === null) throw unknownKey();
  return await requireKeyByHash(app, sha256(text), twin_id);
}

function isTicket({ text }: KeyCall): boolean {
  return text.startsWith(TICKET_PREFIX);
}

async function readKeyCall(
  app: Context & WithRecordCache,
  call: KeyCall,
): Promise<{ live: LiveKey; refusal: string | null }> {
  const { text, origin, is_own_origin, twin_id } = call;
  if (isTicket(call) && twin_id !== null) {
    const live = await verifyTicket(app, text, twin_id);
    if (is_own_origin) return { live, refusal: null };
    throw new AppError(
      "forbidden",
      "This ticket works only on the page it was made for. Reload the page.",
    );
  }
  if (text === "") {
    throw new AppError(
      "unauthorized",
      "Send an API key in the Authorization: Bearer … or x-api-key header.",
    );
  }
  const live = await verifyApiKey(app, text, twin_id);
  requireScope(live.key, call.scope);
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
  return `The key "${key.key_prefix}…" does not allow ${
    shorten(origin)
  }. Add this origin to its domains in the dashboard under API Keys.`;
}

function shorten(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
