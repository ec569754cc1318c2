// Creating calls with an Idempotency-Key: carried out once, whatever is lost on the way.
import assert from "node:assert/strict";
import { DAY, MINUTE } from "../lib/clock.ts";
import { isCreating } from "../lib/http/contract/operation.ts";
import { localSite } from "./local_site.ts";
import { answerAsSite, call, documented, makeWorld, prepare } from "./world.ts";
import {
  ask,
  invite,
  type Json,
  makeKey,
  type Member,
  ROOMY,
  type Server,
  shareTwin,
  signUp,
  startServer,
  statusOf,
} from "./harness.ts";

async function create(
  server: Server,
  owner: Pick<Member, "cookie">,
  path: string,
  body: object,
  sent: string,
): Promise<{ status: number; body: Json; headers: Headers }> {
  const response = await server.fetch(path, {
    method: "POST",
    headers: {
      cookie: owner.cookie,
      "content-type": "application/json",
      "idempotency-key": sent,
    },
    body: JSON.stringify(body),
  });
  const { status, headers } = response;
  return { status, headers, body: await response.json() };
}

const item = { title: "Tea", body: "I drink oolong tea every morning." };

Deno.test("idempotency: a repeated call runs once and gets the same answer for a day", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const path = `/twins/${owner.twin_id}/content`;
  const count = async () => (await owner.json("GET", path)).items.length;
  const first = await create(server, owner, path, item, "k1");
  assert.equal(first.status, 201);
  const again = await create(server, owner, path, item, "k1");
  assert.deepEqual([again.status, again.body], [201, first.body]);
  assert.equal(again.headers.get("idempotent-replayed"), "true");
  assert.equal(await count(), 1);

  const other = { ...item, title: "Other" };
  const refused = await create(server, owner, path, other, "k1");
  assert.equal(refused.status, 422);
  assert.equal(refused.body.issues[0].path, "Idempotency-Key");
  assert.equal(
    (await create(server, owner, "/twins", other, "k1")).status,
    422,
  );
  assert.equal((await create(server, owner, path, item, "ü")).status, 422);
  assert.equal(await count(), 1);
  // It is the caller's own.
  const stranger = await signUp(server);
  const theirs = `/twins/${stranger.twin_id}/content`;
  const made = await create(server, stranger, theirs, item, "k1");
  assert.notEqual(made.body.id, first.body.id);
  server.clock.advance(DAY + MINUTE);
  const later = await create(server, owner, path, other, "k1");
  assert.equal(later.status, 201);
});

Deno.test("idempotency: of many concurrent calls one makes something", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const answers = await Promise.all(
    Array.from(
      { length: 8 },
      () => create(server, owner, "/twins", { name: "Once" }, "k"),
    ),
  );
  const statuses = new Set(answers.map(({ status }) => status));
  assert.ok(statuses.has(201));
  assert.ok([...statuses].every((status) => status === 201 || status === 409));
  const { items } = await owner.json("GET", "/twins");
  assert.equal(items.filter(({ name }: Json) => name === "Once").length, 1);
});

Deno.test("idempotency: a secret is shown once; a repeated call names what it made", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const body = { twin_id: owner.twin_id, name: "Shop", type: "secret" };
  const first = await create(server, owner, "/api-keys", body, "k");
  const again = await create(server, owner, "/api-keys", body, "k");
  assert.equal(again.status, 409);
  assert.match(again.body.detail, new RegExp(first.body.id));
  const entries = await Array.fromAsync(server.app.kv.list({ prefix: [] }));
  const stored = JSON.stringify(
    entries,
    (_, value) => typeof value === "bigint" ? String(value) : value,
  );
  assert.ok(!stored.includes(first.body.key));
});

Deno.test("idempotency: a refused call may be repeated; one whose answer was lost is not made again", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const { key, id } = await makeKey(owner, { scopes: ["content:write"] });
  const path = `/twins/${owner.twin_id}/content`;
  const headers = { authorization: `Bearer ${key}` };
  const send = (title: string) =>
    server.fetch(path, {
      method: "POST",
      headers: {
        ...headers,
        "content-type": "application/json",
        "idempotency-key": title,
      },
      body: JSON.stringify({ ...item, title, body: `${title} ${item.body}` }),
    });
  const { kv } = server.app;
  const entries = () =>
    Array.fromAsync(
      kv.list<Json>({ prefix: ["idempotency", owner.tenant_id, id] }),
    );
  // The state left by a process that ends after the commit of the call, but before the one that records the answer.
  let left: Json = null;
  const look = async () => {
    // At once, since others may commit meanwhile.
    server.before_commit = look;
    const [one] = await entries();
    if (one?.value.state === "made") left ??= one;
  };
  server.before_commit = look;
  assert.equal(await statusOf(send("one")), 201);
  server.before_commit = null;
  assert.ok(left, "recorded before its answer");
  const { key: at, value } = left;
  await kv.set(at, value);
  const again = await send("one");
  assert.equal(again.status, 409);
  assert.match((await again.json()).detail, /cnt_/);
  // The state left by a process that ended before its commit, which at first may still be at work.
  await kv.set(at, { ...value, state: "begun" });
  assert.equal(await statusOf(send("one")), 409);
  server.clock.advance(11 * MINUTE);
  const anew = await send("one");
  assert.equal(anew.status, 201);
  await anew.body?.cancel();
  await owner.json("PATCH", `/api-keys/${id}`, { scopes: ["content:read"] });
  assert.equal(await statusOf(send("two")), 403);
  await owner.json("PATCH", `/api-keys/${id}`, { scopes: ["content:write"] });
  assert.equal(await statusOf(send("two")), 201);
});

