import assert from "node:assert/strict";
import { ask, ChatError, type Question } from "./chat_client.ts";

type Reply = (body: Question, attempt: number) => Response;

const line = (event: string, data: unknown) =>
  `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

const session = line("session", { session_id: "s1" });
const done = line("done", { message_id: "msg_1", grounded: true });

function stream(text: string): Response {
  return new Response(text, {
    headers: { "content-type": "text/event-stream" },
  });
}

function problem(status: number, code: string, more = {}): Response {
  return Response.json({ status, code, detail: "d", ...more }, { status });
}

/** Runs `ask` with a scripted server; returns what it saw. */
async function run(reply: Reply, signal?: AbortSignal) {
  const bodies: Question[] = [];
  const texts: string[] = [];
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen: () => {} },
    async (request) => {
      bodies.push(await request.json());
      return reply(bodies.at(-1)!, bodies.length);
    },
  );
  const question = { message: "hi", client_message_id: crypto.randomUUID() };
  const result = await ask(
    { url: `http://127.0.0.1:${server.addr.port}/` },
    question,
    { onText: (text) => texts.push(text) },
    signal,
  ).catch((error: unknown) => error);
  await server.shutdown();
  return { result, bodies, texts };
}

Deno.test("ask streams an answer", async () => {
  const { result, texts } = await run(() =>
    stream(
      session + line("delta", { text: "He" }) + line("delta", { text: "y" }) +
        line("citations", { citations: [{ title: "t", excerpt: "e" }] }) + done,
    )
  );
  assert.deepEqual(texts, ["He", "Hey"]);
  assert.deepEqual(result, {
    session_id: "s1",
    message_id: "msg_1",
    text: "Hey",
    citations: [{ title: "t", excerpt: "e" }],
    grounded: true,
  });
});

Deno.test("ask takes a dropped stream up again with the same ids", async () => {
  const { result, bodies } = await run((_, attempt) =>
    stream(
      session + line("delta", { text: "Hey" }) + (attempt > 1 ? done : ""),
    )
  );
  assert.equal(bodies.length, 2);
  assert.equal(bodies[0].client_message_id, bodies[1].client_message_id);
  assert.equal(bodies[1].session_id, "s1");
  assert.equal((result as { text: string }).text, "Hey");
});

Deno.test("ask tells when a limit ends and does not try again", async () => {
  const before = Date.now();
  const { result, bodies } = await run(() =>
    problem(429, "rate_limited", { retry_after_seconds: 30 })
  );
  assert.equal(bodies.length, 1);
  assert.ok(result instanceof ChatError);
  assert.equal(result.code, "rate_limited");
  assert.ok(Math.abs(result.retry_at_ms - before - 30_000) < 2_000);
});

Deno.test("ask keeps the code of a refusal, even in the middle of a stream", async () => {
  const refusals: Reply[] = [
    () => problem(401, "unauthorized"),
    () => problem(403, "forbidden"),
    () => problem(503, "unavailable"),
    () => problem(413, "payload_too_large"),
    () => stream(session + line("error", { code: "unauthorized" })),
  ];
  const codes: unknown[] = [];
  for (const reply of refusals) {
    codes.push((await run(reply)).result);
  }
  assert.deepEqual(codes.map((error) => (error as ChatError).code), [
    "unauthorized",
    "forbidden",
    "unavailable",
    "payload_too_large",
    "unauthorized",
  ]);
});

Deno.test("ask stops when told to", async () => {
  const { result, bodies } = await run(
    () => stream(session),
    AbortSignal.timeout(100),
  );
  assert.equal((result as ChatError).code, "stopped");
  assert.equal(bodies.length, 1);
});
