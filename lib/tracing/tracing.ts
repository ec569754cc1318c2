import { AsyncLocalStorage } from "node:async_hooks";
import type { Span } from "@opentelemetry/api";

/** The parts of a request that have their own spans. */
type SpanName =
  | "session"
  | "admission"
  | "retrieval"
  | "model"
  | "commit";

/** What a request's span says: the pattern of its route, and nothing that its caller has chosen. */
export type Told = {
  method: string;
  route: string;
  status: number;
  request_id: string;
};

/** Called when a part is over. */
type EndSpan = (end?: "failed") => void;

/** Records where the time of requests goes. */
type Tracing = {
  /** Runs what answers a request; parts that begin meanwhile lie inside its span, also those that outlast it. */
  request<T>(work: () => Promise<T>, tell: (answer: T) => Told): Promise<T>;
  /** Begins a part of the current request; outside of one it records nothing. */
  begin(name: SpanName): EndSpan;
};

export type WithTracing = { tracing: Tracing };

const NOTHING: EndSpan = () => {};

/** Records nothing, and costs nothing. */
export const NO_TRACING: Tracing = {
  request: (work) => work(),
  begin: () => NOTHING,
};

/** Runs a part of the present request. */
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
 * Spans by OpenTelemetry, which Deno exports. Deno makes spans too, of each request in and out, and they hold whole
 * addresses, share links and tokens among them; nothing can take those out. So the sampler that `readTracing` asks for
 * lets no span through whose parent is not let through, and only ours have such a parent, which is made up.
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
    async request(work, tell) {
      const parent = trace.setSpanContext(ROOT_CONTEXT, {
        ...{ traceId: randomHex(16), spanId: randomHex(8) },
        ...{ traceFlags: TraceFlags.SAMPLED, isRemote: true },
      });
      const options = { kind: SpanKind.SERVER };
      const span = tracer.startSpan("request", options, parent);
      const answer = await current.run(span, work);
      const { method, route, status, request_id } = tell(answer);
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
