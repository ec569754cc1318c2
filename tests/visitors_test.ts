import assert from "node:assert/strict";
import {
  ask,
  invite,
  shareTwin,
  signUp,
  startServer,
  statusOf,
} from "./harness.ts";

Deno.test("chat: a retry with the same client_message_id is answered from the record, charged once", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const { chat } = await shareTwin(owner);
  const opening = await ask(server, chat, { message: "Hello" });
  const question = {
    message: "When do you drink oolong tea?",
    session_id: opening.body.session_id,
    client_message_id: crypto.randomUUID(),
  };
  const answers = await Promise.all(
    [1, 2, 3].map(() => ask(server, chat, question)),
  );
  const ids = new Set(answers.map((a) => a.body.message_id));
  assert.equal(ids.size, 1);
  const history = await server.fetch("/public/session", {
    headers: { "x-session-id": opening.body.session_id },
  });
  assert.equal((await history.json()).messages.length, 4);
  const next = await ask(server, chat, {
    message: "Hi",
    session_id: opening.body.session_id,
  });
  assert.match(next.headers.get("ratelimit") ?? "", /"session";r=17;/);
});

Deno.test("chat: one to 4,000 characters, and nothing else", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const { chat } = await shareTwin(owner);
  const bodies = [
    {},
    { message: "" },
    { message: "   " },
    { message: "x".repeat(4_001) },
    { message: 1 },
    { message: "x", client_message_id: "no-uuid" },
    { message: "x", model: "gpt" },
  ];
  for (const body of bodies) {
    assert.equal((await ask(server, chat, body)).status, 422);
  }
  const longest = await ask(server, chat, { message: "x".repeat(4_000) });
  assert.equal(longest.status, 200);
  assert.equal(longest.body.grounded, false);
});

Deno.test("visitor session: shown and deleted on request; ends when idle and after a day", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const { chat } = await shareTwin(owner);
  const say = async (session_id?: string) =>
    (await ask(server, chat, { message: "Tea?", session_id })).body.session_id;
  const stored = (id: string, method = "GET") =>
    server.fetch("/public/session", {
      method,
      headers: { "x-session-id": id },
    });
  const id = await say();
  assert.equal(await say(id), id);
  const session = await (await stored(id)).json();
  assert.deepEqual(
    session.messages.map((m: { role: string }) => m.role),
    ["visitor", "twin", "visitor", "twin"],
  );
  assert.equal(await statusOf(stored(id, "DELETE")), 204);
  assert.equal(await statusOf(stored(id)), 404);
  assert.notEqual(await say(id), id);

  const idle = await say();
  server.clock.advance(29 * 60_000);
  assert.equal(await say(idle), idle);
  server.clock.advance(31 * 60_000);
  assert.equal(await statusOf(stored(idle)), 404);
  assert.notEqual(await say(idle), idle);

  const long = await say();
  for (let i = 0; i < 49; i++) {
    server.clock.advance(29 * 60_000);
    assert.equal(await say(long), long);
  }
  server.clock.advance(29 * 60_000);
  assert.notEqual(await say(long), long);
});

Deno.test("conversations: the owner reads them, and leads, and may block a visitor", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const { chat, token } = await shareTwin(owner);
  const { body: { session_id } } = await ask(server, chat, {
    message: "Who won the football world cup?",
  });
  // A greeting leaves no question open.
  await ask(server, chat, { message: "Hello", session_id });
  const lead = await ask(server, `/public/leads/${owner.twin_id}/${token}`, {
    session_id,
    email: "fan@example.com",
  });
  assert.equal(lead.status, 201);
  const path = `/twins/${owner.twin_id}`;
  const { items: [talk] } = await owner.json("GET", `${path}/conversations`);
  assert.equal(talk.unanswered, 1);
  const { items: [left] } = await owner.json("GET", `${path}/leads`);
  assert.equal(left.question, "Who won the football world cup?");
  assert.equal(left.conversation_id, talk.id);
  const transcript = await owner.json(
    "GET",
    `${path}/conversations/${talk.id}`,
  );
  assert.equal(transcript.exchanges[0].grounded, false);
  assert.ok(!JSON.stringify([talk, left, transcript]).includes(session_id));
  await owner.json("PATCH", `${path}/conversations/${talk.id}`, {
    blocked: true,
  });
  const blocked = await ask(server, chat, { message: "Hi", session_id });
  assert.equal(blocked.status, 403);
  // What a visitor deleted is gone, e-mail included.
  const gone = server.fetch("/public/session", {
    method: "DELETE",
    headers: { "x-session-id": session_id },
  });
  assert.equal(await statusOf(gone), 204);
  assert.deepEqual((await owner.json("GET", `${path}/leads`)).items, []);
  assert.deepEqual(
    (await owner.json("GET", `${path}/conversations`)).items,
    [],
  );
});

Deno.test("preview: the owner's uses private content, the public one never", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  await shareTwin(owner);
  const viewer = await invite(server, owner, "viewer");
  const path = `/twins/${owner.twin_id}/preview`;
  const message = "What is the code of my safe?";
  const as_owner = await viewer.json("POST", path, { message, as: "owner" });
  assert.match(as_owner.answer, /CANARY-4711/);
  const as_public = await owner.json("POST", path, { message, as: "public" });
  assert.equal(as_public.grounded, false);
  assert.doesNotMatch(JSON.stringify(as_public), /CANARY/);
  // A session begun as the owner does not continue as the public.
  const crossed = await owner.json("POST", path, {
    message,
    as: "public",
    session_id: as_owner.session_id,
  });
  assert.notEqual(crossed.session_id, as_owner.session_id);
  const talks = await owner.json(
    "GET",
    `/twins/${owner.twin_id}/conversations`,
  );
  assert.deepEqual(talks.items, []);
});
