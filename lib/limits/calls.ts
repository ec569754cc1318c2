import { isAppError } from "../errors.ts";
import { type Changes, HeldChanges, MAX_CHECKS } from "../store/changes.ts";
import { storeError } from "../store/commit.ts";
import { type Charge, counterId, type Decision } from "./rate_limiting.ts";

/** Adds its changes to a commit, and returns a result. May run again, and then reads again. */
export type Attempt<T> = (changes: Changes) => Promise<T>;

/** A decision with the attempt's result; null if the call was refused. */
export type Admitted<T> =
  & Decision
  & ({ allowed: true; value: T } | { allowed: false; value: null });

/** A call that has not been decided yet. */
export type Call = {
  charges: Charge[];
  cost: 1 | -1;
  attempt: Attempt<unknown> | null;
  result: PromiseWithResolvers<Admitted<unknown>>;
};

/** A call with its attempt's changes, ready to be committed. */
export type Ready = { call: Call; held: HeldChanges; value: unknown };

const NO_CHANGES = new HeldChanges();

/** Takes the longest run of waiting calls whose checks should fit into one commit. */
export function takeBatch(queue: Call[]): Call[] {
  const ids = new Set<string>();
  let size = 0;
  let attempts = 0;
  for (const { charges, attempt } of queue) {
    for (const c of charges) ids.add(counterId(c));
    if (attempt) attempts++;
    if (ids.size + attempts > MAX_CHECKS && size > 0) break;
    size++;
  }
  return queue.splice(0, size);
}

/** Prepares each call's changes. A call whose attempt throws is rejected and leaves the batch. */
export async function readyOf(batch: Call[]): Promise<Ready[]> {
  const ready = await Promise.all(batch.map((call) => tryOut(call)));
  return ready.filter((one) => one !== null);
}

/** Runs a call's attempt; null if it threw, which rejects the call. */
function tryOut(call: Call): Ready | Promise<Ready | null> {
  if (!call.attempt) return { call, held: NO_CHANGES, value: null };
  const held = new HeldChanges();
  return call.attempt(held).then(
    (value) => ({ call, held, value }),
    (error) => {
      call.result.reject(error);
      return null;
    },
  );
}

export function admitted(
  decision: Decision,
  value: unknown,
): Admitted<unknown> {
  return decision.allowed
    ? { ...decision, allowed: true, value }
    : { ...decision, allowed: false, value: null };
}

/** Rejects all calls of a batch. */
export function fail(batch: Call[], cause: unknown): void {
  const error = isAppError(cause) ? cause : storeError(cause);
  for (const { result } of batch) result.reject(error);
}
