import type { Context } from "../context.ts";
import { DAY, HOUR } from "../clock.ts";
import { sha256 } from "../crypto/secrets.ts";
import { enqueue, isLive } from "../jobs/jobs.ts";
import type { Job } from "../schemas/job.ts";
import type { Every, Source } from "../schemas/source.ts";
import { commit } from "../store/commit.ts";
import { expiryKey } from "../store/expiries.ts";
import { keys } from "../store/keys.ts";

/** The job kind that reads a source. */
const READ_SOURCE = "source";

const PERIODS: Record<Exclude<Every, "never">, number> = {
  day: DAY,
  week: 7 * DAY,
  month: 30 * DAY,
};

/**
 * Adds to a commit that a source is read now, and schedules the next automatic reading; returns the updated source.
 */
export function withReading(
  app: Pick<Context, "clock">,
  op: Deno.AtomicOperation,
  source: Source,
  at_ms?: number,
): Source {
  const job_id = enqueue(app, op, {
    kind: READ_SOURCE,
    account: source.tenant_id,
    subject: source.twin_id,
    input: { source_id: source.id },
    at_ms,
  });
  return withNextReading(app, op, { ...source, job_id });
}

/** Adds to a commit when a source is read automatically, whatever becomes of the current reading. */
export function withNextReading(
  { clock }: Pick<Context, "clock">,
  op: Deno.AtomicOperation,
  source: Source,
): Source {
  if (source.every === "never") return { ...source, next_ms: null };
  const next_ms = clock.now() + PERIODS[source.every];
  const key = keys.source(source.twin_id, source.id);
  op.set(expiryKey(next_ms, "source", key), null);
  return { ...source, next_ms };
}

/** Whether a source is being read, or queued for it. */
export async function isBeingRead(
  kv: Deno.Kv,
  { twin_id, job_id }: Source,
): Promise<boolean> {
  const { value } = await kv.get<Job>(keys.job(twin_id, job_id));
  return value !== null && isLive(value);
}

/** Starts the reading of a due source; run by the sweep. What is due in one hour is spread over the next. */
export async function readDueSource(
  app: Context,
  key: Deno.KvKey,
): Promise<number | null> {
  const entry = await app.kv.get<Source>(key);
  if (!entry.value || entry.value.next_ms === null) return null;
  const now = app.clock.now();
  if (entry.value.next_ms > now) return entry.value.next_ms;
  if (await isBeingRead(app.kv, entry.value)) return now + HOUR;
  const op = app.kv.atomic();
  const spread = parseInt(sha256(entry.value.id).slice(0, 6), 36) || 0;
  const next = withReading(app, op, entry.value, now + spread % HOUR);
  const { ok } = await commit(op.check(entry).set(key, next));
  return ok ? null : now + HOUR;
}
