// Webhooks as receivers see them: the built app, and a server that verifies what it is sent.
import assert from "node:assert/strict";
import { DAY, HOUR, MINUTE } from "../lib/clock.ts";
import { unseal } from "../lib/crypto/sealing.ts";
import type { Webhook } from "../lib/schemas/webhook.ts";
import {
  ask,
  type Json,
  makeKey,
  type Member,
  ROOMY,
  type Server,
  shareTwin,
  signUp,
  startServer,
} from "./harness.ts";
import { receiveHooks, type Receiver } from "./hook_receiver.ts";

const ALL = [
  "message.created",
  "question.unanswered",
  "lead.created",
  "key.revoked",
  "content.changed",
];

type Opened = AsyncDisposable & {
  server: Server;
  owner: Member;
  receiver: Receiver;
  /** The twin's webhook, for all events. */
  hook: Json;
};

async function open(): Promise<Opened> {
  const receiver = receiveHooks();
  const server = await startServer({
    env: {
      ...ROOMY,
      TWINCAST_LOCAL_HOSTS: receiver.host,
      TWINCAST_SECRET: "0123456789abcdef0123456789abcdef",
    },
  });
  const owner = await signUp(server);
  const hook = await makeHook(owner, receiver.url, ALL);
  receiver.secret = hook.secret;
  receiver.now = () => server.clock.now();
  return {
    ...{ server, owner, receiver, hook },
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await receiver[Symbol.asyncDispose]();
    },
  };
}

function makeHook(owner: Member, url: string, events: string[]) {
  const { twin_id } = owner;
  return owner.json("POST", "/webhooks", { twin_id, url, events }, 201);
}

async function deliveriesOf(owner: Member, { id }: Json): Promise<Json[]> {
  return (await owner.json("GET", `/webhooks/${id}/deliveries`)).items;
}

async function standingOf(owner: Member, { id }: Json): Promise<Json> {
  const { items } = await owner.json("GET", "/webhooks");
  return items.find((one: Json) => one.id === id);
}

Deno.test("webhooks: every event is sent once, signed, with its number in the conversation", async () => {
  await using opened = await open();
  const { server, owner, receiver, hook } = opened;
  const { chat, token } = await shareTwin(owner);
  const { id: key_id } = await makeKey(owner);
  await owner.json("DELETE", `/api-keys/${key_id}`, undefined, 204);
  const first = await ask(server, chat, { message: "When is tea?" });
  const { session_id, message_id } = first.body;
  await ask(server, chat, { message: "Do you fly helicopters?", session_id });
  await ask(server, `/public/leads/${owner.twin_id}/${token}`, {
    session_id,
    email: "v@example.com",
  });
  await server.app.jobs.idle();
  const of = (type: string) =>
    receiver.received.filter((event) => event.type === type)
      .map(({ data }) => data);
  assert.equal(of("content.changed").length, 2);
  assert.deepEqual(of("key.revoked"), [{ twin_id: owner.twin_id, key_id }]);
  const messages = of("message.created")
    .sort((a, b) => Number(a.number) - Number(b.number));
  assert.deepEqual(messages.map(({ number }) => number), [1, 2]);
  assert.equal(messages[0].message_id, message_id);
  assert.equal(messages[0].question, "When is tea?");
  assert.match(String(messages[0].answer), /every morning at seven/);
  assert.equal(messages[0].channel, "link");
  const [unanswered] = of("question.unanswered");
  assert.equal(unanswered.question, "Do you fly helicopters?");
  assert.equal(unanswered.number, 2);
  assert.equal(of("lead.created")[0].email, "v@example.com");
  const ids = receiver.received.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  const sent = await deliveriesOf(owner, hook);
  assert.equal(sent.length, ids.length);
  for (const { state, attempts, request } of sent) {
    assert.equal(state, "delivered");
    assert.deepEqual(attempts.map(({ status }: Json) => status), [204]);
    assert.ok(JSON.parse(request).type);
  }
});

