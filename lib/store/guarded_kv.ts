import { wrappedKv } from "./wrapped_kv.ts";
import { DatabaseSync } from "node:sqlite";
import { HOUR } from "../clock.ts";
import {
  Breaker,
  StoreFailure,
  type StoreMeter,
  type StoreOptions,
} from "./breaker.ts";
import { keys } from "./keys.ts";

/** How a store is reached. */
type Clients = {
  /** For a file, a second client for reads, which then wait for no commit; otherwise the same one. */
  reads: Deno.Kv;
  commits: Deno.Kv;
};

/** The embedded store: a file, or memory if `path` is null. Its responses are never lost. */
export function guardEmbedded(
  { reads, commits }: Clients,
  path: string | null,
  times: StoreOptions,
): Deno.Kv {
  const options = {
    ...times,
    is_outage: () => false,
    refused: () => Promise.resolve(),
  };
  const reading = new Breaker({
    ...options,
    probe: () => reads.get(keys.health()),
  });
  const committing = new Breaker({
    ...options,
    // Not by a commit: each one waiting for the lock would hold up those behind it for 5 s.
    probe: () => Promise.try(() => path !== null && requireUnlocked(path)),
  });
  return guarded({
    meter: times.meter,
    reading,
    committing,
    clients: () => ({ reads, commits }),
    commit: (_op, send) => committing.run(send),
    close() {
      committing.close();
      reading.close();
      commits.close();
      if (reads !== commits) reads.close();
    },
  });
}

/** Throws while another process holds the lock of a store's file. */
function requireUnlocked(path: string): void {
  const file = new DatabaseSync(path, { timeout: 0 });
  try {
    file.exec("BEGIN IMMEDIATE; ROLLBACK");
  } finally {
    file.close();
  }
}

/**
 * A store behind a network. A commit whose response was lost may have been applied, and the client resends it: so
 * each carries its own mark, a key that no other commit writes and that must not exist. If a check fails, the mark
 * tells whether the resent commit merely met its own first sending.
 */
export async function guardShared(
  open: () => Promise<Deno.Kv>,
  times: StoreOptions,
): Promise<Deno.Kv> {
  let client = await open();
  const breaker = new Breaker({
    ...times,
    is_outage: isOutage,
    probe: () => client.get(keys.health()),
    async refused() {
      // A refused client renews its authorisation only after seconds.
      const fresh = await open();
      client.close();
      client = fresh;
    },
  });
  return guarded({
    meter: times.meter,
    reading: breaker,
    committing: breaker,
    clients: () => ({ reads: client, commits: client }),
    async commit(op, send) {
      const hour = Math.floor(Date.now() / HOUR);
      const mark = keys.commitMark(hour, crypto.randomUUID());
      op.check({ key: mark, versionstamp: null }).set(mark, null);
      const marked = async () => {
        const { versionstamp } = await client.get(mark);
        return versionstamp === null
          ? { ok: false as const }
          : { ok: true as const, versionstamp };
      };
      try {
        const committed = await breaker.run(send);
        return committed.ok ? committed : await breaker.run(marked);
      } catch (cause) {
        if (!(cause instanceof Error && NO_ANSWER.test(cause.message))) {
          throw cause;
        }
        throw new StoreFailure("The store's response to a commit was lost", {
          in_doubt: true,
          cause,
        });
      }
    },
    close() {
      breaker.close();
      client.close();
    },
  });
}

/** Errors from a shared store's clients when its server refuses a call, so that nothing was applied … */
const REFUSAL =
  /status[:=] ?(401|403|429)|fetch metadata|fetchDatabaseMetadata|metadata response|bad resource/i;
/** … and when they got no complete response. */
const NO_ANSWER =
  /KV Connect failed to (read|decode)|Out of retries|fetch failed|error sending request|error reading a body|connection/i;

/** Whether a shared store did not respond, or refused the call. */
function isOutage(error: unknown): boolean {
  return error instanceof StoreFailure || error instanceof Error &&
      (REFUSAL.test(error.message) || NO_ANSWER.test(error.message));
}

type Send = () => Promise<Deno.KvCommitResult | Deno.KvCommitError>;

type Guard = {
  meter?: StoreMeter;
  reading: Breaker;
  committing: Breaker;
  clients(): Clients;
  commit(op: Deno.AtomicOperation, send: Send): ReturnType<Send>;
  close(): void;
};

/** The same store, but every call ends in time. */
function guarded(guard: Guard): Deno.Kv {
  const { clients, meter } = guard;
  const read = <T>(call: () => Promise<T>) => {
    const answer = guard.reading.run(call);
    return meter ? metered(meter, "get", answer) : answer;
  };
  const atomic = () => {
    const op = clients().commits.atomic();
    const send = op.commit.bind(op);
    op.commit = () => {
      const answer = guard.commit(op, send);
      return meter ? metered(meter, "commit", answer) : answer;
    };
    return op;
  };
  const own: Partial<Deno.Kv> = {
    get: (key, options) => read(() => clients().reads.get(key, options)),
    getMany: (keys, options) =>
      read(() => clients().reads.getMany(keys, options)),
    list(selector, options) {
      const entries = clients().reads.list<never>(selector, options);
      const next = entries.next.bind(entries);
      entries.next = () => nextInTime(guard.reading, next);
      return entries;
    },
    atomic,
    async set(key, value) {
      return await atomic().set(key, value).commit() as Deno.KvCommitResult;
    },
    async delete(key) {
      await atomic().delete(key).commit();
    },
    close: guard.close,
    [Symbol.dispose]: guard.close,
  };
  return wrappedKv(clients().commits, own);
}

/** The most microtasks an entry from a batch already fetched takes. */
const FEW_STEPS = 4;

/** The next entry of a list. Only one that has to be fetched costs a timer: most are in a batch already. */
async function nextInTime<T>(
  reading: Breaker,
  next: () => Promise<T>,
): Promise<T> {
  reading.requireClosed();
  const coming = next();
  let is_there = false;
  coming.then(() => is_there = true, () => {});
  for (let step = 0; step < FEW_STEPS && !is_there; step++) await null;
  return is_there ? await coming : await reading.run(() => coming);
}

/** Reports a store call to the meter when it completes. */
async function metered<T>(
  meter: StoreMeter,
  call: "get" | "commit",
  answer: Promise<T>,
): Promise<T> {
  const begun = performance.now();
  const tell = (end: "ok" | "beaten" | "failed") =>
    meter(call, (performance.now() - begun) / 1000, end);
  try {
    const value = await answer;
    const { ok = true } = value as { ok?: boolean };
    tell(ok ? "ok" : "beaten");
    return value;
  } catch (error) {
    tell("failed");
    throw error;
  }
}
