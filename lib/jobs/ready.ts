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
import { type FreeSlot, hasMoved, queue, type ReadyJob } from "./lease.ts";

/** Jobs whose moment has come that are made ready in one round. */
const MOST = 100;
/** A run that ended with its process is followed by another, so often at once, then after pauses: it may be what ends it. */
const AT_ONCE = 3;
/** With pauses of 1 s, doubled up to 10 minutes, a job is given up after an hour and a half. */
const MOST_INTERRUPTIONS = 20;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 600_000;

/** As many of each are counted. */
const MOST_COUNTED = 1_000;

/** How many jobs lie ready, and how many wait for their time, up to 1,000 of each. */
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

/** Whether any job of any kind lies ready. */
export async function isAnyReady(kv: Deno.Kv): Promise<boolean> {
  const first = kv.list({ prefix: keys.jobsReadyOfAll() }, { limit: 1 });
  return (await Array.fromAsync(first)).length > 0;
}

/** The job that lies at a place of those that are ready; null where it is not to be run. */
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
  // A standing job's next try, which has not begun, sees what it was asked for until now; or there is no such job.
  await commit(app.kv.atomic().check(place).delete(place.key));
  return null;
}

/** The places for jobs of a kind that an account has left, of `each`. */
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

/** All accounts that have a job of a kind ready, each once, beginning after `first`. */
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

/**
 * Makes ready what has waited for its moment, and what belonged to a run that ended with its process. Returns whether
 * there was any.
 */
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
  const has_moved = await hasMoved(app.kv, job);
  const interruptions = has_moved ? 1 : (job.interruptions ?? 0) + 1;
  const problem = "The server stopped while it ran.";
  if (interruptions >= MOST_INTERRUPTIONS) {
    endJob(app, op, entry, { state: "failed", problem });
    return;
  }
  // As one that was given back: how often the process ends says nothing of what the job's own tries come to.
  const attempts = has_moved ? 0 : job.attempts - 1;
  const pause_ms = pauseAfter(interruptions);
  const at_ms = pause_ms === 0 ? null : app.clock.now() + pause_ms;
  queue(op, entry, { at_ms, problem, attempts, interruptions });
}

function pauseAfter(interruptions: number): number {
  if (interruptions <= AT_ONCE) return 0;
  const doubled = FIRST_PAUSE_MS * 2 ** (interruptions - AT_ONCE - 1);
  return Math.min(LONGEST_PAUSE_MS, doubled);
}
