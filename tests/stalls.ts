// The worst inputs for a server, and how long nobody else is answered meanwhile.
import assert from "node:assert/strict";
import { localSite } from "./local_site.ts";
import { signUp } from "./process_account.ts";
import { Process } from "./processes.ts";
import { until } from "./until.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const repeat = (part: string, length: number) =>
  part.repeat(Math.ceil(length / part.length)).slice(0, length);

const AT_ONCE = 6;

/** Messages of many shapes: each is slow for some way of reading. */
const SHAPES: Record<string, string> = {
  words: Array.from({ length: 800 }, (_, i) => `w${i}`).join(" "),
  letters: repeat("a", 4_000),
  capitals: repeat("Aa ", 4_000),
  spaces: `a${" ".repeat(3_998)}a`,
  han: String.fromCharCode(
    ...Array.from({ length: 4_000 }, (_, i) => 0x4e00 + i),
  ),
  thai: repeat("สวัสดีครับ", 4_000),
  marks: repeat("e\u0301\u0302", 4_000),
  "marks out of order": repeat("\u0315\u0300\u05ae", 4_000),
  digits: repeat("1,", 4_000),
  quotes: repeat("«“", 4_000),
  brackets: repeat("[a](", 4_000),
  stars: repeat("**_", 4_000),
  lines: repeat("a\n", 4_000),
  sentences: repeat("A. ", 4_000),
  despair: repeat("I want to kill my self and cannot go on, ", 4_000),
  "half of despair": repeat("i want to i want to end to kill ", 4_000),
  "despair in Hindi": repeat("मैं मरना चाहता ", 4_000),
  personal: repeat("how old are you where do you live who ", 4_000),
  greetings: repeat("hello thanks how are you ", 4_000),
  questions: repeat("what is the what is when where who? ", 4_000),
};

const NONE = { waited: 0, computed: 0 };

/** The longest time another call waited, and the server's main thread computed meanwhile, in milliseconds. */
type Stall = { waited: number; computed: number };

/** The waiting times of calls from a separate thread. */
class Probe {
  #longest: Stall = NONE;
  #worker: Worker;
  #ended = Promise.withResolvers<void>();

  constructor({ base, pid }: Process) {
    this.#worker = new Worker(new URL("./probe_worker.ts", import.meta.url), {
      type: "module",
      name: `${base}/favicon.svg ${pid}`,
    });
    this.#worker.onmessage = ({ data }: MessageEvent<Stall | null>) => {
      if (data === null) this.#ended.resolve();
      else this.#longest = data;
    };
  }

  /** The longest stall while `work` ran. */
  async during(work: () => Promise<unknown>): Promise<Stall> {
    this.#worker.postMessage("begin");
    this.#longest = NONE;
    await work();
    // The call in progress is reported too: the next report may be of the one before.
    await this.#told();
    await this.#told();
    return this.#longest;
  }

  #told(): Promise<unknown> {
    return new Promise((resolve) =>
      this.#worker.addEventListener("message", resolve, { once: true })
    );
  }

  async close(): Promise<void> {
    this.#worker.postMessage("end");
    await this.#ended.promise;
    this.#worker.terminate();
  }
}

