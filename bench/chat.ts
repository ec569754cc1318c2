// A message from end to end over HTTP, 64 connections: key, limits, retrieval over 1,000 passages, both messages
// recorded durably, the answer as server-sent events. Against stacks that count and stream, and do nothing else.
import { question, startApp } from "./app.ts";
import { installPeers, startPeer, startRedis } from "./processes.ts";
import { atLeast, atMost, median, type Row } from "./report.ts";
import { hasWrk, type Measured, wrk } from "./wrk.ts";

const ROUNDS = 3;
const SECONDS = 3;

const HEADERS = { "content-type": "application/json" };
/** Different questions, asked in turn. */
const BODIES = Array.from(
  { length: 900 },
  (_, n) => JSON.stringify({ message: question(n) }),
);

export async function benchChat(): Promise<Row[]> {
  if (!await hasWrk()) return [];
  await installPeers();
  await using app = await startApp();
  await using redis = await startRedis("everysec");
  await using on_redis = redis &&
    await startPeer("hono_redis.js", `${redis.port}`);
  await using on_auth = await startPeer("hono_better_auth.js");
  const path = `${app.base}/chat-widget/${app.twin_id}`;
  const measure = (url: string, tokens: string[]) =>
    wrk(url, {
      headers: HEADERS,
      bodies: BODIES,
      tokens,
      seconds: SECONDS,
    });
  await measure(path, app.keys);
  const rounds: Record<"ours" | "redis" | "auth", Measured | null>[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push({
      ours: await measure(path, app.keys),
      redis: on_redis && await measure(`${on_redis.base}/chat`, ["k"]),
      auth: await measure(`${on_auth.base}/chat`, ["k"]),
    });
  }
  const rate = (who: "ours" | "redis" | "auth") =>
    median(rounds.map((round) => round[who]?.rate ?? 0));
  const failed = rounds.reduce((sum, { ours }) => sum + (ours?.failed ?? 0), 0);
  if (failed > 0) throw new Error(`${failed} of our answers failed`);
  const p99 = median(rounds.map(({ ours }) => ours?.p99_ms ?? 0));
  const what = "a chat message, end to end";
  return [
    ...redis
      ? [atLeast(
        what,
        rate("ours"),
        ["hono, Redis, streamSSE", rate("redis")],
        2,
        "/s",
      )]
      : [],
    atLeast(
      what,
      rate("ours"),
      ["hono, better-auth, streamSSE", rate("auth")],
      15,
      "/s",
    ),
    atMost(`${what}, p99 at 64 connections`, p99, 50, "ms"),
  ];
}

if (import.meta.main) {
  const { printTable } = await import("./report.ts");
  printTable(await benchChat());
}
