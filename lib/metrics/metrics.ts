import { Counter, type Gauge, gaugeText, Histogram } from "./instruments.ts";

/** Upper bounds in seconds: of store calls, of requests, of a model's answers. */
const FAST = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];
const USUAL = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const SLOW = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 40, 80, 120];

/** How a model's answer ended; it is abandoned if the visitor leaves. */
export type ModelOutcome = "done" | "failed" | "abandoned";

/** What one process has counted since it started. */
export class Metrics {
  readonly requests = new Counter(
    "twincast_requests_total",
    "Requests answered, by the pattern of their route and by status.",
    ["route", "status"],
  );
  readonly request_seconds = new Histogram(
    "twincast_request_seconds",
    "Time until a response began.",
    { bounds: USUAL, label: "route" },
  );
  readonly refusals = new Counter(
    "twincast_refusals_total",
    "Calls refused, by error code and, for a rate limit, by its policy.",
    ["code", "policy"],
  );
  readonly admission_batch = new Histogram(
    "twincast_admission_batch_calls",
    "Calls decided in one commit.",
    { bounds: [1, 2, 5, 10, 20, 50, 100] },
  );
  readonly store_seconds = new Histogram(
    "twincast_store_seconds",
    "Time until the store responded, by kind of call.",
    { bounds: FAST, label: "call" },
  );
  readonly store_failures = new Counter(
    "twincast_store_failures_total",
    "Failed store calls, by kind of call.",
    ["call"],
  );
  readonly store_conflicts = new Counter(
    "twincast_store_conflicts_total",
    "Commits that lost to another one; most are retried.",
  );
  readonly streams_failed = new Counter(
    "twincast_streams_failed_total",
    "Streamed answers that ended in an error, by its code.",
    ["code"],
  );
  readonly model_first_text_seconds = new Histogram(
    "twincast_model_first_text_seconds",
    "Time until a model sent its first word.",
    { bounds: SLOW },
  );
  readonly model_seconds = new Histogram(
    "twincast_model_seconds",
    "Time until a model's answer ended.",
    { bounds: SLOW },
  );
  readonly model_answers = new Counter(
    "twincast_model_answers_total",
    "Model answers, by how they ended.",
    ["outcome"],
  );
  readonly model_tokens = new Counter(
    "twincast_model_tokens_total",
    "Tokens used by model answers, prompts included.",
  );
  readonly loop_delay_seconds = new Histogram(
    "twincast_event_loop_delay_seconds",
    "How late a timer was called, measured twice a second.",
    { bounds: FAST },
  );

  /** Counts a store call that took this many seconds; `beaten` if a check of a commit failed. */
  countStoreCall(
    call: "get" | "commit",
    seconds: number,
    end: "ok" | "beaten" | "failed",
  ): void {
    this.store_seconds.observe(seconds, call);
    if (end === "failed") this.store_failures.add(1, call);
    if (end === "beaten") this.store_conflicts.add(1);
  }

  /** All metrics, together with these gauges. */
  text(gauges: Gauge[]): string {
    const counted = Object.values(this).map((one) => one.text());
    return counted.join("") + gauges.map(gaugeText).join("");
  }
}

export type WithMetrics = { metrics: Metrics };

const LOOP_EVERY_MS = 500;

/** Measures how late the event loop calls a timer, until the returned function is called. */
export function watchEventLoop({ loop_delay_seconds }: Metrics): () => void {
  let due = performance.now() + LOOP_EVERY_MS;
  const timer = setInterval(() => {
    const now = performance.now();
    loop_delay_seconds.observe(Math.max(0, now - due) / 1000);
    due = now + LOOP_EVERY_MS;
  }, LOOP_EVERY_MS);
  return () => clearInterval(timer);
}
