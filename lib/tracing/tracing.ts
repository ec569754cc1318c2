import { AsyncLocalStorage } from "node:async_hooks";
import type { Span } from "@opentelemetry/api";

/** The parts of a request with spans of their own. */
type SpanName =
  | "session"
  | "admission"
  | "retrieval"
  | "model"
  | "commit";

/** The data in a request's span: the pattern of its route, and nothing chosen by the caller. */
type RequestSpan = {
  method: string;
  route: string;
  status: number;
  request_id: string;
};

/** Ends a part's span. */
type EndSpan = (end?: "failed") => void;

/** Records where the time of requests goes. */
type Tracing = {
  /** Runs the work of a request; parts begun meanwhile are within its span, even those that outlast it. */
  request<T>(
    work: () => Promise<T>,
    describe: (answer: T) => RequestSpan,
  ): Promise<T>;
  /** Begins a part of the current request; outside of one it records nothing. */
  begin(name: SpanName): EndSpan;
};

export type WithTracing = { tracing: Tracing };

const NOTHING: EndSpan = () => {};

/** Records nothing, at no cost. */
export const NO_TRACING: Tracing = {
  request: (work) => work(),
  begin: () => NOTHING,
};

/** Runs a part of the current request. */
export async function traced<T>(
  { tracing }: WithTracing,
  name: SpanName,
  work: () => Promise<T>,
): Promise<T> {
  const end = tracing.begin(name);
  try {
    const done = await work();
    end();
    return done;
  } catch (error) {
    end("failed");
    throw error;
  }
}

/** A made-up method is not recorded. */
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/**
 * Exports OpenTelemetry spans through Deno. Deno also creates spans of its own, for each incoming and outgoing
 * request, which contain full URLs, share links and tokens among them, and these cannot be removed. So the sampler
 * required by `readTracing` drops every span without a sampled parent, and only ours have such a parent, a made-up
 * one.
 */
export async function openTracing(): Promise<Tracing> {
  const { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, TraceFlags } =
    await import("@opentelemetry/api");
  const tracer = trace.getTracer("twincast");
  const current = new AsyncLocalStorage<Span>();
  const ended = (span: Span, has_failed: boolean) => {
    if (has_failed) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
  };
  return {
    async request(work, describe) {
      const parent = trace.setSpanContext(ROOT_CONTEXT, {
        ...{ traceId: randomHex(16), spanId: randomHex(8) },
        ...{ traceFlags: TraceFlags.SAMPLED, isRemote: true },
      });
      const options = { kind: SpanKind.SERVER };
      const span = tracer.startSpan("request", options, parent);
      const answer = await current.run(span, work);
      const { method, route, status, request_id } = describe(answer);
      const known = METHODS.includes(method) ? method : "_OTHER";
      span.updateName(`${known} ${route}`);
      span.setAttributes({
        "http.request.method": known,
        "http.route": route,
        "http.response.status_code": status,
        "twincast.request_id": request_id,
      });
      ended(span, status >= 500);
      return answer;
    },
    begin(name) {
      const request = current.getStore();
      if (!request) return NOTHING;
      const inside = trace.setSpan(ROOT_CONTEXT, request);
      const span = tracer.startSpan(name, {}, inside);
      return (end) => ended(span, end === "failed");
    },
  };
}

function randomHex(bytes: number): string {
  return crypto.getRandomValues(new Uint8Array(bytes)).toHex();
}
