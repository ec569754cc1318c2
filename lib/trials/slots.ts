import type { Context } from "../context.ts";
import { AppError } from "../errors.ts";
import type { TrialSlot } from "../schemas/trial.ts";
import { keys } from "../store/keys.ts";

/** The most simultaneous trials per installation. */
export const MAX_TRIALS = 200;

type Taking = {
  /** When the trial ends, in milliseconds. */
  until_ms: number;
  /** A slot freed by the same commit. */
  freed?: number;
};

/**
 * Takes a slot for a trial in a commit, and returns which. The commit fails if another trial takes the same one.
 * Throws `rate_limited` if all are taken.
 */
export async function takeSlot(
  app: Context,
  op: Deno.AtomicOperation,
  token_hash: string,
  { until_ms, freed }: Taking,
): Promise<number> {
  const now = app.clock.now();
  const prefix = keys.trialSlots();
  const held = new Map<number, Deno.KvEntry<TrialSlot>>();
  for await (const entry of app.kv.list<TrialSlot>({ prefix })) {
    held.set(Number(entry.key[1]), entry);
  }
  const free = [...Array(MAX_TRIALS).keys()].filter((slot) => {
    const entry = held.get(slot);
    return !entry || entry.value.until_ms <= now || slot === freed;
  });
  if (free.length === 0) {
    throw allTaken([...held.values()].map(({ value }) => value), now);
  }
  // A random one, so that two at once seldom want the same.
  const slot = free[Math.floor(Math.random() * free.length)];
  const key = keys.trialSlot(slot);
  const versionstamp = held.get(slot)?.versionstamp ?? null;
  op.check({ key, versionstamp }).set(key, { token_hash, until_ms });
  return slot;
}

/** Frees a trial's slot in a commit, unless another trial already has it. */
export async function freeSlot(
  app: Context,
  op: Deno.AtomicOperation,
  slot: number,
  token_hash: string,
): Promise<void> {
  const entry = await app.kv.get<TrialSlot>(keys.trialSlot(slot));
  if (entry.value?.token_hash !== token_hash) return;
  op.check(entry).delete(entry.key);
}

function allTaken(held: TrialSlot[], now_ms: number): AppError {
  const first_ms = Math.min(...held.map(({ until_ms }) => until_ms));
  const seconds = Math.max(1, Math.ceil((first_ms - now_ms) / 1000));
  return new AppError(
    "rate_limited",
    "Many people are trying a twin right now, and all places are taken. Sign up to make yours, or come back later.",
    {
      retry_after_s: seconds,
      limits: { policy: "trials_alive", states: [] },
    },
  );
}
