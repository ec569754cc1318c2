// A stack that does the same work as a message of ours: hono, rate-limiter-flexible on Redis, MiniSearch over a thousand
// passages with its defaults, both messages into SQLite (WAL, synchronous full), the answer as server-sent events.
import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import Redis from "ioredis";
import MiniSearch from "minisearch";
import { RateLimiterRedis } from "rate-limiter-flexible";
import { DatabaseSync } from "node:sqlite";

const [port, passages] = Deno.args;
const storeClient = new Redis({ host: "127.0.0.1", port: Number(port) });
const policy = (keyPrefix) =>
  new RateLimiterRedis({ storeClient, keyPrefix, points: 1e9, duration: 60 });
const [by_key, by_session] = ["key", "session"].map(policy);

const search = new MiniSearch({ fields: ["text"], storeFields: ["text"] });
search.addAll(
  JSON.parse(await Deno.readTextFile(passages)).map((text, id) => ({ id, text })),
);

const database = new DatabaseSync(`${await Deno.makeTempDir()}/chat.sqlite`);
database.exec(`PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;
  CREATE TABLE message (id INTEGER PRIMARY KEY, session TEXT, role TEXT, text TEXT)`);
const insert = database.prepare(
  "INSERT INTO message (session, role, text) VALUES (?, 'visitor', ?), (?, 'twin', ?)",
);

const app = new Hono();
let sessions = 0;
app.post("/chat", async (c) => {
  const key = c.req.header("authorization") ?? "";
  const { message } = await c.req.json();
  const session = `${sessions++}`;
  await Promise.all([by_key.consume(key), by_session.consume(session)]);
  const text = search.search(message)[0]?.text ?? "";
  insert.run(session, message, session, text);
  return streamSSE(c, async (stream) => {
    await stream.writeSSE({ event: "delta", data: JSON.stringify({ text }) });
    await stream.writeSSE({ event: "done", data: "{}" });
  });
});
Deno.serve({
  hostname: "127.0.0.1",
  port: 0,
  onListen: ({ port }) => console.log(port),
}, app.fetch);
