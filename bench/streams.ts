// Many open streams through the shipped response: a token every 50 ms in each, read by another process.
import { systemClock } from "../lib/clock.ts";
import { GatheredReads } from "../lib/store/gathered_reads.ts";
import { RecordCache } from "../lib/store/record_cache.ts";
import type { ChatEvent } from "../lib/chat/events.ts";
import { eventStream } from "../lib/http/event_stream.ts";
import { OpenStreams } from "../lib/chat/open_streams.ts";
import { firstLine } from "./processes.ts";
import { atLeast, atMost, quantile, type Row } from "./report.ts";

const TOKEN_MS = 50;
const SECONDS = 8;
/** Streams that are examined closely, and for how long. */
const SAMPLED = 5;
const SAMPLE_SECONDS = SECONDS - 0.5;

/** Serves endless answers in this process and prints the port. */
async function serve(): Promise<void> {
  const kv = await Deno.openKv(":memory:");
  const streams = new OpenStreams(
    new RecordCache(kv, new GatheredReads(kv)),
    systemClock(),
  );
  // All streams share one clock, unlike connections of a model: the streams are what is measured.
  const waiting: (() => void)[] = [];
  const ticks = () => Math.floor(performance.now() / TOKEN_MS);
  let made = ticks();
  setInterval(() => {
    made = ticks();
    for (const go of waiting.splice(0)) go();
  }, TOKEN_MS);
  async function* tokens(signal: AbortSignal): AsyncGenerator<ChatEvent> {
    // Late tokens are still sent: none is lost, so that falling behind shows.
    for (let sent = made; !signal.aborted; sent++) {
      // The timer may fire twice within one tick.
      while (sent >= made) {
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
      yield { type: "delta", text: "word " };
    }
  }
  const call = {} as Parameters<typeof eventStream>[0];
  Deno.serve({
    hostname: "127.0.0.1",
    port: 0,
    onListen: ({ port }) => console.log(port),
  }, (req) => {
    if (new URL(req.url).pathname === "/usage") {
      const { rss } = Deno.memoryUsage();
      return Response.json({ rss, cpu_ms: cpuMs() });
    }
    const body = eventStream(call, tokens, {
      streams,
      twin_id: "twn_1",
      isAllowed: () => Promise.resolve(true),
    });
    return new Response(body, {
      headers: { "content-type": "text/event-stream" },
    });
  });
}

/** Processor time of this process so far, from proc(5), fields 14 and 15. */
function cpuMs(): number {
  const stat = Deno.readTextFileSync("/proc/self/stat");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

type Usage = { rss: number; cpu_ms: number };

/** What the readers saw: the gaps between chunks of each stream, in ms, and the tokens in all of them. */
type Seen = { gaps: number[]; tokens: number };

/** Reads this many streams. */
export async function readStreams(
  base: string,
  streams: number,
  until: Promise<unknown>,
): Promise<Seen> {
  const { port } = new URL(base);
  const request = new TextEncoder().encode(
    `GET / HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n\r\n`,
  );
  const seen: Seen = { gaps: [], tokens: 0 };
  const connections = await Promise.all(
    Array.from({ length: streams }, async () => {
      const connection = await Deno.connect({
        hostname: "127.0.0.1",
        port: Number(port),
      });
      await connection.write(request);
      return connection;
    }),
  );
  const reading = connections.map(async (connection) => {
    const buffer = new Uint8Array(4_096);
    let last = 0;
    for (;;) {
      const bytes = await connection.read(buffer).catch(() => null);
      if (bytes === null) return;
      const now = performance.now();
      if (last) seen.gaps.push(now - last);
      last = now;
      seen.tokens += tokensIn(buffer.subarray(0, bytes));
    }
  });
  await until;
  for (const connection of connections) connection.close();
  await Promise.all(reading);
  return seen;
}

/** Each token is an object, and nothing else in the stream contains a brace. */
function tokensIn(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte === 0x7b) count++;
  return count;
}

/** What the readers of a few streams see, in a process that does nothing else. */
async function sample(base: string): Promise<Seen> {
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--unstable-kv", import.meta.url, "sample", base],
    stderr: "inherit",
  }).output();
  return JSON.parse(new TextDecoder().decode(stdout));
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The process that serves endless answers, with Deno's option to inspect it if given. */
export async function startStreams(...inspect: string[]) {
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "-A", "--unstable-kv", ...inspect],
      ...[import.meta.url, "serve"],
    ],
    stdout: "piped",
    stderr: inspect.length > 0 ? "null" : "inherit",
  }).spawn();
  return {
    base: `http://127.0.0.1:${await firstLine(child.stdout)}`,
    async [Symbol.asyncDispose]() {
      child.kill("SIGKILL");
      await child.status;
    },
  };
}

export async function measureStreams(streams: number) {
  await using server = await startStreams();
  const usage = async (): Promise<Usage> =>
    await (await fetch(`${server.base}/usage`)).json();
  const before = await usage();
  const over = Promise.withResolvers<void>();
  const all = readStreams(server.base, streams, over.promise);
  await wait(2_000);
  const from = await usage();
  const sampled = sample(server.base);
  await wait(SECONDS * 1000);
  const to = await usage();
  const { gaps, tokens } = await sampled;
  over.resolve();
  await all;
  return {
    cpu: (to.cpu_ms - from.cpu_ms) / (SECONDS * 10),
    gap_p99: quantile(gaps, 0.99),
    tokens: tokens / SAMPLED / SAMPLE_SECONDS,
    kib_each: (to.rss - before.rss) / 1024 / streams,
  };
}

export async function benchStreams(): Promise<Row[]> {
  const some = await measureStreams(1_000);
  const many = await measureStreams(4_900);
  return [
    atMost("1,000 open streams, processor", some.cpu, 40, "% of a core"),
    atMost("1,000 open streams, gap p99", some.gap_p99, 70, "ms"),
    atLeast(
      "4,900 open streams, tokens of each",
      many.tokens,
      ["made", 1000 / TOKEN_MS],
      0.95,
      "/s",
    ),
    atMost("4,900 open streams, processor", many.cpu, 80, "% of a core"),
    atMost("4,900 open streams, memory of each", many.kib_each, 80, "KiB"),
  ];
}

if (Deno.args[0] === "serve") await serve();
else if (Deno.args[0] === "sample") {
  const seen = await readStreams(
    Deno.args[1],
    SAMPLED,
    wait(SAMPLE_SECONDS * 1000),
  );
  console.log(JSON.stringify(seen));
} else if (import.meta.main) {
  const { printTable } = await import("./report.ts");
  printTable(await benchStreams());
}