/** Reports for each of the worst inputs how long nobody else was answered. */
export async function measureStalls(
  { questions }: { questions: number },
): Promise<Record<string, Stall>> {
  const sitemap = encode("<loc".repeat(1_250_000));
  await using site = localSite(() => new Response(sitemap));
  await using process = await Process.start(":memory:", {
    env: {
      TWINCAST_LOCAL_HOSTS: site.host,
      TWINCAST_LIMIT_PREVIEW: "100000/60s",
    },
  });
  const account = await openAccount(process);
  const probe = new Probe(process);
  // The first calls load what later ones use.
  await probe.during(() => account.ask("Hello"));
  const stalls: Record<string, Stall> = {};
  const worst: Record<string, () => Promise<unknown>> = {
    "messages of 4,000 characters": async () => {
      for (const text of Object.values(SHAPES)) await account.ask(text);
    },
    // As many at once as one visitor's browser sends.
    "questions that are nearly the same": async () => {
      for (let at = 0; at < questions; at += AT_ONCE) {
        await Promise.all(
          Array.from({ length: AT_ONCE }, (_, i) => account.ask(near(at + i))),
        );
      }
    },
    "the same, all at once": () =>
      Promise.all(
        Array.from({ length: questions }, (_, i) => account.ask(near(i))),
      ),
    "their inbox": () => account.send("GET", "/unanswered?limit=100"),
    "a sitemap of 5 MB": () => account.read(`http://${site.host}/`),
    "10 MiB of Markdown": () => account.upload(repeat("x\n\n", 10 * 2 ** 20)),
    "5,000 passages": async () => {
      await account.upload(book(5_000));
      await account.ask("What stands in passage 4711?");
    },
    "messages of 4,000 characters to 5,000 passages": async () => {
      for (const text of Object.values(SHAPES)) await account.ask(text);
    },
    "8 MiB of Markdown that a twin holds": () =>
      account.upload(repeat(`${"x".repeat(849)}\n\n`, 8 * 2 ** 20)),
    "a picture of 16,000 pixels": () => account.avatar(hugePng()),
  };
  for (const [what, give] of Object.entries(worst)) {
    stalls[what] = await probe.during(give);
  }
  await probe.close();
  return stalls;
}

function near(i: number): string {
  return repeat(`Do you deliver flowers to place ${i} or ${i % 50}? `, 4_000);
}

function book(passages: number): string {
  return Array.from(
    { length: passages },
    (_, i) =>
      `# Passage ${i}\n\nIt tells of thing${i}, of place${i % 97} and day${
        i % 31
      }, and of ${"this and that ".repeat(20)}\n`,
  ).join("\n");
}

function hugePng(): Uint8Array<ArrayBuffer> {
  const png = new Uint8Array(30_000);
  png.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
  png.set(encode("IHDR"), 12);
  const view = new DataView(png.buffer);
  view.setUint32(16, 16_000);
  view.setUint32(20, 16_000);
  return png;
}

/** A new team with a shared twin. */
async function openAccount(process: Process) {
  const { cookie, twin_id: id } = await signUp(process, "ada@example.com");
  const call = async (path: string, init: RequestInit) => {
    const response = await process.fetch(path, {
      ...init,
      headers: { cookie, ...init.headers },
    });
    const text = await response.text();
    // A missing page would not be a worst input.
    assert.notEqual(response.status, 404, path);
    return text;
  };
  const json = (method: string, path: string, body?: unknown) =>
    call(path, {
      method,
      headers: {
        "content-type": "application/json",
        accept: "application/json",
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  const shared = await json("PATCH", `/twins/${id}/sharing`, {
    is_public: true,
  });
  const { share_token } = JSON.parse(shared);
  return {
    send: (method: string, path: string, body?: unknown) =>
      json(method, `/twins/${id}${path}`, body),
    ask: (message: string) =>
      json("POST", `/public/chat/${id}/${share_token}`, { message }),
    /** Reads a site to its end. */
    async read(url: string) {
      const site = { url, kind: "site" };
      const path = `/twins/${id}`;
      const { job_id } = JSON.parse(
        await json("POST", `${path}/sources`, site),
      );
      await until(async () => {
        const job = await json("GET", `${path}/jobs/${job_id}`);
        return !/^(queued|running)$/.test(JSON.parse(job).state);
      }, "the job's end");
    },
    upload(text: string) {
      const body = new FormData();
      body.append("files", new File([text], "text.md"));
      body.append("visibility", "public");
      return call(`/twins/${id}/content/import`, { method: "POST", body });
    },
    avatar: (body: Uint8Array<ArrayBuffer>) =>
      call(`/twins/${id}/avatar`, { method: "PUT", body }),
  };
}
