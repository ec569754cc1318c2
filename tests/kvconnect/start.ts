import { TOKEN } from "./server.ts";

const DECODER = new TextDecoder();

/** A KV Connect server as its own process, which can be killed and restarted on the same file and port. */
export class ServerProcess {
  #child: Deno.ChildProcess | null = null;
  port = 0;

  private constructor(private file: string) {}

  static async start(file: string): Promise<ServerProcess> {
    const server = new ServerProcess(file);
    await server.restart();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Resolves when it answers. */
  async restart(): Promise<void> {
    const path = new URL("./server.ts", import.meta.url).pathname;
    this.#child = new Deno.Command(Deno.execPath(), {
      args: [
        ...["run", "-A", "--no-check", path],
        ...["--file", this.file, "--port", `${this.port}`],
      ],
      env: { DENO_KV_ACCESS_TOKEN: TOKEN, NO_COLOR: "1" },
      stdout: "piped",
      stderr: "inherit",
    }).spawn();
    const reader = this.#child.stdout.getReader();
    const { value } = await reader.read();
    await reader.cancel();
    const said = DECODER.decode(value);
    this.port = Number(/on port (\d+)/.exec(said)?.[1]);
    if (!this.port) throw new Error(`The server did not start: ${said}`);
  }

  /** Kills it at once. */
  async kill(): Promise<void> {
    this.#child?.kill("SIGKILL");
    await this.#child?.status;
    this.#child = null;
  }

  async [Symbol.asyncDispose]() {
    await this.kill();
  }
}
