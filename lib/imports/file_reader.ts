import { AppError } from "../errors.ts";
import { WorkerQueue } from "../worker_queue.ts";
import type { ReadTask, ReadText, Refusal } from "./kinds.ts";

/** A file that takes longer is made to take for ever. */
const MAX_MS = 20_000;
const MAX_WAITING = 100;

/**
 * Reads files into Markdown, in a worker: what is hostile or heavy there holds up no chat, and is ended after 20 s.
 * Owns the worker: `close` ends it.
 */
export class FileReader {
  #queue: WorkerQueue<ReadTask, ReadText | Refusal>;

  constructor(max_ms = MAX_MS) {
    this.#queue = new WorkerQueue(
      new URL("./reader_worker.ts", import.meta.url),
      MAX_WAITING,
      "Too many files are being read right now. Try again in a minute.",
      {
        ms: max_ms,
        detail:
          "This file takes too long to read. Split it, or paste its text.",
      },
    );
  }

  /** Throws `unsupported_media_type`, with what to do, where a file cannot be read, `invalid_input` where it is empty. */
  async read(task: ReadTask): Promise<ReadText> {
    const read = await this.#queue.run(task);
    if ("refusal" in read) {
      throw new AppError("unsupported_media_type", read.refusal);
    }
    if (read.body.trim() !== "") return read;
    throw new AppError("invalid_input", "This file is empty.");
  }

  close(): void {
    this.#queue.close();
  }
}
