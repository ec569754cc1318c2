import { existsSync, realpathSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { readKvPath } from "../config/config.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/**
 * What the serving process is allowed: the network, its settings, to read this program and the store's folder, to
 * write only to the latter, and to start Deno for reading uploaded files. A KV Connect URL or memory needs no folder.
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

/** Where a store's file lies, and where it lies really. */
function foldersOf(path: string): string[] {
  const real = existsSync(path) ? realpathSync(path) : resolve(path);
  return [...new Set([dirname(resolve(path)), dirname(real)])];
}

/** Without paths where one cannot be written on a command line. */
function allow(what: string, paths: string[]): string {
  const is_plain = paths.every((path) => !/[\s,"'`$\\*?]/.test(path));
  return is_plain ? `--allow-${what}=${paths.join()}` : `--allow-${what}`;
}

if (import.meta.main) {
  const kv_path = readKvPath(Deno.env.toObject());
  console.log(servingPermissions(kv_path).join(" "));
}
