import type { Context } from "../context.ts";
import { MINUTE } from "../clock.ts";
import type { Lease } from "../jobs/lease.ts";
import type { JobKind } from "../jobs/kind.ts";
import type { Twin } from "../schemas/twin.ts";
import { requestWork } from "../twins/content_work.ts";
import { getTwin } from "../twins/twins.ts";
import { embeddingServerOf } from "./embeddings.ts";
import { modelOf } from "./twin_model.ts";

/** Adds to a commit a request that a twin's models, if it has any, process its content again. */
export function requestContentWork(
  app: Context,
  op: Deno.AtomicOperation,
  twin: Twin,
): void {
  if (embeddingServerOf(app, twin)) requestWork(op, "embeddings", twin);
  if (modelOf(app, twin)) requestWork(op, "questions", twin);
}

/** A job kind that processes a twin's content, and finds out itself what is left to do. */
export function contentWork(
  app: Context,
  work: (twin: Twin, lease: Lease) => Promise<void>,
): JobKind {
  return {
    async run(lease) {
      const twin = await getTwin(app, lease.job.subject);
      if (twin) await work(twin, lease);
    },
    // A model's server may be down for a night, and its daily tokens are back after one.
    retry_ms: [1, 5, 20, 60, 3 * 60, 6 * 60, 12 * 60, 24 * 60]
      .map((minutes) => minutes * MINUTE),
    at_once: 4,
    each: 1,
  };
}
