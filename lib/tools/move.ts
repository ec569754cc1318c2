import { parseArgs } from "node:util";
import { ConfigError } from "../errors.ts";
import { copyStore } from "../store/copy.ts";
import { openAsItIs } from "../store/open.ts";
import { describeCopy, progress, runTool, taskArguments } from "./run.ts";

const USAGE =
  "Name both stores: deno task move --from STORE --to STORE. A store is a file or the URL of a KV Connect server. The one to move to must be empty.";

/**
 * `deno task move --from STORE --to STORE`: copies all of a store that nobody uses into an empty one. Run again, it
 * continues where it was interrupted. The first store is left unchanged.
 */
async function main(): Promise<string> {
  const { from, to } = readArguments();
  await requireFile(from);
  const source = await openAsItIs(from);
  try {
    const target = await openAsItIs(to);
    try {
      const copied = await copyStore(source.kv, target.kv, {
        onProgress: progress(),
      });
      return `Moved: ${
        describeCopy(copied)
      } Start Twincast with TWINCAST_KV_PATH=${to}; ${from} is unchanged.`;
    } finally {
      target.close();
    }
  } finally {
    source.close();
  }
}

function readArguments(): { from: string; to: string } {
  try {
    const { from, to } = parseArgs({
      args: taskArguments(),
      options: { from: { type: "string" }, to: { type: "string" } },
    }).values;
    if (from && to && from !== to) return { from, to };
  } catch {
    // Anything that is not an argument of this task counts as missing.
  }
  throw new ConfigError(USAGE);
}

/** A mistyped name must not create an empty store. */
async function requireFile(path: string): Promise<void> {
  if (/^https?:/.test(path)) return;
  const found = await Deno.stat(path).catch(() => null);
  if (!found?.isFile) throw new ConfigError(`There is no store at ${path}.`);
}

await runTool(main);
