import assert from "node:assert/strict";
import config from "../deno.json" with { type: "json" };
import { readKvPath } from "../lib/config/config.ts";
import { servingPermissions } from "../lib/build/permissions.ts";
import { within } from "./until.ts";

const ROOT = new URL("../", import.meta.url);

/** Limits high enough for any test of a whole process. */
const ROOMY = {
  TWINCAST_LIMIT_SESSION: "100000/60s",
  TWINCAST_LIMIT_LINK: "100000/60s",
  TWINCAST_LIMIT_IP: "100000/60s",
  TWINCAST_LIMIT_SESSION_START: "100000/60s",
  TWINCAST_LIMIT_SIGNUP: "100000/60s",
};

/** The command of `deno task start` after the build, with its permissions for a store. */
function startArguments(kv_path: string | null): string[] {
  const [, last] = /&& deno (run \$\(.*)$/.exec(config.tasks.start.command) ??
    [];
  const permissions = servingPermissions(kv_path).join(" ");
  const args = last.replace(/\$\(.*\)/, permissions);
  assert.notEqual(args, last, "it starts with the least permissions");
  return args.split(" ");
}

/** `main.ts` as its own process. */
export class Process {
  /** Every line it printed, on standard output and error. */
  readonly lines: string[] = [];
  #child: Deno.ChildProcess;
  #reading: Promise<unknown>;
  #ended = false;
  #port = Promise.withResolvers<string>();
  base = "";

  private constructor(
    env: Record<string, string>,
    { max_file_kib, inspect }: { max_file_kib?: number; inspect?: string } = {},
  ) {
    const [command_run, ...args_of_start] = startArguments(readKvPath(env));
    const flags = inspect === undefined ? [] : [inspect];
    const run = [Deno.execPath(), command_run, ...flags, ...args_of_start];
    // A write past the limit then fails as on a full disk, without a signal.
    const limited = `trap '' XFSZ; ulimit -f ${max_file_kib}; exec "$@"`;
    const [program, ...args] = max_file_kib === undefined
      ? run
      : ["bash", "-c", limited, "bash", ...run];
    const command = new Deno.Command(program, {
      args,
      cwd: ROOT,
      env: { PORT: "0", NO_COLOR: "1", ...ROOMY, ...env },
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
    });
    this.#child = command.spawn();
    this.#child.status.then(() => this.#ended = true);
    this.#reading = Promise.all(
      [this.#child.stdout, this.#child.stderr].map((out) => this.#read(out)),
    );
  }

  async #read(output: ReadableStream<Uint8Array<ArrayBuffer>>) {
    let rest = "";
    for await (const text of output.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + text).split("\n");
      rest = lines.pop() ?? "";
      this.lines.push(...lines);
      for (const line of lines) {
        const [, port] = /^Listening on port (\d+)$/.exec(line) ?? [];
        if (port) this.#port.resolve(port);
      }
    }
    if (rest) this.lines.push(rest);
  }

  /**
   * Starts the app on a store file, with files limited to `max_file_kib` and Deno's option to `inspect` it if given.
   * Resolves when it answers; fails with its output.
   */
  static async start(
    kv_path: string,
    options: {
      env?: Record<string, string>;
      max_file_kib?: number;
      inspect?: string;
    } = {},
  ): Promise<Process> {
    const env = { TWINCAST_KV_PATH: kv_path, ...options.env };
    const process = new Process(env, options);
    const ended = process.#child.status.then(() => null);
    const port = await within(
      Promise.race([process.#port.promise, ended]),
      "the app listens",
    ).catch(() => null);
    if (port === null) {
      await process.kill();
      const said = process.lines.join("\n");
      throw new Error(`The app did not start:\n${said}`);
    }
    process.base = `http://127.0.0.1:${port}`;
    return process;
  }

  /** Starts the app where it must fail: its exit code and its output. */
  static async fail(env: Record<string, string>) {
    const process = new Process(env);
    const code = await process.#exit();
    return { code, output: process.lines.join("\n") };
  }

  async #exit(): Promise<number> {
    const timer = setTimeout(() => this.#child.kill("SIGKILL"), 20_000);
    const { code } = await this.#child.status;
    clearTimeout(timer);
    await this.#reading;
    return code;
  }

  get pid(): number {
    return this.#child.pid;
  }

  fetch(path: string, init?: RequestInit): Promise<Response> {
    return fetch(this.base + path, { redirect: "manual", ...init });
  }

  /** Asks it to stop, as an operator does; returns its exit code. */
  async stop(): Promise<number> {
    if (!this.#ended) this.#child.kill("SIGTERM");
    return await this.#exit();
  }

  /** Kills it at once. */
  async kill(): Promise<void> {
    if (!this.#ended) this.#child.kill("SIGKILL");
    await this.#exit();
  }

  async [Symbol.asyncDispose]() {
    await this.kill();
  }
}
