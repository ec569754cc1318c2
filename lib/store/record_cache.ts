import { wrappedKv } from "./wrapped_kv.ts";
import { commit } from "./commit.ts";
import { type GatheredReads } from "./gathered_reads.ts";
import { type Key, keys } from "./keys.ts";

/**
 * Records that every message needs and that seldom change: keys, links, handles, twins, and the version of a twin's
 * content. The first part of their keys.
 */
const HOT: ReadonlySet<unknown> = new Set([
  keys.apiKey("")[0],
  keys.shareLink("")[0],
  keys.handle("")[0],
  keys.twin("")[0],
  keys.contentVersion("")[0],
]);

/** How long ago a process may have last checked the epoch, in milliseconds. */
export const MAX_AGE_MS = 400;
const MAX_CACHED = 20_000;

/**
 * Reads hot records from memory. Changes by this process are visible at once, changes by others within 400 ms: every
 * commit that touches a hot record also renews one epoch, and the cache is used only if that epoch was read within
 * that time.
 */
export class RecordCache {
  /** The store, observing every change of a hot record. */
  readonly kv: Deno.Kv;
  #known = new Map<string, Deno.KvEntryMaybe<unknown>>();
  /** Incremented when a running read may return an outdated record, which is then not cached. */
  #generation = 0;
  #epoch: string | null = null;
  #looked_at = -Infinity;
  #looking: Promise<string> | null = null;

  /** `steady` returns milliseconds that never decrease. */
  constructor(
    kv: Deno.Kv,
    private reads: GatheredReads,
    private steady = () => performance.now(),
  ) {
    this.kv = observed(kv, () => this.#forget());
  }

  async get<T>(key: Key): Promise<Deno.KvEntryMaybe<T>> {
    if (this.steady() - this.#looked_at > MAX_AGE_MS) await this.epoch();
    const id = key.join("\0");
    const known = this.#known.get(id);
    if (known) return known as Deno.KvEntryMaybe<T>;
    const generation = this.#generation;
    const entry = await this.reads.get<T>(key);
    if (entry.value !== null && generation === this.#generation) {
      this.#known.set(id, entry);
      const [oldest] = this.#known.keys();
      if (this.#known.size > MAX_CACHED) this.#known.delete(oldest);
    }
    return entry;
  }

  /** Identifies the state of all hot records and credentials: renewed with each change. */
  epoch(): Promise<string> {
    return this.#looking ??= this.#look().finally(() => this.#looking = null);
  }

  async #look(): Promise<string> {
    const asked_at = this.steady();
    const { value } = await this.reads.get<string>(keys.cacheEpoch());
    const epoch = value ?? "";
    if (epoch !== this.#epoch) this.#forget();
    this.#epoch = epoch;
    this.#looked_at = asked_at;
    return epoch;
  }

  #forget(): void {
    this.#generation++;
    this.#known.clear();
  }
}

export type WithRecordCache = { cache: RecordCache };

/** Adds to a commit a new epoch, which makes every process read hot records again and check its open streams. */
export function renewCacheEpoch(op: Deno.AtomicOperation): void {
  op.set(keys.cacheEpoch(), crypto.randomUUID());
}

/** The same store, with a new epoch added to every commit that touches a hot record; calls `changed` afterwards. */
function observed(kv: Deno.Kv, changed: () => void): Deno.Kv {
  const begin = (): Deno.AtomicOperation => withNewEpoch(kv.atomic(), changed);
  return wrappedKv(kv, {
    atomic: begin,
    async set(key, value) {
      return await commit(begin().set(key, value)) as Deno.KvCommitResult;
    },
    async delete(key) {
      await commit(begin().delete(key));
    },
  });
}

function withNewEpoch(
  op: Deno.AtomicOperation,
  changed: () => void,
): Deno.AtomicOperation {
  let is_hot = false;
  const { set, delete: remove, commit: send } = op;
  op.set = (key, value, options) => {
    is_hot ||= HOT.has(key[0]);
    return set.call(op, key, value, options);
  };
  op.delete = (key) => {
    is_hot ||= HOT.has(key[0]);
    return remove.call(op, key);
  };
  op.commit = async () => {
    if (!is_hot) return await send.call(op);
    renewCacheEpoch(op);
    return await send.call(op).finally(changed);
  };
  return op;
}
