import { wrappedKv } from "../lib/store/wrapped_kv.ts";
import { type Owner, requireOwner } from "../lib/actor.ts";
import { type App, createApp } from "../lib/app.ts";
import type { Clock } from "../lib/clock.ts";
import { readConfig } from "../lib/config/config.ts";
import { getActor } from "../lib/accounts/sessions.ts";
import { type ErrorCode, isAppError } from "../lib/errors.ts";
import { openStore } from "../lib/store/open.ts";
import { madeCheap, PASSWORD, signUpAs } from "./sign_up.ts";

/** A clock that stands still until it is moved, both wall and steady time. */
export type TestClock = Clock & { advance(ms: number): void };

export function testClock(start_ms = Date.UTC(2026, 0, 1, 12)): TestClock {
  let now = start_ms;
  return {
    now: () => now,
    steady: () => now,
    advance: (ms) => void (now += ms),
  };
}

/** The domain on a real store, without HTTP. */
export type Domain = {
  app: App;
  kv: Deno.Kv;
  clock: TestClock;
  /** Every line the app logged. */
  log: string[];
  [Symbol.asyncDispose](): Promise<void>;
};

type Options = { env?: Record<string, string>; kv_path?: string };

/** Opens the domain on a store in memory unless a path is given. Close it with `await using`. */
export async function openDomain(options: Options = {}): Promise<Domain> {
  const store = await openStore(options.kv_path ?? ":memory:");
  const clock = testClock();
  const log: string[] = [];
  const config = readConfig({
    // Sign-ups are not what these tests count.
    TWINCAST_LIMIT_SIGNUP: "1000/60s",
    ...options.env,
  });
  const app = madeCheap(createApp(
    config,
    store.kv,
    clock,
    (level, event, fields) =>
      log.push(JSON.stringify({ level, event, ...fields })),
  ));
  return {
    app,
    kv: app.kv,
    clock,
    log,
    async [Symbol.asyncDispose]() {
      await app.close();
      store.close();
    },
  };
}

export { PASSWORD };
export const CALLER = { address: "192.0.2.1", user_agent: "Test" };
let people = 0;

/** A new user with a team and a twin, signed in. */
export async function found(
  { app }: Domain,
  email = `founder${++people}@example.com`,
): Promise<Owner & { twin_id: string; session_token: string }> {
  const who = { name: "Ada", email, twin_name: "Ada" };
  const session_token = await signUpAs(app, who, CALLER);
  const actor = await getActor(app, session_token);
  if (!actor) throw new Error("A new account could not be signed in");
  const prefix = ["twins_by_tenant", actor.tenant_id];
  const [twin] = await Array.fromAsync(app.kv.list({ prefix }));
  return {
    ...requireOwner(actor),
    session_token,
    twin_id: String(twin.key[2]),
  };
}

/** The owner without a session end, however far a test moves the clock. */
export function staying<O extends Owner>(owner: O): O {
  return { ...owner, outlives_session: true };
}

/** The store, with something else happening right before the next commit. */
export function interrupted(
  kv: Deno.Kv,
  before: () => Promise<unknown>,
): Deno.Kv {
  let pending: (() => Promise<unknown>) | null = before;
  return interruptible(kv, async () => {
    const first = pending;
    pending = null;
    await first?.();
  });
}

/** The store, with something else happening right before each commit, given the keys that it checks. */
export function interruptible(
  kv: Deno.Kv,
  before: (checked: readonly Deno.KvKey[]) => Promise<unknown>,
): Deno.Kv {
  return wrappedKv(kv, {
    atomic() {
      const op = kv.atomic();
      const commit = op.commit.bind(op);
      const check = op.check.bind(op);
      const checked: Deno.KvKey[] = [];
      op.check = (...checks) => {
        checked.push(...checks.map(({ key }) => key));
        return check(...checks);
      };
      op.commit = async () => {
        await before(checked);
        return await commit();
      };
      return op;
    },
  });
}

/** The store, whose next commits fail with these errors. */
export function failing(kv: Deno.Kv, errors: Error[]): Deno.Kv {
  const left = [...errors];
  return interruptible(kv, () => {
    const error = left.shift();
    return error ? Promise.reject(error) : Promise.resolve();
  });
}

/** For `assert.rejects`: an `AppError` of this code. */
export function refused(code: ErrorCode): (error: unknown) => boolean {
  return (error) => isAppError(error) && error.code === code;
}

/** How many of these promises were fulfilled, and the codes of the refused ones. */
export async function outcomes(
  promises: Promise<unknown>[],
): Promise<{ kept: number; codes: string[] }> {
  const settled = await Promise.allSettled(promises);
  return {
    kept: settled.filter(({ status }) => status === "fulfilled").length,
    codes: settled.flatMap((result) =>
      result.status === "rejected"
        ? [isAppError(result.reason) ? result.reason.code : `${result.reason}`]
        : []
    ),
  };
}

/** How many entries lie under a prefix. */
export async function countEntries(
  kv: Deno.Kv,
  prefix: Deno.KvKey,
): Promise<number> {
  return (await Array.fromAsync(kv.list({ prefix }))).length;
}

/** Everything in an entry, keys and values of any kind, as searchable text. */
export function entryText({ key, value }: Deno.KvEntry<unknown>): string {
  return Deno.inspect([key, value], {
    depth: 20,
    iterableLimit: Infinity,
    strAbbreviateSize: Infinity,
  });
}

/** A store file in its own folder, which is removed on disposal. */
export async function tempStore(): Promise<
  { path: string; folder: string } & AsyncDisposable
> {
  const folder = await Deno.makeTempDir({ prefix: "twincast_test_" });
  return {
    folder,
    path: `${folder}/twincast.db`,
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}
