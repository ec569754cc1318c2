import { existsSync, realpathSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { readKvPath } from "../config/config.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/**
 * The serving process's permissions: the network, its settings, reading this program and the store's folder, writing
 * only to the latter, and starting Deno to read uploaded files. A KV Connect URL or memory needs no folder.
 */
export function servingPermissions(kv_path: string | null): string[] {
  const is_file = kv_path !== null && !/^(https?:|:memory:$)/.test(kv_path);
  const folders = is_file ? foldersOf(kv_path) : [];
  return [
    "--no-prompt",
    "--allow-net",
    "--allow-env",
    "--allow-sys",
    allow("read", [ROOT, ...folders]),
    ...folders.length > 0 ? [allow("write", folders)] : [],
    allow("run", [Deno.execPath()]),
  ];
}

/** The folder of a store's file, and the one it resolves to. */
function foldersOf(path: string): string[] {
  const real = existsSync(path) ? realpathSync(path) : resolve(path);
  return [...new Set([dirname(resolve(path)), dirname(real)])];
}

/** Omits the paths if one cannot be written on a command line. */
function allow(what: string, paths: string[]): string {
  const is_plain = paths.every((path) => !/[\s,"'`$\\*?]/.test(path));
  return is_plain ? `--allow-${what}=${paths.join()}` : `--allow-${what}`;
}

if (import.meta.main) {
  const kv_path = readKvPath(Deno.env.toObject());
  console.log(servingPermissions(kv_path).join(" "));
}
