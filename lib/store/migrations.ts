import { MINUTE, SECOND } from "../clock.ts";
import { ConfigError } from "../errors.ts";
import { commit, delay } from "./commit.ts";
import { keys } from "./keys.ts";
import { type Migration, MIGRATIONS } from "./migration_steps.ts";

/** The format of all entries of a store, and who is converting them to the next. */
type Schema = {
  version: number;
  lease?: { holder: string; expires_at: number };
};

const LEASE_MS = MINUTE;
const WAIT_MS = 500;

/** Another process has taken over the migration. */
class LeaseLost extends Error {}

/**
 * Migrates a store to the latest format, step by step, while any other process that opens it waits. An interrupted
 * step is resumed, by any process, once its lease has expired. Throws `ConfigError` for a store in a newer format.
 */
export async function migrate(
  kv: Deno.Kv,
  { steps = MIGRATIONS, now = Date.now }: {
    steps?: readonly Migration[];
    now?: () => number;
  } = {},
): Promise<void> {
  const holder = crypto.randomUUID();
  await requireWhole(kv);
  for (;;) {
    const entry = await kv.get<Schema>(keys.schema());
    const version = entry.value?.version ?? await firstVersion(kv, steps);
    requireKnown(version, steps);
    if (entry.value && version === steps.length) return;
    const lease = entry.value?.lease;
    if (lease && lease.expires_at > now()) {
      await delay(Math.min(WAIT_MS, lease.expires_at - now()));
      continue;
    }
    const held = new Lease(kv, entry, { version, holder, now });
    try {
      await held.renew();
      if (version < steps.length) {
        await steps[version](kv, (build) => held.change(build));
      }
      await held.end(Math.min(version + 1, steps.length));
    } catch (error) {
      if (!(error instanceof LeaseLost)) throw error;
    }
  }
}

/** An empty store needs no migration; one without a version predates all of them. */
async function firstVersion(
  kv: Deno.Kv,
  steps: readonly Migration[],
): Promise<number> {
  for await (const _ of kv.list({ prefix: [] }, { limit: 1 })) return 0;
  return steps.length;
}

/** Throws `ConfigError` for a store written by a newer program, or left by an interrupted copy. */
export async function requireReadable(kv: Deno.Kv): Promise<void> {
  await requireWhole(kv);
  const { value } = await kv.get<Schema>(keys.schema());
  requireKnown(value?.version ?? 0, MIGRATIONS);
}

function requireKnown(version: number, { length }: { length: number }): void {
  if (version <= length) return;
  throw new ConfigError(
    `The store was written by a newer Twincast: its format is ${version}, and this one knows formats up to ${length}. Start the newer Twincast again, or restore a backup from before it.`,
  );
}

async function requireWhole(kv: Deno.Kv): Promise<void> {
  const { versionstamp } = await kv.get(keys.unfinishedCopy());
  if (versionstamp === null) return;
  throw new ConfigError(
    "The store is incomplete: moving or restoring into it was interrupted. Run the same deno task move or deno task restore again to continue where it stopped.",
  );
}

/** The right to change a store's format, checked by every commit. */
class Lease {
  #entry: Deno.KvEntryMaybe<Schema>;
  #expires_at = 0;

  constructor(
    private kv: Deno.Kv,
    entry: Deno.KvEntryMaybe<Schema>,
    private by: { version: number; holder: string; now: () => number },
  ) {
    this.#entry = entry;
  }

  /** Takes it, or extends it by another minute. */
  async renew(): Promise<void> {
    const { version, holder, now } = this.by;
    const expires_at = now() + LEASE_MS;
    await this.#set({ version, lease: { holder, expires_at } });
    this.#expires_at = expires_at;
  }

  async change(build: (op: Deno.AtomicOperation) => void): Promise<boolean> {
    if (this.by.now() > this.#expires_at - LEASE_MS + 10 * SECOND) {
      await this.renew();
    }
    const op = this.kv.atomic().check(this.#entry);
    build(op);
    if ((await commit(op)).ok) return true;
    const { versionstamp } = await this.kv.get(keys.schema());
    if (versionstamp !== this.#entry.versionstamp) throw new LeaseLost();
    return false;
  }

  /** Releases it: the store has this format now. */
  async end(version: number): Promise<void> {
    await this.#set({ version });
  }

  async #set(value: Schema): Promise<void> {
    const key = keys.schema();
    const op = this.kv.atomic().check(this.#entry).set(key, value);
    const committed = await commit(op);
    if (!committed.ok) throw new LeaseLost();
    this.#entry = { key, value, versionstamp: committed.versionstamp };
  }
}