Deno.test("webhooks: a failing one holds up no other, and is retried under the same id", async () => {
  await using opened = await open();
  const { server, owner, receiver, hook } = opened;
  receiver.answer = ({ data }) =>
    data.number === 1
      ? new Response("Not today", { status: 500 })
      : new Response(null, { status: 204 });
  const { chat } = await shareTwin(owner);
  const { body } = await ask(server, chat, { message: "When is tea?" });
  const { session_id } = body;
  await ask(server, chat, { message: "And your teapot?", session_id });
  await server.app.jobs.idle();
  const about = (number: number) =>
    receiver.received.filter(({ type, data }) =>
      type === "message.created" && data.number === number
    );
  assert.deepEqual([about(1).length, about(2).length], [1, 1]);
  receiver.answer = () => new Response(null, { status: 200 });
  server.clock.advance(6_000);
  await server.app.jobs.idle();
  assert.equal(about(1).length, 2);
  assert.equal(about(1)[0].id, about(1)[1].id);
  const [{ attempts, state }] = (await deliveriesOf(owner, hook))
    .filter(({ id }) => id === about(1)[0].id);
  assert.equal(state, "delivered");
  assert.deepEqual(
    attempts.map(({ status, answer }: Json) => [status, answer]),
    [[500, "Not today"], [200, ""]],
  );
});

Deno.test("webhooks: a delivery fails after seven tries, and can be resent by hand", async () => {
  await using opened = await open();
  const { server, owner, receiver, hook } = opened;
  receiver.answer = () => new Response(null, { status: 503 });
  const { id } = await owner.json(
    "POST",
    `/webhooks/${hook.id}/test`,
    undefined,
    201,
  );
  await server.app.jobs.idle();
  for (const wait of [0.1, 5, 30, 120, 300, 600]) {
    server.clock.advance(wait * MINUTE + 1_000);
    await server.app.jobs.idle();
  }
  assert.equal(receiver.received.length, 7);
  const [failed] = await deliveriesOf(owner, hook);
  assert.deepEqual([failed.id, failed.state], [id, "failed"]);
  assert.ok((await standingOf(owner, hook)).failing_since);
  server.clock.advance(DAY);
  await server.app.jobs.idle();
  assert.equal(receiver.received.length, 7);
  receiver.answer = () => new Response(null, { status: 200 });
  const path = `/webhooks/${hook.id}/deliveries/${id}/resend`;
  assert.equal((await owner.json("POST", path)).state, "waiting");
  await server.app.jobs.idle();
  assert.equal(receiver.received.at(-1)?.id, id);
  assert.equal((await deliveriesOf(owner, hook))[0].state, "delivered");
  assert.equal((await standingOf(owner, hook)).failing_since, null);
});

Deno.test("webhooks: one that fails for three days is switched off, and says why", async () => {
  await using opened = await open();
  const { server, owner, receiver, hook } = opened;
  receiver.answer = () => new Response(null, { status: 500 });
  const test = `/webhooks/${hook.id}/test`;
  await owner.json("POST", test, undefined, 201);
  await server.app.jobs.idle();
  server.clock.advance(3 * DAY + HOUR);
  await server.app.jobs.idle();
  const off = await standingOf(owner, hook);
  assert.equal(off.enabled, false);
  assert.match(off.off_because, /three days/);
  const count = receiver.received.length;
  const { chat } = await shareTwin(owner);
  await ask(server, chat, { message: "When is tea?" });
  await server.app.jobs.idle();
  assert.equal(receiver.received.length, count, "it is no longer called");
  const { items } = await owner.json("GET", "/audit-log");
  assert.ok(
    items.some(({ action }: Json) => action === "webhook.switched_off"),
  );
  assert.equal((await owner.send("POST", test)).status, 409);
  receiver.answer = () => new Response(null, { status: 204 });
  await owner.json("PATCH", `/webhooks/${hook.id}`, { enabled: true });
  await ask(server, chat, { message: "When is tea?" });
  await server.app.jobs.idle();
  assert.equal(receiver.received.length, count + 1);
  assert.equal((await standingOf(owner, hook)).last_error, null);
});

