import type { Actor, Claim } from "../actor.ts";
import { DAY, MINUTE } from "../clock.ts";
import { sha256 } from "../crypto/secrets.ts";
import { AppError, invalidInput, usedForAnotherCall } from "../errors.ts";
import { commit } from "../store/commit.ts";
import { expiryKey } from "../store/expiries.ts";
import { keys } from "../store/keys.ts";
import type { App } from "../app.ts";

/** What a creating call is known by when it is sent again; kept for a day. */
const IDEMPOTENCY_KEY = "idempotency-key";
/** Says that a call was answered as before. */
export const REPLAYED = { "idempotent-replayed": "true" };
const KEPT_MS = DAY;
/** A call that began so long ago and made nothing ended with its process. */
const LOST_MS = 10 * MINUTE;
/** The bytes of an answer that an entry of the store can hold; of a longer one it keeps the id of what was made. */
const MAX_ANSWER = 60_000;
const JSON_TYPE = "application/json";

/** One creating call: who makes it, what it says, and whether its answer may be kept. */
type CreatingCall = {
  app: App;
  req: Request;
  actor: Actor;
  body: unknown;
  /** Its answer holds a secret, which is shown once and kept nowhere. */
  makes_secret: boolean;
};

/**
 * Carries out a call with an `Idempotency-Key` once: sent again within a day it is answered as before. That it was
 * carried out is written by the commit that does it. Throws `invalid_input` for the same key with another call, and
 * `conflict` where the call is under way, or its answer cannot be told again.
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
    await giveBack(app, claim);
    throw error;
  }
}

/** The hash of the call's `Idempotency-Key`; null where it has none. Throws `invalid_input`. */
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

/** Takes the key for this call, or answers as the call that had it was answered. */
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
  if (!ok) throw underWay();
  const { versionstamp } = committed as Deno.KvCommitResult;
  return { key, versionstamp, value: begun };
}

function replay(value: Claim["value"], fingerprint: string): Response {
  if (value.fingerprint !== fingerprint) {
    throw usedForAnotherCall();
  }
  if (value.state === "begun") throw underWay();
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
    `This call was carried out already${
      value.made_id ? ` and made ${value.made_id}` : ""
    }. Its answer is shown only once.`,
  );
}

function underWay(): AppError {
  return new AppError(
    "conflict",
    "A call with this Idempotency-Key is under way. Ask again in a moment.",
    { retry_after_s: 2 },
  );
}

/** Keeps the answer for whoever sends the call again. What was made stands, whatever becomes of this. */
async function settle(
  app: App,
  { key, value }: Claim,
  told: Pick<Claim["value"], "answer" | "made_id">,
): Promise<void> {
  await commit(app.kv.atomic().set(key, { ...value, state: "made", ...told }));
}

/** What an answer names as made. */
function idIn(body: string): string | undefined {
  return JSON.parse(body).id;
}

/** Lets the call be made again, unless it has made something. */
async function giveBack(app: App, claim: Claim): Promise<void> {
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

/** Off the event loop: files may be long. */
async function digest(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new Uint8Array(bytes));
  return new Uint8Array(hash).toHex();
}
