// Agents that speak MCP: the official client, in both revisions, with the running app.
import assert from "node:assert/strict";
import {
  Client,
  StreamableHTTPClientTransport,
} from "@modelcontextprotocol/client";
import {
  type Json,
  makeKey,
  type Member,
  type Server,
  shareTwin,
  signUp,
  startServer,
} from "./harness.ts";
import { hang, ModelServer } from "./model_server.ts";

/** Generous: one second is promised. */
const SOON_MS = 3_000;

type World = { owner: Member; key: Json; token: string };

async function openWorld(server: Server, settings = {}): Promise<World> {
  const owner = await signUp(server);
  const { token } = await shareTwin(owner);
  return { owner, token, key: await makeKey(owner, settings) };
}

async function connect(
  server: Server,
  { owner }: World,
  bearer: string,
  mode: "auto" | "legacy" = "auto",
) {
  const url = new URL(`${server.base}/mcp/${owner.twin_id}`);
  const who = { name: "test", version: "1.0.0" };
  const client = new Client(who, { versionNegotiation: { mode } });
  await client.connect(
    new StreamableHTTPClientTransport(url, {
      requestInit: { headers: { authorization: `Bearer ${bearer}` } },
    }),
  );
  return client;
}

const question = { message: "When do you drink oolong tea?" };

Deno.test("mcp: the official client asks, searches and reads public items, by key and by share token", async () => {
  await using server = await startServer();
  const world = await openWorld(server);
  const ways = [
    [world.key.key, "auto", "2026-07-28"],
    [world.token, "legacy", "2025-11-25"],
  ] as const;
  for (const [bearer, mode, revision] of ways) {
    const client = await connect(server, world, bearer, mode);
    assert.equal(client.getNegotiatedProtocolVersion(), revision);
    const { tools } = await client.listTools();
    assert.deepEqual(tools.map(({ name }) => name), ["ask", "search"]);

    const ask = async (input: object) => {
      const told = await client.callTool({
        name: "ask",
        arguments: { ...question, ...input },
      });
      assert.ok(!told.isError, JSON.stringify(told));
      return told.structuredContent as Json;
    };
    const first = await ask({});
    assert.match(first.answer, /every morning/);
    assert.equal(first.citations[0].title, "Tea");
    const { session_id } = first;
    assert.equal((await ask({ session_id })).session_id, session_id);

    const found = await client.callTool({
      name: "search",
      arguments: { query: "oolong tea" },
    });
    const { results } = found.structuredContent as Json;
    assert.equal(results[0].title, "Tea");
    const { resources } = await client.listResources();
    assert.deepEqual(resources.map(({ name }) => name), ["Tea"]);
    const { contents } = await client.readResource({ uri: resources[0].uri });
    assert.match(JSON.stringify(contents), /Kyoto/);
    assert.doesNotMatch(
      JSON.stringify([tools, first, results, resources, contents]),
      /CANARY|Safe/,
    );
    const { items } = await world.owner.json(
      "GET",
      `/twins/${world.owner.twin_id}/content`,
    );
    const hidden = items.find(({ title }: Json) => title === "Safe");
    const uri = resources[0].uri.replace(/[^/]+$/, hidden.id);
    for (const gone of [uri, uri.slice(0, -1)]) {
      await assert.rejects(
        client.readResource({ uri: gone }),
        { code: -32_602, message: /does not exist/, data: { uri: gone } },
      );
    }
    await client.close();
  }
  const { items } = await world.owner.json(
    "GET",
    `/twins/${world.owner.twin_id}/conversations`,
  );
  assert.deepEqual(
    items.map(({ channel, messages }: Json) => [channel, messages]).sort(),
    [["key", 2], ["link", 2]],
  );
});

