import { createHash } from "node:crypto";
import { serialize } from "node:v8";
import { ConfigError, isAppError } from "../errors.ts";
import { commit, delay, isStoreFailure } from "./commit.ts";
import { type Key, keys } from "./keys.ts";
import { requireReadable } from "./migrations.ts";

/** The contents of a finished copy. Equal hashes mean equal keys and values. */
export type Copied = {
  entries: number;
  sha256: string;
  /** Entries that changed during the last reading: then the copy is not of a single moment. */
  unsettled: number;
};

type Options = {
  /** Receives the total number of entries written or deleted, after each commit. */
  onProgress?: (written: number) => void;
  /** Whether a store that keeps changing may be copied anyway. */
  may_change?: boolean;
  /** How long to wait before retrying a store that does not respond, in milliseconds. */
  pause_ms?: number;
};

/** Entries that belong to a single store, and are not copied. */
const OWN = new Set([keys.commitMarks()[0], keys.unfinishedCopy()[0]]);

/** Kinds of entries that an unused store has. */
const UNUSED = new Set<Deno.KvKeyPart>([
  ...OWN,
  keys.cacheEpoch()[0],
  keys.expiries()[0],
  keys.health()[0],
  keys.schema()[0],
  keys.ticketSecret()[0],
  keys.widgetVersion("")[0],
]);

const MAX_PASSES = 6;
const MAX_FAILURES = 20;
const PAUSE_MS = 1_000;

/**
 * Makes `to` contain exactly what `from` contains. Writes only differences, so that the next run resumes an
 * interrupted copy; until it is complete, a mark keeps Twincast from starting on it. It is complete when both were
 * read in full and nothing differed. Throws `ConfigError` if `to` is in use, or `from` cannot be read or keeps
 * changing.
 */
export async function copyStore(
  from: Deno.Kv,
  to: Deno.Kv,
  { onProgress = () => {}, may_change = false, pause_ms = PAUSE_MS }: Options =
    {},
): Promise<Copied> {
  const patiently = <T>(step: () => Promise<T>) => retry(step, pause_ms);
  await patiently(async () => {
    await requireReadable(from);
    await requireUnused(to);
    await commit(to.atomic().set(keys.unfinishedCopy(), true));
  });
  let written = 0;
  const onWritten = (n: number) => onProgress(written += n);
  for (let passes = 1;; passes++) {
    const seen = await patiently(() => pass(from, to, onWritten));
    const is_last = passes === MAX_PASSES;
    if (seen.differing === 0 || is_last && may_change) {
      await patiently(() => commit(to.atomic().delete(keys.unfinishedCopy())));
      const { entries, sha256, differing } = seen;
      return { entries, sha256, unsettled: differing };
    }
    if (is_last) {
      throw new ConfigError(
        "The store to copy keeps changing. Stop every Twincast that runs on it, then run this again: what is already copied stays.",
      );
    }
  }
}

/** Repeats an idempotent step while a store does not respond. */
async function retry<T>(
  step: () => Promise<T>,
  pause_ms: number,
): Promise<T> {
  for (let failures = 1;; failures++) {
    try {
      return await step();
    } catch (cause) {
      if (!isOutage(cause)) throw cause;
      if (failures > MAX_FAILURES) {
        throw new ConfigError(
          "A store does not respond. Run this again when it does: what is already copied stays.",
          { cause },
        );
      }
      await delay(pause_ms);
    }
  }
}

function isOutage(error: unknown): boolean {
  return isStoreFailure(error) ||
    isAppError(error) && error.code === "unavailable";
}

/** Fails unless the store is unused, or a copy into it is in progress. */
async function requireUnused(kv: Deno.Kv): Promise<void> {
  const { versionstamp } = await kv.get(keys.unfinishedCopy());
  if (versionstamp !== null) return;
  for await (const { key } of kv.list({ prefix: [] })) {
    if (UNUSED.has(key[0])) continue;
    throw new ConfigError(
      "The store to write to already holds data, so nothing was changed. Use an empty one: move that file out of the way, or name a new file or database.",
    );
  }
}

