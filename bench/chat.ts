// One message end to end over HTTP, 64 connections: key, limits, retrieval over 1,000 passages, both messages recorded
// durably, the answer as server-sent events. Compared with a stack that does the same, and shown beside stacks that
// only count and stream.
import { passage, question, type Running, startApp } from "./app.ts";
import { installPeers, startPeer, startRedis } from "./processes.ts";
import { alternate, atLeast, atMost, beside, type Row } from "./report.ts";
import { hasWrk, wrk } from "./wrk.ts";

const ROUNDS = 5;
const SECONDS = 2;

export const HEADERS = { "content-type": "application/json" };
/** Different questions, asked in rotation. */
export const BODIES = Array.from(
  { length: 900 },
  (_, n) => JSON.stringify({ message: question(n) }),
);

async function writePassages(): Promise<string> {
  const path = await Deno.makeTempFile();
  const all = Array.from({ length: 1_000 }, (_, n) => passage(n));
  await Deno.writeTextFile(path, JSON.stringify(all));
  return path;
}

/** The first question waits for the index to be built. */
export async function warmUp({ base, twin_id, keys }: Running): Promise<void> {
  const response = await fetch(`${base}/chat-widget/${twin_id}`, {
    method: "POST",
    headers: { ...HEADERS, authorization: `Bearer ${keys[0]}` },
    body: BODIES[0],
  });
  await response.text();
}

export async function benchChat(): Promise<Row[]> {
  if (!await hasWrk()) return [];
  await installPeers();
  const passages = await writePassages();
  await using app = await startApp();
  await using always = await startRedis("always");
  await using everysec = await startRedis("everysec");
  await using same = always &&
    await startPeer("hono_minisearch.js", `${always.port}`, passages);
  await using on_redis = everysec &&
    await startPeer("hono_redis.js", `${everysec.port}`);
  await using on_auth = await startPeer("hono_better_auth.js");
  const tails: number[] = [];
  const measure = (base: string | undefined) => async () => {
    if (base === undefined) return NaN;
    const url = base === app.base
      ? `${base}/chat-widget/${app.twin_id}`
      : `${base}/chat`;
    const { rate, p99_ms, failed } = await wrk(url, {
      ...{ headers: HEADERS, bodies: BODIES, seconds: SECONDS },
      tokens: base === app.base ? app.keys : ["k"],
    });
    if (failed > 0) throw new Error(`${failed} answers of ${base} failed`);
    if (base === app.base) tails.push(p99_ms);
    return rate;
  };
  await warmUp(app);
  const { ours, ...peers } = await alternate(ROUNDS, {
    ours: measure(app.base),
    same: measure(same?.base),
    redis: measure(on_redis?.base),
    auth: measure(on_auth.base),
  });
  await Deno.remove(passages);
  const what = "a chat message, end to end, durable";
  const same_work = "hono, Redis always, MiniSearch, SQLite full: durable";
  const with_redis: Row[] = always
    ? [
      atLeast(what, ours, [same_work, peers.same], 2, "/s"),
      beside(
        what,
        ours,
        ["hono, Redis everysec, a constant answer: not durable", peers.redis],
        "/s",
      ),
    ]
    : [];
  return [
    ...with_redis,
    beside(
      what,
      ours,
      ["hono, better-auth, a constant answer: not durable", peers.auth],
      "/s",
    ),
    atMost(`${what}, p99 at 64 connections`, tails, 50, "ms"),
  ];
}

if (import.meta.main) {
  const { printTable } = await import("./report.ts");
  printTable(await benchChat());
}
