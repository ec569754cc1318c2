import { BrokenLog, verifyLog } from "../audit/proof.ts";
import { runTool, taskArguments } from "./run.ts";

/**
 * `deno task verify-audit FILE [PUBLIC_KEY]`: checks whether an exported log is complete and unchanged; names the
 * first line that is not.
 */
async function main(file?: string, public_key?: string): Promise<string> {
  if (!file) {
    return "Name the exported log: deno task verify-audit FILE [PUBLIC_KEY]";
  }
  const lines = (await Deno.readTextFile(file)).split("\n");
  try {
    const { entries, erased, signed } = verifyLog(lines, { public_key });
    const last = signed === entries
      ? "signed to the last one"
      : `signed up to entry ${signed}`;
    return `The log is complete: ${entries} entries, ${last}, ${erased} of them erased.`;
  } catch (error) {
    if (!(error instanceof BrokenLog)) throw error;
    console.error(`This log was tampered with. ${error.message}.`);
    Deno.exit(1);
  }
}

await runTool(() => main(...taskArguments()));
