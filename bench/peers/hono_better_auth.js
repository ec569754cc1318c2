// hono with better-auth's API keys on SQLite and hono-rate-limiter: a POST is verified, counted and answered with
// 20 tokens. Prints its port, then a key. With the argument "verify" it prints verifications a second instead.
import { apiKey } from "@better-auth/api-key";
import { betterAuth } from "better-auth";
import { getMigrations } from "better-auth/db/migration";
import { Hono } from "hono";
import { rateLimiter } from "hono-rate-limiter";
import { DatabaseSync } from "node:sqlite";
import { answer } from "./answer.js";

const dir = await Deno.makeTempDir();
const database = new DatabaseSync(`${dir}/auth.sqlite`);
database.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL");
const auth = betterAuth({
  database,
  secret: "a secret for the bench alone, of no other use",
  baseURL: "http://localhost",
  emailAndPassword: { enabled: true },
  logger: { disabled: true },
  plugins: [apiKey({ rateLimit: { enabled: true, maxRequests: 1e9, timeWindow: 60_000 } })],
});
await (await getMigrations(auth.options)).runMigrations();
const { user } = await auth.api.signUpEmail({
  body: { email: "a@example.com", password: "correct horse battery", name: "A" },
});
const { key } = await auth.api.createApiKey({ body: { userId: user.id, name: "bench" } });

if (Deno.args[0] === "verify") {
  const [, in_flight, duration_ms] = Deno.args.map(Number);
  let calls = 0;
  const begin = performance.now();
  await Promise.all(Array.from({ length: in_flight }, async () => {
    while (performance.now() - begin < duration_ms) {
      const { valid } = await auth.api.verifyApiKey({ body: { key } });
      if (!valid) throw new Error("The key was refused");
      calls++;
    }
  }));
  console.log(JSON.stringify(calls / (performance.now() - begin) * 1000));
  Deno.exit(0);
}

const app = new Hono();
app.use(rateLimiter({ windowMs: 60_000, limit: 1e9, keyGenerator: () => key }));
app.post("/chat", async (c) => {
  const { valid } = await auth.api.verifyApiKey({ body: { key } });
  if (!valid) return c.json({ error: "wrong key" }, 401);
  const { message } = await c.req.json();
  return answer(c, message);
});
Deno.serve({
  hostname: "127.0.0.1",
  port: 0,
  onListen: ({ port }) => console.log(port),
}, app.fetch);