Deno.test("webhooks: what was erased before it was sent is sent to nobody", async () => {
  await using opened = await open();
  const { server, owner, receiver, hook } = opened;
  await owner.json("PATCH", `/webhooks/${hook.id}`, {
    events: ["message.created"],
  });
  receiver.answer = () => new Response(null, { status: 500 });
  const { chat } = await shareTwin(owner);
  const { body } = await ask(server, chat, { message: "My CANARY secret" });
  await server.app.jobs.idle();
  assert.equal(receiver.received.length, 1);
  const erased = await server.fetch("/public/session", {
    method: "DELETE",
    headers: { "x-session-id": body.session_id },
  });
  assert.equal(erased.status, 204);
  server.clock.advance(MINUTE);
  await server.app.jobs.idle();
  assert.equal(receiver.received.length, 1);
  const [gone] = await deliveriesOf(owner, hook);
  assert.deepEqual([gone.state, gone.request], ["gone", null]);
});

Deno.test("webhooks: a deleted one gets nothing more, and leaves nothing", async () => {
  await using opened = await open();
  const { server, owner, receiver, hook } = opened;
  receiver.answer = () => new Response(null, { status: 500 });
  const { chat } = await shareTwin(owner);
  await ask(server, chat, { message: "When is tea?" });
  await server.app.jobs.idle();
  const count = receiver.received.length;
  await owner.json("DELETE", `/webhooks/${hook.id}`, undefined, 204);
  server.clock.advance(HOUR);
  await ask(server, chat, { message: "When is tea?" });
  await server.app.jobs.idle();
  assert.equal(receiver.received.length, count);
  for (
    const prefix of [
      ["webhooks", owner.tenant_id],
      ["webhook_standings", hook.id],
      ["webhook_deliveries", hook.id],
      ["jobs", hook.id],
    ]
  ) {
    const left = await Array.fromAsync(server.app.kv.list({ prefix }));
    assert.deepEqual(left.map(({ key }) => key), []);
  }
});

Deno.test("webhooks: addresses inside the network, and unencrypted ones, are never called", async () => {
  await using opened = await open();
  const { server, owner, receiver } = opened;
  const clear = await owner.send("POST", "/webhooks", {
    twin_id: owner.twin_id,
    url: "http://hooks.example/in",
    events: ALL,
  });
  assert.equal(clear.status, 422);
  await clear.body?.cancel();
  const hook = await makeHook(owner, "https://169.254.169.254/latest", ALL);
  await owner.json("POST", `/webhooks/${hook.id}/test`, undefined, 201);
  await server.app.jobs.idle();
  const [{ attempts }] = await deliveriesOf(owner, hook);
  assert.equal(attempts[0].status, null);
  assert.ok(attempts[0].error);
  receiver.answer = () =>
    new Response(null, {
      status: 307,
      headers: { location: "http://127.0.0.1:1/" },
    });
  const [own] = (await owner.json("GET", "/webhooks")).items
    .filter(({ url }: Json) => url === receiver.url);
  await owner.json("POST", `/webhooks/${own.id}/test`, undefined, 201);
  await server.app.jobs.idle();
  const [redirected] = await deliveriesOf(owner, own);
  assert.match(redirected.attempts[0].error, /redirects/);
});

Deno.test("webhooks: only the beginning of an endless answer is read", async () => {
  await using opened = await open();
  const { server, owner, receiver, hook } = opened;
  const chunk = new Uint8Array(64 * 1024).fill(97);
  receiver.answer = () =>
    new Response(
      new ReadableStream({ pull: (controller) => controller.enqueue(chunk) }),
    );
  await owner.json("POST", `/webhooks/${hook.id}/test`, undefined, 201);
  await server.app.jobs.idle();
  const [{ attempts, state }] = await deliveriesOf(owner, hook);
  assert.equal(state, "delivered");
  assert.equal(attempts[0].answer, "a".repeat(500));
});

