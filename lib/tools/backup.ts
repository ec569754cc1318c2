import { DatabaseSync } from "node:sqlite";
import { basename, dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { readConfig } from "../config/config.ts";
import { ConfigError } from "../errors.ts";
import { copyStore } from "../store/copy.ts";
import { lockFile } from "../store/lock.ts";
import { openAsItIs } from "../store/open.ts";
import { progress, runTool, taskArguments } from "./run.ts";

const USAGE =
  "Name a file: deno task backup backups/twincast.db [--keep 7]. The date is added to the name, and only the newest 7 are kept.";

/**
 * `deno task backup FILE [--keep N]`: saves the store named by TWINCAST_KV_PATH, even while Twincast runs on it, as
 * FILE with the date in its name, and keeps the newest N of them. A file of that name is always complete.
 */
async function main(): Promise<string> {
  const { file, keep } = readArguments();
  const { kv_path } = readConfig(Deno.env.toObject());
  if (kv_path === ":memory:") {
    throw new ConfigError(
      "A store in memory ends with its process, so it cannot be backed up. Set TWINCAST_KV_PATH to the store to back up.",
    );
  }
  const target = named(file);
  const part = `${file}.part`;
  const lock = requireLock(file);
  try {
    removePart(part);
    const said = await save(kv_path, part);
    const name = target.at(new Date());
    await sync(part);
    await Deno.rename(part, name);
    const removed = await prune(target, keep);
    return `Saved ${said} in ${name}.${
      removed > 0 ? ` Older ones removed: ${removed}.` : ""
    } TWINCAST_SECRET is not in it: keep that separately.`;
  } finally {
    removePart(part);
    lock.close();
  }
}

type Arguments = { file: string; keep: number };

function readArguments(): Arguments {
  try {
    const { positionals: [file, ...more], values } = parseArgs({
      args: taskArguments(),
      allowPositionals: true,
      options: { keep: { type: "string", default: "7" } },
    });
    const keep = Number(values.keep);
    if (file && more.length === 0 && Number.isInteger(keep) && keep >= 1) {
      return { file, keep };
    }
  } catch {
    // Anything that is not an argument of this task counts as missing.
  }
  throw new ConfigError(USAGE);
}

/** Matches the names of one FILE's backups. */
function named(file: string) {
  const folder = dirname(file);
  const [stem, extension] = /^(.+?)(\.[^.]*)?$/.exec(basename(file))
    ?.slice(1) ?? [file];
  const suffix = extension ?? "";
  return {
    folder,
    at(time: Date) {
      const date = time.toISOString().slice(0, 19).replaceAll(":", "-");
      return join(folder, `${stem}-${date}Z${suffix}`);
    },
    isOne(name: string) {
      const date = name.slice(stem.length, name.length - suffix.length);
      return name.startsWith(stem) && name.endsWith(suffix) &&
        /^-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ$/.test(date);
    },
  };
}

function requireLock(file: string): Deno.FsFile {
  let lock: Deno.FsFile | null;
  try {
    lock = lockFile(`${file}.lock`);
  } catch (cause) {
    throw new ConfigError(
      `The folder of ${file} cannot be written to. Name another folder.`,
      { cause },
    );
  }
  if (lock) return lock;
  throw new ConfigError(
    "Another backup to the same file is in progress. Wait until it has ended.",
  );
}

/** Saves a store to a new file; describes how much it was. */
async function save(kv_path: string | null, part: string): Promise<string> {
  if (kv_path !== null && !/^https?:/.test(kv_path)) {
    return `${count(snapshot(kv_path, part))} entries, as of a single moment,`;
  }
  const source = await openAsItIs(kv_path);
  const target = await openAsItIs(part);
  try {
    const { entries, unsettled } = await copyStore(source.kv, target.kv, {
      onProgress: progress(),
      may_change: true,
    });
    if (unsettled === 0) return `${count(entries)} entries`;
    return `${count(entries)} entries (${
      count(unsettled)
    } of them changed while they were read, so this backup is not of a single moment; save again when there is less traffic)`;
  } finally {
    target.close();
    source.close();
  }
}

/** Copies a store file as of a single moment, even while it is being written to. Returns the number of entries. */
function snapshot(path: string, part: string): number {
  try {
    const store = new DatabaseSync(path, { readOnly: true, timeout: 5_000 });
    try {
      // Only its owner may read it.
      Deno.openSync(part, { create: true, write: true, mode: 0o600 }).close();
      store.prepare("VACUUM INTO ?").run(part);
    } finally {
      store.close();
    }
    const saved = new DatabaseSync(part, { readOnly: true });
    try {
      const { integrity_check } =
        saved.prepare("PRAGMA integrity_check").get() ?? {};
      if (integrity_check !== "ok") throw new Error(String(integrity_check));
      return Number(saved.prepare("SELECT count(*) AS n FROM kv").get()?.n);
    } finally {
      saved.close();
    }
  } catch (cause) {
    throw new ConfigError(
      `The store at ${path} could not be saved: ${(cause as Error).message}.`,
      { cause },
    );
  }
}

/** Flushes a file to disk before it gets its name. */
async function sync(path: string): Promise<void> {
  using file = await Deno.open(path, { read: true, write: true });
  await file.sync();
}

function removePart(part: string): void {
  for (const end of ["", "-wal", "-shm", "-journal", ".lock"]) {
    try {
      Deno.removeSync(part + end);
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    }
  }
}

/** Removes all but the newest; returns how many. */
async function prune(
  { folder, isOne }: ReturnType<typeof named>,
  keep: number,
): Promise<number> {
  const entries = await Array.fromAsync(Deno.readDir(folder));
  const names = entries.map(({ name }) => name).filter(isOne).sort();
  const old = names.slice(0, -keep);
  for (const name of old) await Deno.remove(join(folder, name));
  return old.length;
}

function count(n: number): string {
  return n.toLocaleString("en");
}

await runTool(main);
