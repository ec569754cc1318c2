import type { App } from "../app.ts";
import { constantTimeEqual } from "../crypto/secrets.ts";
import { AppError } from "../errors.ts";
import { countJobs } from "../jobs/ready.ts";
import type { Gauge } from "../metrics/instruments.ts";
import { isStoreFailure } from "../store/commit.ts";

/** Prometheus' text format 0.0.4. */
const CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

/**
 * This process's metrics, for whoever has the configured token. Throws `not_found`, as for an unknown address, if no
 * token is configured, and `unauthorized` without it.
 */
export async function metricsResponse(
  app: App,
  { headers }: Request,
): Promise<Response> {
  const { metrics_token } = app.config;
  if (metrics_token === null) {
    throw new AppError(
      "not_found",
      "There is nothing at this address. Check it for a typing error.",
    );
  }
  const [, sent = ""] = /^bearer +(\S+)$/i.exec(
    headers.get("authorization") ?? "",
  ) ?? [];
  if (!constantTimeEqual(sent, metrics_token)) {
    throw new AppError(
      "unauthorized",
      "Metrics need the server's own token. Send TWINCAST_METRICS_TOKEN as a bearer token.",
    );
  }
  const gauges = [...standing(app), ...await waiting(app)];
  return new Response(app.metrics.text(gauges), {
    headers: { "content-type": CONTENT_TYPE, "cache-control": "no-store" },
  });
}

/** The process's own gauges. */
function standing({ admission, streams, files }: App): Gauge[] {
  const { rss, heapUsed, external } = Deno.memoryUsage();
  return [{
    name: "twincast_admission_waiting",
    help: "Calls waiting for the next rate limit commit.",
    value: admission.waiting,
  }, {
    name: "twincast_streams_open",
    help: "Answers being streamed.",
    value: streams.size,
  }, {
    name: "twincast_reader_tasks",
    help: "Files and pages being read or waiting to be read.",
    value: { label: "state", values: files.load },
  }, {
    name: "twincast_memory_bytes",
    help: "Memory of this process.",
    value: {
      label: "kind",
      values: { resident: rss, heap_used: heapUsed, external },
    },
  }];
}

/** Counts of what waits in the store. Omitted if the store does not respond: the other metrics show why. */
async function waiting({ kv, jobs }: App): Promise<Gauge[]> {
  try {
    const values = { ...await countJobs(kv), running_here: jobs.running };
    return [{
      name: "twincast_jobs",
      help:
        "Jobs in the store that are ready or scheduled, up to 1,000 of each, and those running in this process.",
      value: { label: "state", values },
    }];
  } catch (error) {
    const is_refused = error instanceof AppError &&
      error.code === "unavailable";
    if (is_refused || isStoreFailure(error)) return [];
    throw error;
  }
}
