// Secret keys on the management API: every scope with every operation, and what a key may do to keys.
import assert from "node:assert/strict";
import type { Operation } from "../lib/http/contract/operation.ts";
import { isMembers } from "../lib/http/contract/operation.ts";
import { scopeOf } from "../lib/http/contract/scopes.ts";
import { type Scope, SCOPES } from "../lib/schemas/api_key.ts";
import {
  beforeTheirCommit,
  type Json,
  makeKey,
  type Member,
  ROOMY,
  type Server,
  signUp,
  startServer,
  statusOf,
} from "./harness.ts";
import { holdCall } from "./held_call.ts";
import { localSite } from "./local_site.ts";
import {
  answerAsSite,
  bodyOf,
  call,
  documented,
  fill,
  makeWorld,
  prepare,
  type World,
} from "./world.ts";
import { worldsFor } from "./worlds.ts";

type Opened = AsyncDisposable & { server: Server; owner: Member };

async function open(): Promise<Opened> {
  const site = localSite(answerAsSite);
  const server = await startServer({
    env: {
      ...ROOMY,
      TWINCAST_LOCAL_HOSTS: site.host,
      TWINCAST_SECRET: "0123456789abcdef0123456789abcdef",
    },
  });
  // Only the requests change the store.
  await server.app.jobs.close();
  return {
    server,
    owner: await signUp(server),
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await site[Symbol.asyncDispose]();
    },
  };
}

const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

async function keyWith(owner: Member, twin_id: string, scopes: Scope[]) {
  return await makeKey(owner, { twin_id, scopes });
}

/** The scopes that each allow an operation. */
function opening(operation: Operation): Scope[] {
  const scope = scopeOf(operation);
  if (scope === "content:read") return ["content:read", "content:write"];
  return scope ? [scope] : [];
}

Deno.test("scopes: every scope × every team operation", async (t) => {
  await using opened = await open();
  const { server, owner } = opened;
  const shared = await makeWorld(server, owner);
  const worldFor = await worldsFor(server, owner);
  const keys = new Map<Scope, string>();
  for (const scope of SCOPES) {
    const { key } = await keyWith(owner, shared.params.twin_id, [scope]);
    keys.set(scope, key);
  }
  shared.params.user_id = owner.user_id;
  for (const operation of await documented(server)) {
    if (!isMembers(operation.access)) continue;
    await t.step(`${operation.method} ${operation.path}`, async () => {
      const open = opening(operation);
      const before = server.written.length;
      for (const [scope, key] of keys) {
        if (open.includes(scope)) continue;
        const response = await call(server, operation, shared, bearer(key));
        assert.equal(response.status, 403, scope);
        assert.equal((await response.json()).code, "forbidden");
      }
      for (const headers of strangers(shared, keys.get(open[0] ?? "chat"))) {
        const response = await call(server, operation, shared, headers);
        assert.ok([401, 403].includes(response.status));
        await response.body?.cancel();
      }
      assert.deepEqual(server.written.slice(before), []);
      for (const scope of open) {
        await opens(opened, operation, scope, await worldFor(operation));
      }
    });
  }
});

/** A page's key, a made-up one, and a good one sent by a page. */
function strangers(world: World, key = ""): Record<string, string>[] {
  const origin = "https://example.com";
  return [
    { ...bearer(world.page_key), origin },
    bearer("tw_sk_made_up"),
    { ...bearer(key), origin },
  ];
}

/** With the scope it succeeds for the key's own twin; another twin of the same team is not found. */
async function opens(
  { server, owner }: Opened,
  operation: Operation,
  scope: Scope,
  world: World,
): Promise<void> {
  const { twin_id } = world.params;
  // A key-management key creates only keys with no more rights than its own.
  const all: Scope[] = scope === "keys:write" ? ["chat", scope] : [scope];
  const { key } = await keyWith(owner, twin_id, all);
  if (operation.path.includes("{")) {
    const other = await keyWith(owner, owner.twin_id, all);
    const response = await call(server, operation, world, bearer(other.key));
    assert.equal(response.status, 404);
    await response.body?.cancel();
  }
  await prepare(operation, world, owner);
  const response = await call(server, operation, world, bearer(key));
  const text = await response.text();
  assert.equal(response.status, operation.status, text);
  if (operation.response) operation.response.parse(JSON.parse(text));
}

/** The ways a key loses a right. */
const TAKEN: Record<string, (owner: Member, made: Json) => Promise<unknown>> = {
  revoked: (owner, { id }) =>
    owner.json("DELETE", `/api-keys/${id}`, undefined, 204),
  narrowed: (owner, { id }) =>
    owner.json("PATCH", `/api-keys/${id}`, { scopes: ["conversations:read"] }),
};

Deno.test("scopes: access a key loses while the body arrives or before the commit is gone", async (t) => {
  await using opened = await open();
  const { server, owner } = opened;
  // The next commit is the operation's own.
  server.app.key_uses.note = () => {};
  const world = await makeWorld(server, owner);
  for (const operation of await documented(server)) {
    const scope = scopeOf(operation);
    if (scope === null || operation.method === "GET") continue;
    if (operation.id.startsWith("restore")) continue;
    await t.step(`${operation.method} ${operation.path}`, async () => {
      await prepare(operation, world, owner);
      for (const [way, take] of Object.entries(TAKEN)) {
        const fresh = async () => {
          const { twin_id } = world.params;
          const made = await keyWith(owner, twin_id, ["chat", scope]);
          const { headers, ...init } = bodyOf(operation, world);
          return {
            made,
            path: fill(operation.path, world.params),
            init: {
              method: operation.method,
              ...init,
              headers: { ...headers as object, ...bearer(made.key) },
            },
          };
        };
        const status = way === "revoked" ? 401 : 403;
        const { made, path, init } = await fresh();
        let before = 0;
        beforeTheirCommit(server, async () => {
          await take(owner, made);
          before = server.written.length;
        });
        assert.equal(await statusOf(server.fetch(path, init)), status, way);
        assert.deepEqual(server.written.slice(before), []);
        if (!operation.body && !operation.body_type) continue;
        const later = await fresh();
        const held = await holdCall(server, later.path, later.init);
        await statusOf(server.fetch("/me"));
        await take(owner, later.made);
        before = server.written.length;
        assert.equal(await statusOf(held.finish()), status, way);
        assert.deepEqual(server.written.slice(before), []);
      }
    });
  }
});

