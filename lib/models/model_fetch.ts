import { guardedFetch } from "../net/guarded_fetch.ts";
import { readableStream } from "./model_stream.ts";
import type { TwinModel } from "./twin_model.ts";

/** An answer's stream is far smaller. */
const MAX_BYTES = 4 * 2 ** 20;

/**
 * How a model's server is asked: the operator's as it is, one that a twin's owner chose through the guard, so that
 * it reaches no private network.
 */
export function modelFetch(model: TwinModel): typeof fetch {
  const { guard } = model;
  return async (input, init) => {
    if (!guard) return streamed(await fetch(input, init));
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

function streamed(response: Response): Response {
  const { status, headers, body } = response;
  const type = headers.get("content-type") ?? "";
  return body && type.startsWith("text/event-stream")
    ? new Response(readableStream(body), { status, headers })
    : response;
}
