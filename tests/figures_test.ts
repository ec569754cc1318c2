import { DAY } from "../lib/clock.ts";
import assert from "node:assert/strict";
import { listFigures, totalOf } from "../lib/figures/figures.ts";
import { RefusalCounter } from "../lib/limits/refusals.ts";
import { StoreFailure } from "../lib/store/breaker.ts";
import { ask, ROOMY, shareTwin, signUp, startServer } from "./harness.ts";
import { failing, testClock } from "./stores.ts";

Deno.test("figures: messages, visitors, answers and e-mails, by day and channel", async () => {
  await using server = await startServer({ env: ROOMY });
  const owner = await signUp(server);
  const { chat, token } = await shareTwin(owner);
  const { id, key } = await owner.json("POST", "/api-keys", {
    twin_id: owner.twin_id,
    name: "Server",
    type: "secret",
  }, 201);
  const first = await ask(server, chat, { message: "When is tea?" });
  const { session_id } = first.body;
  await ask(server, chat, { message: "Who won the cup?", session_id });
  await ask(server, `/chat-widget/${owner.twin_id}`, {
    message: "When do you drink oolong tea?",
  }, { "x-api-key": key });
  const lead = { session_id, email: "a@example.com" };
  const path = `/public/leads/${owner.twin_id}/${token}`;
  await ask(server, path, lead);
  await ask(server, path, { ...lead, email: "b@example.com" });
  await owner.json("POST", `/twins/${owner.twin_id}/preview`, {
    message: "When is tea?",
    as: "owner",
  });
  server.clock.advance(DAY);
  await ask(server, chat, { message: "When do you drink oolong tea?" });
  const now = server.clock.now();
  const rows = await listFigures(server.app.kv, owner.twin_id, 30, now);
  const today = new Date(now).toISOString().slice(0, 10);
  const yesterday = new Date(now - DAY).toISOString().slice(0, 10);
  const of = (day: string, channel: string) =>
    rows.find((row) => row.day === day && row.channel === channel)?.counts;
  assert.equal(of(yesterday, "link")?.messages, 2);
  assert.equal(of(yesterday, "link")?.visitors, 1);
  assert.equal(of(yesterday, "link")?.emails, 1);
  assert.deepEqual(of(yesterday, id), {
    messages: 1,
    visitors: 1,
    grounded: 1,
  });
  assert.deepEqual(of(today, "link"), {
    messages: 1,
    visitors: 1,
    grounded: 1,
  });
  assert.equal(totalOf(rows, "messages"), 4);
  const newest = await listFigures(server.app.kv, owner.twin_id, 1, now);
  assert.deepEqual(newest.map((row) => row.day), [today]);
});

Deno.test("figures: 50 concurrent conversations lose no count", async () => {
  await using server = await startServer({ env: ROOMY });
  const owner = await signUp(server);
  const { chat } = await shareTwin(owner);
  await Promise.all(
    Array.from({ length: 50 }, () => ask(server, chat, { message: "Tea?" })),
  );
  const now = server.clock.now();
  const rows = await listFigures(server.app.kv, owner.twin_id, 1, now);
  assert.equal(totalOf(rows, "messages"), 50);
  assert.equal(totalOf(rows, "visitors"), 50);
});

Deno.test("RefusalCounter: refusals by reason, written together", async () => {
  const kv = await Deno.openKv(":memory:");
  const clock = { now: () => Date.UTC(2026, 0, 1), steady: () => 0 };
  const counter = new RefusalCounter(kv, clock);
  for (let i = 0; i < 1_200; i++) {
    counter.note("twn_1", { kind: "link" }, "refused_limit");
    counter.note(
      "twn_1",
      { kind: "key", key_id: `key_${i}` },
      "refused_origin",
    );
  }
  counter.note(
    "twn_1",
    { kind: "preview", as: "owner", user_id: "u" },
    "refused_limit",
  );
  await counter.flush();
  const rows = await listFigures(kv, "twn_1", 1, clock.now());
  assert.equal(totalOf(rows, "refused_limit"), 1_200);
  assert.equal(totalOf(rows, "refused_origin"), 1_200);
  await counter.close();
  kv.close();
});

Deno.test("RefusalCounter: a failed write affects no others, and what the store rejected is written later", async () => {
  const kv = await Deno.openKv(":memory:");
  const clock = testClock();
  const errors = [new TypeError("Odd"), new StoreFailure("Away")];
  const counter = new RefusalCounter(failing(kv, errors), clock);
  for (let i = 0; i < 1_600; i++) {
    const channel = { kind: "key", key_id: `key_${i}` } as const;
    counter.note("twn_1", channel, "refused_origin");
  }
  await assert.rejects(counter.flush());
  await counter.flush();
  const rows = await listFigures(kv, "twn_1", 1, clock.now());
  assert.equal(totalOf(rows, "refused_origin"), 1_100);
  await counter.close();
  kv.close();
});
