import { iso, SECOND } from "../clock.ts";
import type { Context } from "../context.ts";
import { isAppError } from "../errors.ts";
import { guardedFetch } from "../net/guarded_fetch.ts";
import type { Attempt, Webhook } from "../schemas/webhook.ts";
import { signingSecrets } from "./secrets.ts";
import { signed } from "./signature.ts";

/** How long an address may take to respond. */
const TIMEOUT_MS = 10 * SECOND;
/** How much of a response is kept, in characters, and read, in bytes. */
const MAX_ANSWER = 500;
const MAX_ANSWER_BYTES = 4 * 1024;

type Call = {
  /** The `webhook-id`, the same in every attempt. */
  id: string;
  body: string;
  signal: AbortSignal;
};

/** Calls the address once. Returns every outcome, including refusals; throws if the signal is aborted. */
export async function callWebhook(
  app: Context,
  webhook: Webhook,
  { id, body, signal }: Call,
): Promise<Attempt> {
  const { config, clock } = app;
  const since = clock.now();
  const began = clock.steady();
  const told = (more: Pick<Attempt, "status" | "answer" | "error">) => ({
    at: iso(since),
    took_ms: Math.round(clock.steady() - began),
    ...more,
  });
  const secrets = signingSecrets(app, webhook, since);
  if (!secrets) {
    const error =
      "It cannot be signed: TWINCAST_SECRET has changed since the webhook was created. Delete the webhook and create it again.";
    return told({ status: null, answer: "", error });
  }
  try {
    const { status, body: answer } = await guardedFetch(webhook.url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "user-agent": "Twincast",
        ...signed(secrets, id, body, since),
      },
      body,
      signal,
      timeout_ms: TIMEOUT_MS,
      max_bytes: 2 ** 20,
      local_hosts: config.local_hosts,
    });
    const is_taken = status >= 200 && status < 300;
    return told({
      status,
      answer: await beginningOf(answer),
      error: is_taken ? null : `It responded with the status ${status}.`,
    });
  } catch (error) {
    signal.throwIfAborted();
    if (!isAppError(error)) throw error;
    return told({ status: null, answer: "", error: error.message });
  }
}

/** The first characters of a response; the rest is not waited for. */
async function beginningOf(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  try {
    for await (const chunk of body) {
      text += decoder.decode(chunk, { stream: true });
      bytes += chunk.length;
      if (bytes >= MAX_ANSWER_BYTES) break;
    }
  } catch (error) {
    // Its status has already told the outcome.
    if (!isAppError(error)) throw error;
  }
  return text.slice(0, MAX_ANSWER).toWellFormed().replaceAll("\0", "");
}
