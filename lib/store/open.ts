import { ConfigError } from "../errors.ts";

export type OpenStore = { kv: Deno.Kv; close(): void };

/**
 * Opens the store. A path is locked for this process by an operating-system lock on a file beside it, which
 * ends with the process however it ends; a second process gets a `ConfigError`.
 */
export async function openStore(path: string | null): Promise<OpenStore> {
  const on_disk = path !== null && path !== ":memory:" &&
    !/^https?:/.test(path);
  const lock = on_disk ? lockFile(path) : null;
  try {
    const kv = await Deno.openKv(path ?? undefined);
    return {
      kv,
      close() {
        kv.close();
        lock?.close();
      },
    };
  } catch (cause) {
    lock?.close();
    throw new ConfigError(
      `The store at ${
        path ?? "the platform"
      } could not be opened. Check TWINCAST_KV_PATH and that its folder can be written to.`,
      { cause },
    );
  }
}

function lockFile(path: string): Deno.FsFile {
  const folder = path.replace(/[^/\\]*$/, "");
  let file: Deno.FsFile;
  try {
    if (folder) Deno.mkdirSync(folder, { recursive: true });
    file = Deno.openSync(`${path}.lock`, { create: true, write: true });
  } catch (cause) {
    throw new ConfigError(
      `The folder of the store at ${path} cannot be written to. Check TWINCAST_KV_PATH.`,
      { cause },
    );
  }
  if (file.tryLockSync(true)) return file;
  file.close();
  throw new ConfigError(
    `Another Twincast is already running on the store at ${path}. Stop it first, or set TWINCAST_KV_PATH to another file.`,
  );
}
