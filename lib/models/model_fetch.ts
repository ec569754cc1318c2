import { z } from "zod";
import { guardedFetch, readWhole } from "../net/guarded_fetch.ts";
import { boundedBody, readableStream } from "./model_stream.ts";
import type { TwinModel } from "./twin_model.ts";

/** Some servers list hundreds of models. */
const MAX_LIST_BYTES = 2 * 2 ** 20;
const LIST_MS = 10_000;

/** The names of a server's models, in its order; null if it does not list them. */
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
 * How to call a model's server: the operator's directly, one chosen by a twin's owner through the guard, so that it
 * reaches no private network.
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
 * Like `fetch`, but closes the connection if its signal aborts while the body is read: `fetch` alone (Deno 2.9)
 * sometimes leaves it open, and the model runs to its end for nobody.
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

/** Limits the body to the size of an answer, whatever its content type. */
function streamed(response: Response): Response {
  const { status, headers, body } = response;
  if (!body) return response;
  const type = headers.get("content-type") ?? "";
  const read = type.startsWith("text/event-stream")
    ? readableStream(body)
    : boundedBody(body);
  return new Response(read, { status, headers });
}