Deno.test("scopes: a key neither makes nor changes a key with more access or a longer life than its own", async () => {
  await using opened = await open();
  const { server, owner } = opened;
  const { twin_id } = owner;
  const send = async (
    key: string,
    method: string,
    path: string,
    body?: object,
  ) => {
    const response = await server.fetch(path, {
      method,
      headers: { ...bearer(key), "content-type": "application/json" },
      body: body && JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : null };
  };
  const make = (key: string, body: object) =>
    send(key, "POST", "/api-keys", { twin_id, name: "Made", ...body });
  const secret = (scopes: Scope[]) => ({ type: "secret", scopes });

  const narrow = await keyWith(owner, twin_id, ["keys:write"]);
  const wide = await keyWith(owner, twin_id, ["chat", "content:write"]);
  assert.equal((await make(narrow.key, secret(["keys:write"]))).status, 201);
  for (const body of [secret(["chat"]), secret([...SCOPES]), {}]) {
    assert.equal((await make(narrow.key, body)).status, 403);
  }
  const path = `/api-keys/${wide.id}`;
  const changes: [string, string, object | undefined][] = [
    ["PATCH", path, { name: "Mine" }],
    ["POST", `${path}/rotate`, {}],
    ["PATCH", `/api-keys/${narrow.id}`, { scopes: [...SCOPES] }],
  ];
  for (const [method, at, body] of changes) {
    assert.equal((await send(narrow.key, method, at, body)).status, 403, at);
  }

  const able = await keyWith(owner, twin_id, [
    "chat",
    "content:write",
    "keys:write",
  ]);
  assert.equal((await make(able.key, {})).status, 201);
  assert.equal((await make(able.key, secret(["content:read"]))).status, 201);
  const renamed = await send(able.key, "PATCH", path, { name: "Ours" });
  assert.equal(renamed.body.name, "Ours");
  const foreign = { twin_id: (await signUp(server)).twin_id };
  assert.equal((await make(able.key, foreign)).status, 404);

  const expires_at = new Date(server.clock.now() + 60_000).toISOString();
  const brief = await makeKey(owner, { scopes: ["keys:write"], expires_at });
  const same = secret(["keys:write"]);
  assert.equal((await make(brief.key, same)).status, 403);
  const as_long = { ...same, expires_at };
  assert.equal((await make(brief.key, as_long)).status, 201);
  const extend = { expires_at: null };
  const own = `/api-keys/${brief.id}`;
  assert.equal((await send(brief.key, "PATCH", own, extend)).status, 403);

  const other = await owner.json("POST", "/twins", { name: "Other" }, 201);
  const theirs = await keyWith(owner, other.id, ["chat"]);
  const { body: { items } } = await send(narrow.key, "GET", "/api-keys");
  assert.ok(items.length > 5);
  assert.ok(items.every((key: Json) => key.twin_id === twin_id));
  const end = await send(narrow.key, "DELETE", `/api-keys/${theirs.id}`);
  assert.equal(end.status, 404);
  const { items: log } = await owner.json("GET", "/audit-log?limit=100");
  const made = log.find(({ actor_id }: Json) => actor_id === able.id);
  assert.equal(made.actor_name, "Key Key");
});

Deno.test("scopes: a key shows its scopes and uses; without the chat scope it cannot ask", async () => {
  await using opened = await open();
  const { server, owner } = opened;
  const { twin_id } = owner;
  const { key, id } = await keyWith(owner, twin_id, ["content:read"]);
  const headers = bearer(key);
  const path = `/twins/${twin_id}/content`;
  assert.equal(await statusOf(server.fetch(path, { headers })), 200);
  const chat = {
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
  };
  const asked = server.fetch(`/chat-widget/${twin_id}`, {
    ...chat,
    body: JSON.stringify({ message: "Tea?" }),
  });
  assert.equal(await statusOf(asked), 403);
  const completion = server.fetch("/v1/chat/completions", {
    ...chat,
    body: JSON.stringify({
      model: twin_id,
      messages: [{ role: "user", content: "Tea?" }],
    }),
  });
  assert.equal(await statusOf(completion), 403);
  await server.app.key_uses.flush();
  const { items } = await owner.json("GET", "/api-keys");
  const shown = items.find((item: Json) => item.id === id);
  assert.deepEqual(shown.scopes, ["content:read"]);
  assert.equal(shown.last_used_for, "GET /twins/{twin_id}/content");
  const refused = await owner.send("POST", "/api-keys", {
    ...{ twin_id, name: "Page", scopes: ["content:read"] },
  });
  assert.equal(await statusOf(refused), 422);
  const none = { scopes: [] };
  const patched = await owner.send("PATCH", `/api-keys/${id}`, none);
  assert.equal(await statusOf(patched), 422);
});
