import { ConfigError, isAppError } from "../errors.ts";

/** Runs a command-line task: prints its result, or, in one sentence, why it failed. */
export async function runTool(main: () => Promise<string>): Promise<void> {
  try {
    console.log(await main());
  } catch (error) {
    if (!(error instanceof ConfigError) && !isAppError(error)) throw error;
    console.error(error.message);
    Deno.exit(1);
  }
}

/** The arguments after a task's name, without a leading `--`, which other task runners require. */
export function taskArguments(): string[] {
  const [first, ...rest] = Deno.args;
  return first === "--" ? rest : Deno.args;
}

/** Prints that a copy has started, and its progress, at most once a second. */
export function progress(): (written: number) => void {
  console.log("Copying …");
  let told_at = -Infinity;
  return (written) => {
    if (performance.now() - told_at < 1_000) return;
    told_at = performance.now();
    console.log(`${written.toLocaleString("en")} entries written …`);
  };
}

/** Describes a finished copy. */
export function describeCopy(
  { entries, sha256 }: { entries: number; sha256: string },
): string {
  return `${
    entries.toLocaleString("en")
  } entries, the same in both (SHA-256 of all: ${sha256}).`;
}
