import { DatabaseSync } from "node:sqlite";
import { readConfig } from "../config/config.ts";
import { ConfigError } from "../errors.ts";
import { copyStore } from "../store/copy.ts";
import { openAsItIs } from "../store/open.ts";
import { describeCopy, progress, runTool, taskArguments } from "./run.ts";

/**
 * `deno task restore FILE`: fills the store named by TWINCAST_KV_PATH, which must be empty, from a backup. Run again,
 * it continues where it was interrupted. The backup is only read.
 */
async function main(): Promise<string> {
  const [file] = taskArguments();
  if (!file) throw new ConfigError("Name a backup: deno task restore FILE");
  const { kv_path } = readConfig(Deno.env.toObject());
  const folder = await Deno.makeTempDir({ prefix: "twincast_restore_" });
  try {
    const copy = `${folder}/backup.db`;
    readBackup(file, copy);
    const source = await openAsItIs(copy);
    const target = await openAsItIs(kv_path).catch((error) => {
      source.close();
      throw error;
    });
    try {
      const copied = await copyStore(source.kv, target.kv, {
        onProgress: progress(),
      });
      return `Restored into ${kv_path}: ${
        describeCopy(copied)
      } Settings sealed by TWINCAST_SECRET can be read only with the same secret.`;
    } finally {
      target.close();
      source.close();
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Copies a backup without writing to it; fails if it is damaged or not a backup. */
function readBackup(file: string, copy: string): void {
  try {
    const backup = new DatabaseSync(file, { readOnly: true });
    try {
      const { integrity_check } =
        backup.prepare("PRAGMA integrity_check").get() ?? {};
      if (integrity_check !== "ok") throw new Error(String(integrity_check));
      backup.prepare("SELECT count(*) FROM kv").get();
      backup.prepare("VACUUM INTO ?").run(copy);
    } finally {
      backup.close();
    }
  } catch (cause) {
    throw new ConfigError(
      `${file} is not a backup of Twincast, or it is damaged: ${
        (cause as Error).message
      }. Name a file that deno task backup wrote.`,
      { cause },
    );
  }
}

await runTool(main);