Deno.test("webhooks: at most ten per twin, however many are created at once", async () => {
  await using opened = await open();
  const { owner, receiver } = opened;
  const made = await Promise.all(
    Array.from({ length: 14 }, (_, i) =>
      owner.send("POST", "/webhooks", {
        twin_id: owner.twin_id,
        url: `${receiver.url}/${i}`,
        events: ["lead.created"],
      })),
  );
  const statuses = made.map(({ status }) => status);
  await Promise.all(made.map(({ body }) => body?.cancel()));
  assert.equal(statuses.filter((status) => status === 201).length, 9);
  assert.equal(statuses.filter((status) => status === 409).length, 5);
  const { items } = await owner.json("GET", "/webhooks?limit=100");
  assert.equal(items.length, 10);
});

Deno.test("webhooks: a new secret signs beside the old one for a day, and alone if the old one has leaked", async () => {
  await using opened = await open();
  const { server, owner, receiver, hook } = opened;
  const signers = async () => {
    await owner.json("POST", `/webhooks/${hook.id}/test`, undefined, 201);
    await server.app.jobs.idle();
    return receiver.received.at(-1)?.signed_by;
  };
  const rotate = async (body: Json) => {
    const path = `/webhooks/${hook.id}/rotate`;
    const made = await owner.json("POST", path, body, 201);
    receiver.older = [receiver.secret, ...receiver.older];
    receiver.secret = made.secret;
    return made;
  };
  const first = receiver.secret;
  const second = await rotate({});
  assert.notEqual(second.secret, first);
  assert.equal(
    Date.parse(second.old_secret_until) - server.clock.now(),
    DAY,
  );
  assert.deepEqual(await signers(), [second.secret, first]);
  server.clock.advance(HOUR);
  const third = await rotate({});
  assert.deepEqual(await signers(), [third.secret, second.secret, first]);
  server.clock.advance(DAY - HOUR);
  assert.deepEqual(await signers(), [third.secret, second.secret]);
  const fourth = await rotate({ overlap_seconds: 0 });
  assert.equal(fourth.old_secret_until, null);
  assert.deepEqual(await signers(), [fourth.secret]);
  const { items } = await owner.json("GET", "/audit-log");
  const rotations = items.filter(({ action }: Json) =>
    action === "webhook.rotated"
  );
  assert.deepEqual(
    rotations.map(({ target_id }: Json) => target_id),
    [hook.id, hook.id, hook.id],
  );
});

Deno.test("webhooks: of four concurrent rotations three succeed, and every secret shown signs", async () => {
  await using opened = await open();
  const { server, owner, receiver, hook } = opened;
  const path = `/webhooks/${hook.id}/rotate`;
  const answers = await Promise.all(
    Array.from({ length: 4 }, () => owner.send("POST", path, {})),
  );
  const told = await Promise.all(answers.map((answer) => answer.json()));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [
    ...[201, 201, 201],
    409,
  ]);
  const secrets = told.flatMap(({ secret }) => secret ?? []);
  const all = [receiver.secret, ...secrets];
  const newest = await newestOf(server, hook, all);
  receiver.secret = newest;
  receiver.older = all.filter((secret) => secret !== newest);
  await owner.json("POST", `/webhooks/${hook.id}/test`, undefined, 201);
  await server.app.jobs.idle();
  assert.deepEqual(
    receiver.received.at(-1)?.signed_by.toSorted(),
    all.toSorted(),
  );
});

/** The first of some secrets that signs a webhook's calls. */
async function newestOf(
  { app }: Server,
  { id }: Json,
  secrets: string[],
): Promise<string> {
  const [entry] = await Array.fromAsync(
    app.kv.list<Webhook>({ prefix: ["webhooks"] }),
  );
  const { secret: sealing } = app.config;
  const newest = sealing && unseal(sealing, id, entry.value.secret);
  assert.ok(newest && secrets.includes(newest));
  return newest;
}
