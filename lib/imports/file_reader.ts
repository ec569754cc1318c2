import { AppError } from "../errors.ts";
import type { Message } from "../isolated/message.ts";
import { IsolatedPool } from "../isolated/pool.ts";
import { type Bounds, TaskEnded } from "../isolated/runner.ts";
import { linesOf } from "../long_texts.ts";
import type { ArchivedItem } from "../schemas/content_import.ts";
import type { Reading, ReadTask, Refusal, TaskHead } from "./kinds.ts";
import { readingOf } from "./reading_message.ts";
import type { Robots } from "./robots.ts";
import type { SiteProfile } from "./site_profile.ts";
import type { Survey } from "./survey.ts";

/** A file that exceeds these was made to exhaust the machine. */
const BOUNDS: Bounds = {
  ms: 20_000,
  memory: 640 * 2 ** 20,
  answer: 64 * 2 ** 20,
};

/**
 * Reads files, pages and sitemaps in separate processes, two at a time and one per account: hostile or heavy input
 * never holds up a chat, and its process is killed. Owns the processes: `close` ends them.
 */
export class FileReader {
  #pool: IsolatedPool;

  constructor(bounds: Partial<Bounds> = {}) {
    this.#pool = new IsolatedPool({
      module: new URL("./reader.ts", import.meta.url),
      bounds: { ...BOUNDS, ...bounds },
      at_once: 2,
      max_waiting: 100,
      max_waiting_each: 20,
      busy: "Too many files are being read right now. Try again in a minute.",
      busy_each:
        "Twenty files of your team are waiting to be read. Add this one when they are in.",
    });
  }

  /**
   * Files of one `account` are read one after the other. Throws `unsupported_media_type`, with what to do, if a file
   * cannot be read, `invalid_input` if it is empty or exceeds the limits, `unavailable` if too many are waiting.
   */
  async read(
    { bytes, ...head }: ReadTask,
    account: string,
  ): Promise<Reading> {
    const read = await this.tryRead({ bytes, ...head }, account);
    if ("refusal" in read) throw refused(read);
    if (read.items.length > 0) return read;
    throw new AppError("invalid_input", "This file is empty.");
  }

  /** Like `read`; but returns a refusal, with what is known about the file, and no items for an empty one. */
  async tryRead(
    { bytes, ...head }: ReadTask,
    account: string,
  ): Promise<Reading | Refusal> {
    const read = await readingOf(await this.#ask(head, bytes, account));
    if ("refusal" in read) return read;
    return { ...read, items: read.items.filter(({ body }) => /\S/.test(body)) };
  }

  /** The items of an export file, oldest first. Throws as `read`. */
  async readArchive(
    bytes: Uint8Array<ArrayBuffer>,
    account: string,
  ): Promise<AsyncGenerator<ArchivedItem>> {
    const read = await this.#ask({ kind: "archive" }, bytes, account);
    const head = read.data as Refusal | Record<never, never>;
    if ("refusal" in head) throw refused(head);
    return archivedItems(read.bytes);
  }

  /** Finds what an address leads to: a sitemap, a feed, a page with links. Throws as `read`. */
  async survey(
    { bytes, ...head }: Omit<ReadTask, "kind">,
    account: string,
  ): Promise<Survey> {
    const task = { ...head, kind: "survey" as const };
    const read = (await this.#ask(task, bytes, account)).data;
    if ("refusal" in (read as Refusal)) throw refused(read as Refusal);
    return read as Survey;
  }

  /** The rules of a site's robots.txt, found at `url`. Throws as `read`. */
  async readRobots(
    { bytes, url }: Pick<ReadTask, "bytes" | "url">,
    account: string,
  ): Promise<Robots> {
    const { data } = await this.#ask({ kind: "robots", url }, bytes, account);
    return data as Robots;
  }

  /** How a home page describes its site, and where it links. Throws as `read`. */
  async readProfile(
    { bytes, url, charset }: Pick<ReadTask, "bytes" | "charset"> & {
      url: string;
    },
    account: string,
  ): Promise<SiteProfile> {
    const head = { kind: "face" as const, url, charset };
    return (await this.#ask(head, bytes, account)).data as SiteProfile;
  }

  async #ask(
    head: TaskHead,
    bytes: Uint8Array<ArrayBuffer>,
    account: string,
  ): Promise<Message> {
    try {
      return await this.#pool.run({ data: head, bytes }, account);
    } catch (error) {
      if (!(error instanceof TaskEnded)) throw error;
      throw new AppError(
        "invalid_input",
        error.why === "time"
          ? "This file takes too long to read. Split it, or paste its text."
          : "This file takes too much memory to read. Split it, or paste its text.",
        { cause: error },
      );
    }
  }

  /** How many files and pages are being read, and how many are waiting. */
  get load(): { running: number; waiting: number } {
    return this.#pool.load;
  }

  close(): void {
    this.#pool.close();
  }
}

export type WithFileReader = { files: FileReader };

async function* archivedItems(
  bytes: Uint8Array,
): AsyncGenerator<ArchivedItem> {
  for await (const line of linesOf(bytes)) yield JSON.parse(line);
}

function refused({ refusal }: Refusal): AppError {
  return new AppError("unsupported_media_type", refusal);
}
