import config from "../deno.json" with { type: "json" };

const ROOT = new URL("../", import.meta.url);

/** A running task of deno.json, as started from the command line. */
export class Task {
  #child: Deno.ChildProcess;
  #reading: Promise<unknown>;
  #told: (() => void)[] = [];
  output = "";

  constructor(
    name: keyof typeof config.tasks,
    args: string[],
    env: Record<string, string> = {},
    /** In Deno's own shell, which leaves child processes behind when killed. */
    { by_shell = false } = {},
  ) {
    const [, ...command] = by_shell
      ? ["deno", "task", "--quiet", name]
      : config.tasks[name].command.split(" ");
    this.#child = new Deno.Command(Deno.execPath(), {
      args: [...command, ...args],
      cwd: ROOT,
      env: { NO_COLOR: "1", ...env },
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
    }).spawn();
    const { stdout, stderr } = this.#child;
    this.#reading = Promise.all([stdout, stderr].map(async (stream) => {
      for await (const text of stream.pipeThrough(new TextDecoderStream())) {
        this.output += text;
        for (const told of this.#told.splice(0)) told();
      }
    }));
  }

  /** Resolves when it has printed that, or ended. */
  async says(what: RegExp): Promise<void> {
    while (!what.test(this.output)) {
      const told = Promise.withResolvers<"told">();
      this.#told.push(() => told.resolve("told"));
      const ended = this.#reading.then(() => "ended" as const);
      if (await Promise.race([told.promise, ended]) === "ended") return;
    }
  }

  /** Its exit code and its output. */
  async ends(): Promise<{ code: number; output: string }> {
    const { code } = await this.#child.status;
    await this.#reading;
    return { code, output: this.output };
  }

  /** Asks it to stop. */
  stop(): Promise<{ code: number; output: string }> {
    this.#child.kill("SIGTERM");
    return this.ends();
  }

  /** Kills it at once. */
  async kill(): Promise<void> {
    this.#child.kill("SIGKILL");
    await this.ends();
  }
}

/** Runs a task to its end. */
export function runTask(...args: ConstructorParameters<typeof Task>) {
  return new Task(...args).ends();
}
