// hono with rate-limiter-flexible on Redis: a POST is counted against two policies and answered with 20 tokens.
import { Hono } from "hono";
import Redis from "ioredis";
import { RateLimiterRedis } from "rate-limiter-flexible";
import { answer } from "./answer.js";

const storeClient = new Redis({ host: "127.0.0.1", port: Number(Deno.args[0]) });
const policy = (keyPrefix) =>
  new RateLimiterRedis({ storeClient, keyPrefix, points: 1e9, duration: 60 });
const [by_key, by_session] = ["key", "session"].map(policy);
const app = new Hono();
let session = 0;
app.post("/chat", async (c) => {
  const key = c.req.header("authorization") ?? "";
  const { message } = await c.req.json();
  await Promise.all([by_key.consume(key), by_session.consume(`${session++}`)]);
  return answer(c, message);
});
Deno.serve({
  hostname: "127.0.0.1",
  port: 0,
  onListen: ({ port }) => console.log(port),
}, app.fetch);