type Seen = { entries: number; sha256: string; differing: number };

/** Reads both completely and writes the differences. */
async function pass(
  from: Deno.Kv,
  to: Deno.Kv,
  onWritten: (n: number) => void,
): Promise<Seen> {
  const hash = createHash("sha256");
  let entries = 0;
  let differing = 0;
  let start: Key | null = null;
  for await (const batch of batches(from)) {
    const end: Key = after(batch[batch.length - 1].key);
    const range: Deno.KvListSelector = start === null
      ? { prefix: [], end }
      : { start, end };
    differing += await settle(batch, to, range, onWritten);
    for (const entry of batch) hash.update(entry.bytes);
    entries += batch.length;
    start = end;
  }
  const rest: Deno.KvListSelector = start === null
    ? { prefix: [] }
    : { prefix: [], start };
  differing += await settle([], to, rest, onWritten);
  return { entries, sha256: hash.digest("hex"), differing };
}

type Entry = { key: Key; value: unknown; bytes: Uint8Array };

const BATCH = { entries: 500, bytes: 500 * 1024 };

/** A store's entries in order, in batches of one commit. */
async function* batches(kv: Deno.Kv): AsyncGenerator<Entry[]> {
  let batch: Entry[] = [];
  let bytes = 0;
  for await (const entry of listed(kv, { prefix: [] })) {
    if (
      batch.length === BATCH.entries ||
      batch.length > 0 && bytes + entry.bytes.length > BATCH.bytes
    ) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(entry);
    bytes += entry.bytes.length;
  }
  if (batch.length > 0) yield batch;
}

async function* listed(
  kv: Deno.Kv,
  selector: Deno.KvListSelector,
): AsyncGenerator<Entry> {
  const entries = kv.list(selector, { batchSize: BATCH.entries });
  for await (const { key, value } of entries) {
    if (!OWN.has(String(key[0]))) {
      yield { key, value, bytes: encode(key, value) };
    }
  }
}

/** Encodes an entry so that equal bytes mean equal entries. */
function encode(key: Key, value: unknown): Uint8Array {
  return serialize(
    value instanceof Deno.KvU64 ? [key, "u64", value.value] : [key, value],
  );
}

/** Makes a range of a store contain exactly these entries; returns how many differed. */
async function settle(
  wanted: Entry[],
  to: Deno.Kv,
  range: Deno.KvListSelector,
  onWritten: (n: number) => void,
): Promise<number> {
  const there = new Map<string, Uint8Array>();
  const surplus = new Map<string, Key>();
  for await (const { key, bytes } of listed(to, range)) {
    const id = nameOf(key);
    there.set(id, bytes);
    surplus.set(id, key);
  }
  const missing = wanted.filter(({ key, bytes }) => {
    const id = nameOf(key);
    surplus.delete(id);
    return !isSame(there.get(id), bytes);
  });
  if (missing.length > 0) {
    const op = to.atomic();
    for (const { key, value } of missing) op.set(key, value);
    await commit(op);
    onWritten(missing.length);
  }
  const gone = [...surplus.values()];
  for (let at = 0; at < gone.length; at += BATCH.entries) {
    const part = gone.slice(at, at + BATCH.entries);
    const op = to.atomic();
    for (const key of part) op.delete(key);
    await commit(op);
    onWritten(part.length);
  }
  return missing.length + gone.length;
}

/** A unique text for a key. */
function nameOf(key: Key): string {
  return JSON.stringify(
    key.map((part) =>
      typeof part === "string" ? part : [typeof part, String(part)]
    ),
  );
}

function isSame(a: Uint8Array | undefined, b: Uint8Array): boolean {
  return a !== undefined && a.length === b.length &&
    a.every((byte, i) => byte === b[i]);
}

/** The first key after another. */
function after(key: Key): Key {
  return [...key, new Uint8Array()];
}
