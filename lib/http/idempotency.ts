import type { Actor, Claim } from "../actor.ts";
import { DAY, MINUTE } from "../clock.ts";
import { sha256 } from "../crypto/secrets.ts";
import { AppError, invalidInput, usedForAnotherCall } from "../errors.ts";
import { commit } from "../store/commit.ts";
import { expiryKey } from "../store/expiries.ts";
import { keys } from "../store/keys.ts";
import type { App } from "../app.ts";

/** Identifies a repeated creating call; kept for a day. */
const IDEMPOTENCY_KEY = "idempotency-key";
/** Marks a replayed response. */
export const REPLAYED = { "idempotent-replayed": "true" };
const KEPT_MS = DAY;
/** A call that started this long ago and created nothing ended with its process. */
const LOST_MS = 10 * MINUTE;
/** The longest response that a store entry can hold, in bytes; of a longer one only the created id is kept. */
const MAX_ANSWER = 60_000;
const JSON_TYPE = "application/json";

/** A creating call: who makes it, its content, and whether its response may be kept. */
type CreatingCall = {
  app: App;
  req: Request;
  actor: Actor;
  body: unknown;
  /** Its response contains a secret, shown once and stored nowhere. */
  makes_secret: boolean;
};

/**
 * Carries out a call with an `Idempotency-Key` once: repeated within a day it gets the same response. The commit that
 * carries it out also records that. Throws `invalid_input` for the same key with another call, and `conflict` if the
 * call is in progress, or its response cannot be repeated.
 */
export async function once(
  call: CreatingCall,
  run: (actor: Actor) => Promise<Response>,
): Promise<Response> {
  const { app, req, actor, makes_secret } = call;
  const sent_hash = sentKey(req);
  if (sent_hash === null) return await run(actor);
  const fingerprint = await fingerprintOf(call);
  const claim = await claimFor(app, actor, sent_hash, fingerprint);
  if (claim instanceof Response) return claim;
  try {
    const response = await run({ ...actor, claim });
    const body = await response.clone().text();
    const bytes = new TextEncoder().encode(body).length;
    const is_kept = !makes_secret && bytes <= MAX_ANSWER;
    const { status } = response;
    const type = response.headers.get("content-type") ?? JSON_TYPE;
    const is_json = type === JSON_TYPE;
    await settle(
      app,
      claim,
      is_kept
        ? { answer: { status, body, ...is_json ? {} : { type } } }
        : { made_id: is_json ? idIn(body) : undefined },
    );
    return response;
  } catch (error) {
    await releaseClaim(app, claim);
    throw error;
  }
}

/** The hash of the call's `Idempotency-Key`; null without one. Throws `invalid_input`. */
export function sentKey(req: Request): string | null {
  const sent = req.headers.get(IDEMPOTENCY_KEY);
  if (sent === null || /^[\x21-\x7e]{1,255}$/.test(sent)) {
    return sent && sha256(sent);
  }
  throw invalidInput(
    "Idempotency-Key",
    "Send 1 to 255 visible characters, such as a UUID",
  );
}

/** Claims the key for this call, or returns the response of the call that had it. */
async function claimFor(
  app: App,
  actor: Actor,
  sent_hash: string,
  fingerprint: string,
): Promise<Claim | Response> {
  const now = app.clock.now();
  const key = keys.idempotency(actor.tenant_id, actor.user_id, sent_hash);
  const entry = await app.kv.get<Claim["value"]>(key);
  const { value } = entry;
  const is_over = !value || now - value.at_ms > KEPT_MS ||
    (value.state === "begun" && now - value.at_ms > LOST_MS);
  if (!is_over) return replay(value, fingerprint);
  const begun = { fingerprint, state: "begun" as const, at_ms: now };
  const op = app.kv.atomic().check(entry).set(key, begun)
    .set(expiryKey(now + KEPT_MS, "delete", key), null);
  const { ok, ...committed } = await commit(op);
  if (!ok) throw stillRunning();
  const { versionstamp } = committed as Deno.KvCommitResult;
  return { key, versionstamp, value: begun };
}

function replay(value: Claim["value"], fingerprint: string): Response {
  if (value.fingerprint !== fingerprint) {
    throw usedForAnotherCall();
  }
  if (value.state === "begun") throw stillRunning();
  if (value.answer) {
    const { status, body, type = JSON_TYPE } = value.answer;
    return new Response(body, {
      status,
      headers: {
        "content-type": type,
        ...REPLAYED,
      },
    });
  }
  throw new AppError(
    "conflict",
    `This call was already carried out${
      value.made_id ? ` and created ${value.made_id}` : ""
    }. Its answer is shown only once.`,
  );
}

function stillRunning(): AppError {
  return new AppError(
    "conflict",
    "A call with this Idempotency-Key is still running. Try again in a moment.",
    { retry_after_s: 2 },
  );
}

/** Stores the response for repeated calls. What was created stands, even if this fails. */
async function settle(
  app: App,
  { key, value }: Claim,
  told: Pick<Claim["value"], "answer" | "made_id">,
): Promise<void> {
  await commit(app.kv.atomic().set(key, { ...value, state: "made", ...told }));
}

/** The id of what a response says was created. */
function idIn(body: string): string | undefined {
  return JSON.parse(body).id;
}

/** Allows the call to be repeated, unless it has created something. */
async function releaseClaim(app: App, claim: Claim): Promise<void> {
  const { key, versionstamp } = claim;
  if (claim.value.state === "made") return;
  await commit(app.kv.atomic().check({ key, versionstamp }).delete(key))
    .catch(() => {});
}

async function fingerprintOf({ req, body }: CreatingCall): Promise<string> {
  const { pathname, search } = new URL(req.url);
  const said = body instanceof FormData
    ? await formText(body)
    : body instanceof Uint8Array
    ? await digest(body)
    : JSON.stringify(body) ?? "";
  return sha256(`${req.method} ${pathname}${search}\n${said}`);
}

async function formText(form: FormData): Promise<string> {
  const fields: string[][] = [];
  for (const [name, value] of form) {
    fields.push(
      typeof value === "string"
        ? [name, value]
        : [name, value.name, await digest(await value.bytes())],
    );
  }
  return JSON.stringify(fields);
}

/** Off the event loop: files may be large. */
async function digest(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new Uint8Array(bytes));
  return new Uint8Array(hash).toHex();
}