/** A message as sent, with what the revision requires. */
function send(server: Server, twin_id: string, {
  bearer,
  revision,
  headers,
  ...message
}: {
  bearer: string;
  revision: string;
  method: string;
  params?: object;
  headers?: Record<string, string>;
}) {
  return server.fetch(`/mcp/${twin_id}`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${bearer}`,
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
      "mcp-protocol-version": revision,
      ...headers,
    },
    body: JSON.stringify({ jsonrpc: "2.0", id: 7, ...message }),
  });
}

Deno.test("mcp: a client of 2025-11-25 is answered without a session", async () => {
  await using server = await startServer();
  const { owner: { twin_id }, key } = await openWorld(server);
  const by = { bearer: key.key, revision: "2025-11-25" };
  const begun = await send(server, twin_id, {
    ...by,
    method: "initialize",
    params: {
      protocolVersion: "2025-11-25",
      capabilities: {},
      clientInfo: { name: "old", version: "1" },
    },
  });
  assert.equal(begun.status, 200);
  assert.equal(begun.headers.get("mcp-session-id"), null);
  assert.match(await begun.text(), /"protocolVersion":"2025-11-25"/);
  for (const accept of ["application/json, text/event-stream", "*/*"]) {
    const listed = await send(server, twin_id, {
      ...{ ...by, method: "tools/list", headers: { accept } },
    });
    assert.match(await listed.text(), /"name":"ask"/);
  }
});

Deno.test("mcp: unauthorised callers are refused in JSON-RPC's form", async () => {
  await using server = await startServer();
  const world = await openWorld(server);
  const { owner: { twin_id }, key, token } = world;
  const other = await openWorld(server);
  const by = { revision: "2025-11-25", method: "tools/list" };
  const origin = { origin: "https://evil.example" };
  const page = await makeKey(world.owner, {
    ...{ type: "publishable", allowed_domains: ["evil.example"] },
  });
  const reader = await makeKey(world.owner, { scopes: ["content:read"] });
  const refused: [status: number, bearer: string, headers?: typeof origin][] = [
    [401, "tw_sk_made_up"],
    [401, other.key.key],
    [401, other.token],
    [401, "undefined"],
    [401, ""],
    [403, page.key],
    [403, reader.key],
    [403, page.key, origin],
    [403, key.key, origin],
    [403, token, origin],
  ];
  for (const [status, bearer, headers] of refused) {
    const response = await send(server, twin_id, { ...by, bearer, headers });
    const { jsonrpc, id, error } = await response.json();
    assert.equal(response.status, status, `${bearer} ${error.message}`);
    assert.deepEqual([jsonrpc, id], ["2.0", null]);
    assert.equal(error.data.status, status);
    assert.equal(
      response.headers.get("www-authenticate"),
      status === 401 ? "Bearer" : null,
    );
    assert.doesNotMatch(error.message, /This link/);
  }
  const nothing = await send(server, twin_id, { ...by, bearer: "" });
  assert.match((await nothing.json()).error.message, /secret key .* token/);
  const get = await server.fetch(`/mcp/${twin_id}`);
  assert.equal(get.status, 405);
  assert.equal((await get.json()).error.data.code, "method_not_allowed");
  const broken = await server.fetch(`/mcp/${twin_id}`, {
    ...{ method: "POST", body: "{" },
    headers: { "content-type": "application/json" },
  });
  assert.equal((await broken.json()).error.code, -32_700);
  const odd = await server.fetch(`/mcp/${twin_id}`, {
    ...{ method: "POST", body: "null" },
    headers: { "content-type": "application/json" },
  });
  assert.equal((await odd.json()).error.code, -32_600);
});

Deno.test("mcp: a used-up limit and wrong input are results that say so", async () => {
  await using server = await startServer();
  const world = await openWorld(server, { rate_limit_per_minute: 1 });
  const client = await connect(server, world, world.key.key);
  const call = (input: Record<string, unknown>) =>
    client.callTool({ name: "ask", arguments: input });
  assert.ok((await call({ message: " " })).isError);
  const misspelled = await call({ ...question, sesion_id: "x" });
  assert.match(JSON.stringify(misspelled.content), /sesion_id/);
  assert.ok(!(await call(question)).isError);
  const spent = await call(question);
  assert.ok(spent.isError);
  assert.match(JSON.stringify(spent.content), /more than 1 a minute/);
  await client.close();
});

Deno.test("mcp: a revoked key ends its calls in progress", async () => {
  await using model = new ModelServer();
  await using server = await startServer({ env: model.env });
  const world = await openWorld(server);
  const client = await connect(server, world, world.key.key);
  const begun = Promise.withResolvers<void>();
  model.script = (request) => {
    begun.resolve();
    return hang(request, "I drink ");
  };
  const asked = client.callTool({ name: "ask", arguments: question });
  await begun.promise;
  const path = `/api-keys/${world.key.id}`;
  await world.owner.json("DELETE", path, undefined, 204);
  const revoked_at = performance.now();
  const told = await asked;
  assert.ok(performance.now() - revoked_at < SOON_MS);
  assert.ok(told.isError);
  assert.match(JSON.stringify(told.content), /withdrawn/);
  await model.requests[0].aborted;
  await client.close();
});
