import assert from "node:assert/strict";
import {
  ask,
  makeKey,
  ROOMY,
  shareTwin,
  signUp,
  startServer,
  statusOf,
} from "./harness.ts";

Deno.test("client address: 300 random X-Forwarded-For headers are one caller", async () => {
  await using server = await startServer({
    env: { TWINCAST_LIMIT_LOGIN: "5/60s" },
  });
  const statuses = new Map<number, number>();
  for (let i = 0; i < 300; i++) {
    const response = await server.fetch("/login", {
      method: "POST",
      headers: { "x-forwarded-for": `10.0.${i % 256}.${(i * 7) % 256}` },
      body: new URLSearchParams({
        email: "nobody@example.com",
        password: "wrong",
      }),
    });
    const status = await statusOf(response);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  assert.deepEqual([...statuses], [[401, 5], [429, 295]]);
});

Deno.test("limits: a new session per message does not evade the key's limit; a refusal charges nothing", async () => {
  await using server = await startServer({
    env: { TWINCAST_LIMIT_IP: "6/60s" },
  });
  const owner = await signUp(server);
  const { key } = await makeKey(owner, {
    type: "secret",
    rate_limit_per_minute: 4,
  });
  const path = `/chat-widget/${owner.twin_id}`;
  const send = () => ask(server, path, { message: "Hi" }, { "x-api-key": key });
  for (let i = 0; i < 4; i++) assert.equal((await send()).status, 200);
  for (let i = 0; i < 20; i++) {
    const refused = await send();
    assert.equal(refused.status, 429);
    assert.equal(refused.body.code, "rate_limited");
    assert.equal(refused.body.policy, "key");
    assert.equal(
      refused.headers.get("retry-after"),
      String(refused.body.retry_after_seconds),
    );
    assert.match(refused.headers.get("ratelimit") ?? "", /"key";r=0/);
  }
  // If refusals counted, the window would still be full when the first four leave it.
  server.clock.advance(61_100);
  assert.equal((await send()).status, 200);
});

Deno.test("limits: 200 concurrent messages against 40: exactly 40 pass", async () => {
  await using server = await startServer({
    env: { ...ROOMY, TWINCAST_LIMIT_LINK: "40/60s" },
  });
  const owner = await signUp(server);
  const { chat } = await shareTwin(owner);
  const answers = await Promise.all(
    Array.from({ length: 200 }, () => ask(server, chat, { message: "Tea?" })),
  );
  assert.equal(answers.filter((a) => a.status === 200).length, 40);
  assert.equal(answers.filter((a) => a.status === 429).length, 160);
});

Deno.test("limits: when the store fails, chat refuses and never runs unmetered", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const { chat } = await shareTwin(owner);
  server.app.admission.close();
  const { status, body, headers } = await ask(server, chat, {
    message: "Tea?",
  });
  assert.equal(status, 503);
  assert.equal(body.code, "unavailable");
  assert.ok(headers.get("retry-after"));
});

Deno.test("limits: every change by a member is counted, and holds up nobody else", async () => {
  await using server = await startServer({
    env: { TWINCAST_LIMIT_CHANGES: "3/86400s" },
  });
  const owner = await signUp(server);
  const path = `/twins/${owner.twin_id}`;
  const rename = (name: string) => owner.send("PATCH", path, { name });
  for (const name of ["One", "Two"]) {
    assert.equal(await statusOf(await rename(name)), 200);
  }
  const sendForm = () =>
    server.fetch("/dashboard/twins", {
      method: "POST",
      headers: { cookie: owner.cookie },
      body: new URLSearchParams({ action: "create", name: "Mara <of> Lyon" }),
    });
  assert.equal(await statusOf(await sendForm()), 303);
  const refused = await rename("Four");
  assert.equal(refused.status, 429);
  const { policy, retry_after_seconds } = await refused.json();
  assert.equal(policy, "changes");
  assert.ok(retry_after_seconds > 3_600);
  const form = await sendForm();
  assert.equal(form.status, 429);
  assert.match(await form.text(), /Mara &lt;of> Lyon|Mara &lt;of&gt; Lyon/);
  const { name } = await owner.json("GET", path);
  assert.equal(name, "Two");
  const other = await signUp(server);
  const mine = `/twins/${other.twin_id}`;
  await other.json("PATCH", mine, { name: "Free" });
});
