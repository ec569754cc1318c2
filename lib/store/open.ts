import { ConfigError, NoDatabaseError } from "../errors.ts";
import { STORE_TIMES } from "./breaker.ts";
import { guardEmbedded, guardShared } from "./guarded_kv.ts";
import { isShared } from "./shared.ts";
import { lockStore } from "./lock.ts";
import { openRemote } from "./remote.ts";
import { migrate } from "./migrations.ts";

type OpenStore = { kv: Deno.Kv; close(): void };

/**
 * Opens the store in the latest format, with time limits on every call. A path is locked for this process by an
 * operating system lock on a file next to it, which ends with the process however it ends; a second process gets a
 * `ConfigError`.
 */
export async function openStore(
  path: string | null,
  times = STORE_TIMES,
): Promise<OpenStore> {
  const store = await openAsItIs(path, times, openRemote);
  try {
    await migrate(store.kv);
    return store;
  } catch (cause) {
    store.close();
    if (cause instanceof ConfigError) throw cause;
    throw new ConfigError(
      `The store at ${
        path ?? "the platform"
      } does not respond correctly. Check that it is running, TWINCAST_KV_PATH and, for a remote store, DENO_KV_ACCESS_TOKEN.`,
      { cause },
    );
  }
}

/**
 * Like `openStore`, in whatever format the store has, even if it is incomplete. Uses Deno's own client, so that a
 * counter read from one store can be written to another.
 */
export async function openAsItIs(
  path: string | null,
  times = STORE_TIMES,
  openAt: (url: string) => Promise<Deno.Kv> = (url) => Deno.openKv(url),
): Promise<OpenStore> {
  if (path === ":memory:") {
    const kv = await Deno.openKv(path);
    return opened(guardEmbedded({ reads: kv, commits: kv }, null, times));
  }
  const is_shared = path === null || isShared(path);
  const lock = is_shared ? null : requireLock(path);
  try {
    if (is_shared) {
      return opened(
        await guardShared(
          () => path === null ? Deno.openKv() : openAt(path),
          times,
        ),
      );
    }
    const commits = await Deno.openKv(path);
    const reads = await Deno.openKv(path);
    return opened(guardEmbedded({ reads, commits }, path, times), lock);
  } catch (cause) {
    lock?.close();
    if (path === null) {
      throw new NoDatabaseError(
        "No KV database is attached to this app. Attach one in Deno Deploy, under Databases, and deploy again.",
        { cause },
      );
    }
    throw new ConfigError(
      is_shared
        ? `The store at ${path} could not be opened. Check TWINCAST_KV_PATH, that DENO_KV_ACCESS_TOKEN holds the server's token and, if its certificate is by an authority of your own, that DENO_CERT names that authority's file.`
        : `The store at ${path} could not be opened. Check TWINCAST_KV_PATH and that its folder can be written to.`,
      { cause },
    );
  }
}

function opened(kv: Deno.Kv, lock?: Deno.FsFile | null): OpenStore {
  return {
    kv,
    close() {
      kv.close();
      lock?.close();
    },
  };
}

function requireLock(path: string): Deno.FsFile {
  let lock: Deno.FsFile | null;
  try {
    lock = lockStore(path);
  } catch (cause) {
    throw new ConfigError(
      `The folder of the store at ${path} cannot be written to. Check TWINCAST_KV_PATH.`,
      { cause },
    );
  }
  if (lock) return lock;
  throw new ConfigError(
    `Another Twincast is already running on the store at ${path}. Stop it first, or set TWINCAST_KV_PATH to another file.`,
  );
}
