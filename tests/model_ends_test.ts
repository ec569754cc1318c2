import assert from "node:assert/strict";
import { ask, invite } from "./harness.ts";
import { hang, say, stream } from "./model_server.ts";
import {
  openStream,
  openWorld,
  QUESTION,
  SOON_MS,
  transcript,
  type World,
} from "./model_world.ts";
import { until, within } from "./until.ts";

Deno.test("model: a visitor who leaves cancels the model's request; the partial answer is kept", async () => {
  await using world = await openWorld();
  const { model, server, chat } = world;
  // The first stream that Deno's client abandons in a process stays connected until more of it arrives; a connection
  // closed by hand is noticed at once, and so is the next abandoned stream.
  model.script = () => say("Hello.");
  await (await openStream(server, chat)).rest();
  model.script = (request) => hang(request, "At seven, ");
  const opened = await openStream(server, chat);
  while ((await opened.next())?.event !== "delta");
  opened.leave();
  await within(model.requests[1].aborted, "the request is aborted", SOON_MS);
  await until(
    async () => (await transcript(world))[0]?.partial,
    "what had come is recorded",
    SOON_MS,
  );
  const [exchange] = await transcript(world);
  assert.deepEqual([exchange.answer, exchange.partial], ["At seven, ", true]);
  assert.equal(server.app.streams.size, 0);
});

Deno.test("model: a caller who leaves a JSON answer cancels the model's request", async () => {
  await using world = await openWorld();
  const { model, server, chat } = world;
  const begun = Promise.withResolvers<void>();
  model.script = (request) =>
    stream(async function* () {
      yield "At seven, ";
      // The first piece was consumed.
      begun.resolve();
      await request.aborted;
    });
  const leave = new AbortController();
  const asked = server.fetch(chat, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(QUESTION),
    signal: leave.signal,
  });
  asked.catch(() => {});
  await begun.promise;
  leave.abort();
  await within(model.requests[0].aborted, "the request is aborted", SOON_MS);
  await assert.rejects(asked);
});

/** Credentials with which a stream may be open, and how each ends. */
type Revocation = (world: World) => Promise<{
  path: string;
  headers: Record<string, string>;
  body?: object;
  revoke: () => Promise<unknown>;
}>;

const REVOCATIONS: Record<string, Revocation> = {
  "an API key is revoked": async ({ owner }) => {
    const { twin_id } = owner;
    const key = await owner.json("POST", "/api-keys", {
      twin_id,
      name: "K",
      type: "secret",
    }, 201);
    return {
      path: `/chat-widget/${twin_id}`,
      headers: { authorization: `Bearer ${key.key}` },
      revoke: () => owner.json("DELETE", `/api-keys/${key.id}`, undefined, 204),
    };
  },
  "an API key is rotated": async ({ owner }) => {
    const { twin_id } = owner;
    const key = await owner.json("POST", "/api-keys", {
      twin_id,
      name: "K",
      type: "secret",
    }, 201);
    return {
      path: `/chat-widget/${twin_id}`,
      headers: { "x-api-key": key.key },
      revoke: () => owner.json("POST", `/api-keys/${key.id}/rotate`, {}, 201),
    };
  },
  "the share link is made anew": ({ owner, chat }) =>
    Promise.resolve({
      path: chat,
      headers: {},
      revoke: () =>
        owner.json(
          "POST",
          `/twins/${owner.twin_id}/share-link`,
          undefined,
          201,
        ),
    }),
  "sharing is turned off": ({ owner, chat }) =>
    Promise.resolve({
      path: chat,
      headers: {},
      revoke: () =>
        owner.json("PATCH", `/twins/${owner.twin_id}/sharing`, {
          is_public: false,
        }),
    }),
  "the twin is deleted": ({ owner, chat }) =>
    Promise.resolve({
      path: chat,
      headers: {},
      revoke: () =>
        owner.json("DELETE", `/twins/${owner.twin_id}`, undefined, 204),
    }),
  "the member logs out": async ({ server, owner }) => {
    const viewer = await invite(server, owner, "viewer");
    return {
      path: `/twins/${owner.twin_id}/preview`,
      headers: { cookie: viewer.cookie },
      body: { ...QUESTION, as: "public" },
      revoke: async () => (await viewer.send("POST", "/logout")).body?.cancel(),
    };
  },
  "the member is removed": async ({ server, owner }) => {
    const viewer = await invite(server, owner, "viewer");
    return {
      path: `/twins/${owner.twin_id}/preview`,
      headers: { cookie: viewer.cookie },
      body: { ...QUESTION, as: "public" },
      revoke: () =>
        owner.json("DELETE", `/users/${viewer.user_id}`, undefined, 204),
    };
  },
};

for (const [what, prepare] of Object.entries(REVOCATIONS)) {
  Deno.test(`model: when ${what}, its open stream ends with an error, and so does the model's request`, async () => {
    await using world = await openWorld();
    const { model, server } = world;
    const { path, headers, body, revoke } = await prepare(world);
    model.script = (request) => hang(request, "At seven, ");
    const opened = await openStream(server, path, headers, body);
    while ((await opened.next())?.event !== "delta");
    await revoke();
    await server.app.streams.checkAll();
    const rest = await within(opened.rest(), "the stream ends", SOON_MS);
    assert.equal(rest.at(-1)?.event, "error");
    assert.equal(rest.at(-1)?.data.code, "unauthorized");
    assert.ok(!rest.some(({ event }) => event === "done"));
    await within(model.requests[0].aborted, "the model is left", SOON_MS);
  });
}

Deno.test("model: other streams continue when one credential ends", async () => {
  await using world = await openWorld();
  const { model, server, owner, chat } = world;
  const go_on = Promise.withResolvers<void>();
  model.script = () =>
    stream(async function* () {
      yield "At seven, ";
      await go_on.promise;
      yield "every morning [1].";
    });
  const opened = await openStream(server, chat);
  while ((await opened.next())?.event !== "delta");
  const { twin_id } = owner;
  const key = await owner.json(
    "POST",
    "/api-keys",
    { twin_id, name: "K" },
    201,
  );
  await owner.json("DELETE", `/api-keys/${key.id}`, undefined, 204);
  await server.app.streams.checkAll();
  go_on.resolve();
  assert.equal((await opened.rest()).at(-1)?.event, "done");
});

Deno.test("model: a retry during the answer waits for it; the model is asked once", async () => {
  await using world = await openWorld();
  const { model, server, chat } = world;
  model.script = () => say("At seven [1].");
  const { body: { session_id } } = await ask(server, chat, QUESTION);
  const again = {
    ...QUESTION,
    session_id,
    client_message_id: crypto.randomUUID(),
  };
  const begun = Promise.withResolvers<void>();
  const go_on = Promise.withResolvers<void>();
  model.script = () =>
    stream(async function* () {
      yield "At seven ";
      begun.resolve();
      await go_on.promise;
      yield "[1].";
    });
  const first = ask(server, chat, again);
  await begun.promise;
  const retries: Promise<Awaited<typeof first>>[] = [];
  for (let n = 0; n < 2; n++) {
    const arrived = server.arrives(chat);
    retries.push(ask(server, chat, again));
    await arrived;
  }
  go_on.resolve();
  const answers = await Promise.all([first, ...retries]);
  assert.equal(new Set(answers.map(({ body }) => body.message_id)).size, 1);
  for (const { body } of answers) assert.equal(body.answer, "At seven [1].");
  assert.equal(model.requests.length, 2);
});
