import { fileURLToPath } from "node:url";
import { breathe } from "../breathe.ts";
import { encode, type Message, MessageReader } from "./message.ts";
import {
  answerOf,
  type Bounds,
  reportedMemory,
  type Runner,
  TaskEnded,
} from "./runner.ts";

const ROOT = new URL("../../", import.meta.url);
const path = (name: string) => fileURLToPath(new URL(name, ROOT));

/**
 * Starts a Deno process that can read only this program's own code: no network, no environment, no other file. It is
 * killed when a task exceeds its time, and kills itself when it exceeds its memory, which this process may not be
 * permitted to see. Throws if this machine cannot start processes.
 */
export function startChild(module: URL, bounds: Bounds): Child {
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "--quiet", "--no-prompt", "--cached-only"],
      // Otherwise Deno would write to it, which the serving process may not be permitted to do.
      "--node-modules-dir=manual",
      `--config=${path("deno.json")}`,
      `--allow-read=${path("lib")},${path("node_modules")}`,
      // Typed arrays are outside the heap; its guard watches those.
      `--v8-flags=--max-old-space-size=${Math.ceil(bounds.memory / 2 ** 20)}`,
      fileURLToPath(module),
      // For its guard, whose first look may come when this process is already gone.
      ...[bounds.memory, Deno.pid].map(String),
    ],
    cwd: fileURLToPath(ROOT),
    clearEnv: true,
    stdin: "piped",
    stdout: "piped",
    stderr: "null",
  }).spawn();
  return new Child(child, bounds);
}

class Child implements Runner {
  #answers: MessageReader;
  #stdin: WritableStreamDefaultWriter<Uint8Array>;
  #why: TaskEnded["why"] = "broken";
  #is_over = false;
  #memory = 0;
  /** Resolves when the process has ended. */
  readonly ended: Promise<Deno.CommandStatus>;

  constructor(private child: Deno.ChildProcess, private bounds: Bounds) {
    this.#answers = new MessageReader(child.stdout, bounds.answer);
    this.#stdin = child.stdin.getWriter();
    // Whoever waits for an answer sees the pipe end.
    this.#stdin.closed.catch(() => {});
    this.ended = child.status.then((status) => {
      this.#is_over = true;
      return status;
    });
  }

  async ask(task: Message): Promise<Message> {
    const late = setTimeout(() => this.#kill("time"), this.bounds.ms);
    try {
      this.#send(task).catch(() => {});
      const answer = await this.#answers.next();
      if (!answer) throw await this.#ended();
      this.#memory = reportedMemory(answer);
      return answerOf(answer);
    } catch (error) {
      this.end();
      await this.ended;
      throw error instanceof RangeError ? new TaskEnded("memory") : error;
    } finally {
      clearTimeout(late);
    }
  }

  async #send(task: Message): Promise<void> {
    for (const part of encode(task)) {
      await this.#stdin.write(part);
      await breathe();
    }
  }

  isHealthy(): boolean {
    return !this.#is_over && this.#memory < this.bounds.memory / 2;
  }

  end(): void {
    this.#kill("broken");
  }

  #kill(why: "time" | "broken"): void {
    if (this.#is_over) return;
    this.#is_over = true;
    this.#why = why;
    this.child.kill("SIGKILL");
  }

  /** Why there was no answer. A process that ends itself has used up its heap or its memory. */
  async #ended(): Promise<TaskEnded> {
    const { signal } = await this.ended;
    const is_full = signal !== null && this.#why === "broken";
    return new TaskEnded(is_full ? "memory" : this.#why);
  }
}
