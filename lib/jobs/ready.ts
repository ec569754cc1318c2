import type { Context } from "../context.ts";
import type { Job } from "../schemas/job.ts";
import { commit } from "../store/commit.ts";
import { afterPrefix, type Key, keys } from "../store/keys.ts";
import { getEntries } from "../store/list.ts";
import {
  endJob,
  freeSlot,
  isLive,
  replaceJob,
  type Slot,
  standingJob,
} from "./jobs.ts";
import { type FreeSlot, hasProgressed, queue, type ReadyJob } from "./lease.ts";

/** The most due jobs made ready per round. */
const MOST = 100;
/** How often a run is repeated at once after its process ended; then with pauses, as it may be what ends it. */
const AT_ONCE = 3;
/** With pauses from 1 s, doubling up to 10 minutes, a job is abandoned after an hour and a half. */
const MOST_INTERRUPTIONS = 20;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 600_000;

/** The most counted of each. */
const MOST_COUNTED = 1_000;

/** Counts ready jobs and scheduled jobs, up to 1,000 of each. */
export async function countJobs(
  kv: Deno.Kv,
): Promise<{ ready: number; later: number }> {
  const count = async (prefix: Deno.KvKey) =>
    (await Array.fromAsync(kv.list({ prefix }, { limit: MOST_COUNTED })))
      .length;
  const [ready, later] = await Promise.all([
    count(keys.jobsReadyOfAll()),
    count(keys.jobsLater()),
  ]);
  return { ready, later };
}

/** Whether a job of any kind is ready. */
export async function isAnyReady(kv: Deno.Kv): Promise<boolean> {
  const first = kv.list({ prefix: keys.jobsReadyOfAll() }, { limit: 1 });
  return (await Array.fromAsync(first)).length > 0;
}

/** The job of a ready entry; null if it is not to be run. */
export async function jobAt(
  app: Pick<Context, "kv" | "clock">,
  place: Deno.KvEntry<string>,
): Promise<ReadyJob | null> {
  const [, kind, account, id] = place.key.map(String);
  const subject = place.value;
  const entry = await app.kv.get<Job>(keys.job(subject, id));
  const known = entry.value;
  if (known?.state === "running") return null;
  if (known?.state === "queued" && known.at_ms === null) {
    return { entry, job: known };
  }
  const anew = known?.state !== "queued" &&
    standingJob(app, id, { kind, account, subject }, known);
  if (anew) return { entry, job: anew };
  // The next run of a standing job, not started yet, covers this request too; or the job no longer exists.
  await commit(app.kv.atomic().check(place).delete(place.key));
  return null;
}

/** The free slots of an account for a kind of job, out of `each`. */
export async function freeSlots(
  { kv, clock }: Pick<Context, "kv" | "clock">,
  kind: string,
  account: string,
  each: number,
): Promise<FreeSlot[]> {
  const all = Array.from({ length: each }, (_, slot) => slot);
  const wanted = all.map((slot) => keys.jobSlot(kind, account, slot));
  const held = await getEntries<Slot>(kv, wanted);
  const now = clock.now();
  return all.map((slot) => ({ slot, held: held[slot] }))
    .filter(({ held: { value } }) => !value || value.until_ms <= now);
}

/** All accounts with a ready job of a kind, each once, starting after `first`. */
export async function* accountsAfter(
  kv: Deno.Kv,
  kind: string,
  first: string,
): AsyncGenerator<string> {
  const prefix = keys.jobsReadyOf(kind);
  const turn = afterPrefix(keys.jobsReady(kind, first));
  yield* accountsWithin(kv, kind, turn, afterPrefix(prefix));
  yield* accountsWithin(kv, kind, [...prefix, ""], turn);
}

async function* accountsWithin(
  kv: Deno.Kv,
  kind: string,
  start: Key,
  end: Key,
): AsyncGenerator<string> {
  for (;;) {
    const [next] = await Array.fromAsync(kv.list({ start, end }, { limit: 1 }));
    if (!next) return;
    const account = String(next.key[2]);
    yield account;
    start = afterPrefix(keys.jobsReady(kind, account));
  }
}

/** Makes scheduled jobs ready when due, and jobs whose process ended. Returns whether there were any. */
export async function makeReady(app: Context): Promise<boolean> {
  const prefix = keys.jobsLater();
  const due = app.kv.list<string>({
    start: [...prefix],
    end: [...prefix, app.clock.now() + 1],
  }, { limit: MOST });
  let found = 0;
  for await (const place of due) {
    found++;
    const [, at_ms, id] = place.key;
    const entry = await app.kv.get<Job>(keys.job(place.value, String(id)));
    const op = app.kv.atomic();
    if (!entry.value || entry.value.at_ms !== at_ms || !isLive(entry.value)) {
      op.check(place).delete(place.key);
    } else if (entry.value.state === "queued") {
      replaceJob(op, entry, { ...entry.value, at_ms: null });
    } else await endInterrupted(app, op, entry);
    await commit(op);
  }
  return found > 0;
}

async function endInterrupted(
  app: Context,
  op: Deno.AtomicOperation,
  entry: Deno.KvEntry<Job>,
): Promise<void> {
  await freeSlot(app.kv, op, entry.value);
  const { value: job } = entry;
  const has_progressed = await hasProgressed(app.kv, job);
  const interruptions = has_progressed ? 1 : (job.interruptions ?? 0) + 1;
  const problem = "The server stopped while it ran.";
  if (interruptions >= MOST_INTERRUPTIONS) {
    endJob(app, op, entry, { state: "failed", problem });
    return;
  }
  // Counts as a returned job: how often the process ends says nothing about the job's own tries.
  const attempts = has_progressed ? 0 : job.attempts - 1;
  const pause_ms = pauseAfter(interruptions);
  const at_ms = pause_ms === 0 ? null : app.clock.now() + pause_ms;
  queue(op, entry, { at_ms, problem, attempts, interruptions });
}

function pauseAfter(interruptions: number): number {
  if (interruptions <= AT_ONCE) return 0;
  const doubled = FIRST_PAUSE_MS * 2 ** (interruptions - AT_ONCE - 1);
  return Math.min(LONGEST_PAUSE_MS, doubled);
}
