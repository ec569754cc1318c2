import { z } from "zod";
import { guardedFetch, readWhole } from "../net/guarded_fetch.ts";
import { boundedBody, readableStream } from "./model_stream.ts";
import type { TwinModel } from "./twin_model.ts";

/** A list of models, of which some servers have hundreds. */
const MAX_LIST_BYTES = 2 * 2 ** 20;
const LIST_MS = 10_000;

/** The names of the models that a server has, in its order; null where it does not tell them. */
export async function listModelNames(
  { base_url, api_key, guard }: TwinModel,
): Promise<string[] | null> {
  const answer = await guardedFetch(`${base_url}/models`, {
    headers: api_key ? { authorization: `Bearer ${api_key}` } : {},
    timeout_ms: LIST_MS,
    max_bytes: MAX_LIST_BYTES,
    local_hosts: guard?.local_hosts ?? [],
  }).then(async (fetched) => {
    const bytes = await readWhole(fetched);
    return fetched.status === 200
      ? JSON.parse(new TextDecoder().decode(bytes))
      : null;
  }).catch(() => null);
  const { success, data } = modelList.safeParse(answer);
  return success ? data.data.map(({ id }) => id) : null;
}

const modelList = z.object({ data: z.array(z.object({ id: z.string() })) });

/** An answer's stream is far smaller. */
const MAX_BYTES = 4 * 2 ** 20;

/**
 * How a model's server is asked: the operator's as it is, one that a twin's owner chose through the guard, so that
 * it reaches no private network.
 */
export function modelFetch(model: TwinModel): typeof fetch {
  const { guard } = model;
  return async (input, init) => {
    if (!guard) return streamed(await fetchLeavably(input, init));
    const answer = await guardedFetch(String(input), {
      method: "POST",
      headers: Object.fromEntries(new Headers(init?.headers)),
      body: String(init?.body ?? ""),
      signal: init?.signal ?? undefined,
      timeout_ms: model.times.total_ms,
      max_bytes: MAX_BYTES,
      local_hosts: guard.local_hosts,
    });
    const { status, headers, body } = answer;
    return streamed(new Response(body, { status, headers }));
  };
}

/**
 * As `fetch`. Where its signal aborts while the body is read, the connection is closed: `fetch` alone (Deno 2.9) now
 * and then leaves it open, and the model continues to its end for nobody.
 */
async function fetchLeavably(
  ...[input, init]: Parameters<typeof fetch>
): Promise<Response> {
  const signal = init?.signal;
  if (!signal) return await fetch(input, init);
  const until_begun = new AbortController();
  const stop = () => until_begun.abort(signal.reason);
  if (signal.aborted) stop();
  signal.addEventListener("abort", stop, { once: true });
  const response = await fetch(input, { ...init, signal: until_begun.signal })
    .finally(() => signal.removeEventListener("abort", stop));
  const { status, headers, body } = response;
  return new Response(body && leavable(body, signal), { status, headers });
}

function leavable(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  signal: AbortSignal,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const reader = body.getReader();
  const leave = () => reader.cancel().catch(() => {});
  if (signal.aborted) leave();
  signal.addEventListener("abort", leave, { once: true });
  const stopHearing = () => signal.removeEventListener("abort", leave);
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await reader.read();
      if (!done) return controller.enqueue(value);
      stopHearing();
      if (signal.aborted) controller.error(signal.reason);
      else controller.close();
    },
    cancel() {
      stopHearing();
      return leave();
    },
  });
}

/** However a server calls what it sends, no more of it is read than an answer can be. */
function streamed(response: Response): Response {
  const { status, headers, body } = response;
  if (!body) return response;
  const type = headers.get("content-type") ?? "";
  const read = type.startsWith("text/event-stream")
    ? readableStream(body)
    : boundedBody(body);
  return new Response(read, { status, headers });
}