Deno.test("idempotency: wherever a process ends, each creating call is recorded and made once", async (t) => {
  await using site = localSite(answerAsSite);
  await using server = await startServer({
    env: {
      ...ROOMY,
      TWINCAST_LOCAL_HOSTS: site.host,
      TWINCAST_SECRET: "0123456789abcdef0123456789abcdef",
    },
  });
  const owner = await signUp(server);
  const { kv } = server.app;
  const prefix = ["idempotency", owner.tenant_id, owner.user_id];
  const world = await makeWorld(server, owner);
  // Background work is not part of a call.
  await server.app.jobs.close();
  let calls = 0;
  for (const operation of (await documented(server)).filter(isCreating)) {
    await t.step(operation.id, async () => {
      world.params.user_id = (await invite(server, owner, "viewer")).user_id;
      await prepare(operation, world, owner);
      server.clock.advance(MINUTE);
      const begin = server.written.length;
      const made = () =>
        server.written.slice(begin).filter((key) =>
          !key.startsWith("idempotency")
        );
      // The state of the store between two commits is what a process killed there leaves.
      const cuts: { made: number; state: string | undefined }[] = [];
      const look = async () => {
        const [claim] = (await Array.fromAsync(kv.list<Json>({ prefix })))
          .filter(({ value }) => value.at_ms === server.clock.now());
        cuts.push({ made: made().length, state: claim?.value.state });
        server.before_commit = look;
      };
      server.before_commit = look;
      const headers = {
        cookie: owner.cookie,
        "idempotency-key": `key-${calls++}`,
      };
      const send = () => call(server, operation, world, headers);
      const response = await send();
      await look();
      server.before_commit = null;
      assert.equal(response.status, 201);
      const first = await response.text();
      assert.ok(made().length > 0, "it made nothing");
      for (const cut of cuts) {
        if (cut.made > 0) assert.equal(cut.state, "made", JSON.stringify(cuts));
      }
      const total = server.written.length;
      const again = await send();
      const said = await again.text();
      if (operation.makes_secret) {
        assert.equal(again.status, 409, said);
        const { id } = JSON.parse(first);
        if (id) assert.ok(said.includes(id), said);
      } else {
        assert.deepEqual([again.status, said], [201, first]);
        assert.equal(again.headers.get("idempotent-replayed"), "true");
      }
      const other = await server.fetch("/twins", {
        method: "POST",
        headers: { ...headers, "content-type": "application/json" },
        body: JSON.stringify({ name: "Another call" }),
      });
      const { issues } = await other.json();
      assert.deepEqual(
        [other.status, issues?.[0].path],
        [422, "Idempotency-Key"],
      );
      assert.deepEqual(server.written.slice(total), []);
    });
  }
  assert.ok(calls > 10);
});

Deno.test("idempotency: an e-mail left twice with one key is stored, reported and charged once", async () => {
  await using server = await startServer({
    env: { TWINCAST_LIMIT_LEAD: "5/600s" },
  });
  const owner = await signUp(server);
  const { chat, token } = await shareTwin(owner);
  const { body } = await ask(server, chat, { message: "Do you fly?" });
  const { session_id } = body;
  const path = `/public/leads/${owner.twin_id}/${token}`;
  const leave = (email: string, sent: string) =>
    create(server, { cookie: "" }, path, { session_id, email }, sent);
  const told = () =>
    server.written.filter((key) => key.startsWith("leads ")).length;
  const many = await Promise.all(
    Array.from({ length: 4 }, () => leave("v@example.com", "k")),
  );
  assert.ok(many.every(({ status }) => status === 201));
  assert.equal(told(), 1);
  const [lead] =
    (await owner.json("GET", `/twins/${owner.twin_id}/leads`)).items;
  const marked = `/twins/${owner.twin_id}/leads/${lead.id}`;
  await owner.json("PATCH", marked, { answered: true });
  const answered = told();
  for (let i = 0; i < 5; i++) {
    const again = await leave("v@example.com", "k");
    assert.deepEqual([again.status, again.body], [201, { ok: true }]);
    assert.equal(again.headers.get("idempotent-replayed"), "true");
  }
  assert.equal(told(), answered, "it waits again");
  const other = await leave("w@example.com", "k");
  assert.equal(other.status, 422);
  assert.equal(other.body.issues[0].path, "Idempotency-Key");
  const anew = await leave("w@example.com", "another");
  assert.equal(anew.status, 201);
  assert.equal(told(), answered + 1);
  await server.fetch("/public/session", {
    method: "DELETE",
    headers: { "x-session-id": session_id },
  });
  const prefix = ["message_claims"];
  const left = await Array.fromAsync(server.app.kv.list({ prefix }));
  assert.deepEqual(left, []);
});
