// Every operation of the OpenAPI document against everybody who might call it. What it walks is made from the
// document the app serves, so that a new route is walked without anyone remembering it.
import assert from "node:assert/strict";
import type { Operation } from "../lib/http/contract/operation.ts";
import * as operations from "../lib/http/contract/operations.ts";
import {
  ask,
  invite,
  type Member,
  PASSWORD,
  ROOMY,
  type Server,
  shareTwin,
  signUp,
  startServer,
} from "./harness.ts";
import { delay } from "../lib/store/commit.ts";
import { localSite } from "./local_site.ts";

type World = {
  /** Values of path parameters that name the owner's own things. */
  params: Record<string, string>;
  secrets: string[];
  key: string;
  /** A key that a page may hold. */
  page_key: string;
  session_id: string;
  page_url: string;
};

/** A page, and a model's server. */
function answerAsSite(request: Request): Response {
  if (request.url.endsWith("/sitemap.xml")) {
    const page = request.url.replace("/sitemap.xml", "/page");
    return new Response(`<urlset><url><loc>${page}</loc></url></urlset>`);
  }
  if (request.method === "GET") return new Response("Tea is at eight.");
  return Response.json({
    choices: [{ message: { content: "Hello" }, finish_reason: "stop" }],
  });
}

/** Reads a site to its end, so that another can be begun. */
async function readSite(owner: Member, twin_id: string, server: Server) {
  const path = `/twins/${twin_id}/content/import-site`;
  const url = `http://${server.app.config.local_hosts[0]}/sitemap.xml`;
  await owner.json("POST", path, { url }, 201);
  while ((await owner.json("GET", path)).state === "running") await delay(20);
}

/** A twin with one of everything that a path may name. */
async function makeWorld(server: Server, owner: Member): Promise<World> {
  const twin = await owner.json("POST", "/twins", { name: "World" }, 201);
  const { chat, token } = await shareTwin({ ...owner, twin_id: twin.id });
  const content = await owner.json("GET", `/twins/${twin.id}/content`);
  const key = await owner.json("POST", "/api-keys", {
    twin_id: twin.id,
    name: "World",
    type: "secret",
  }, 201);
  const page_key = await owner.json("POST", "/api-keys", {
    twin_id: twin.id,
    name: "Page",
    allowed_domains: ["example.com"],
  }, 201);
  const { body } = await ask(server, chat, { message: "When is tea?" });
  const talks = await owner.json("GET", `/twins/${twin.id}/conversations`);
  await ask(server, chat, { message: "Do you fly helicopters?" });
  await ask(server, `/public/leads/${twin.id}/${token}`, {
    session_id: body.session_id,
    email: "v@example.com",
  });
  const leads = await owner.json("GET", `/twins/${twin.id}/leads`);
  const unanswered = await owner.json("GET", `/twins/${twin.id}/unanswered`);
  const invitation = await owner.json("POST", "/users/invite", {
    email: `guest-${twin.id}@example.com`.toLowerCase(),
    role: "viewer",
  }, 201);
  await owner.json("PUT", `/twins/${twin.id}/model`, {
    base_url: `http://${server.app.config.local_hosts[0]}/v1`,
    model: "any",
    api_key: "sk-CANARY-of-the-world",
  });
  await readSite(owner, twin.id, server);
  return {
    key: key.key,
    page_key: page_key.key,
    session_id: body.session_id,
    page_url: `http://${server.app.config.local_hosts[0]}/`,
    secrets: [
      "sk-CANARY-of-the-world",
      key.key,
      body.session_id,
      invitation.invite_url.split("/").at(-1),
    ],
    params: {
      twin_id: twin.id,
      content_id: content.items[0].id,
      key_id: key.id,
      conversation_id: talks.items[0].id,
      message_id: unanswered.items[0].id,
      invitation_id: invitation.id,
      // Of the session, so that it may rate it.
      rated_id: body.message_id,
      lead_id: leads.items[0].id,
      token,
    },
  };
}

/** A valid body of every operation that takes one; an operation missing here fails the test. */
function sampleBody(id: string, world: World): unknown {
  const message = { message: "When is tea?" };
  const lead = { session_id: world.session_id, email: "v@example.com" };
  const rated = { message_id: world.params.rated_id, rating: "up" };
  const samples: Record<string, unknown> = {
    deleteAccount: { current_password: PASSWORD },
    renameTenant: { name: "Our team" },
    createTwin: { name: "New" },
    updateTwin: { bio: "Changed" },
    previewChat: { ...message, as: "public" },
    createContent: { title: "New", body: "Words." },
    importPage: { url: world.page_url },
    importSite: { url: `${world.page_url}sitemap.xml` },
    updateContent: { title: "Changed" },
    setModel: { base_url: world.page_url, model: "other" },
    createApiKey: { twin_id: world.params.twin_id, name: "New" },
    updateApiKey: { name: "Changed" },
    rotateApiKey: {},
    setSharing: { is_public: false },
    publicChat: message,
    publicLead: lead,
    widgetChat: message,
    widgetLead: lead,
    publicRating: { ...rated, session_id: world.session_id },
    widgetRating: { ...rated, session_id: world.session_id },
    answerQuestion: { question: "When is tea?", answer: "At eight." },
    updateLead: { answered: true },
    updateConversation: { blocked: true },
    inviteUser: { email: "new@example.com", role: "viewer" },
    changeRole: { role: "owner" },
  };
  assert.ok(id in samples, `Give the operation ${id} a sample body`);
  return samples[id];
}

const PNG = Uint8Array.from(
  atob(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  ),
  (c) => c.charCodeAt(0),
);

function bodyOf(operation: Operation, world: World): RequestInit {
  if (operation.body_type === "multipart/form-data") {
    const form = new FormData();
    form.append("files", new File(["# Hi\n\nText."], "hi.md"));
    return { body: form };
  }
  if (operation.body_type) {
    return { body: PNG, headers: { "content-type": "image/png" } };
  }
  if (!operation.body) return {};
  return {
    body: JSON.stringify(sampleBody(operation.id, world)),
    headers: { "content-type": "application/json" },
  };
}

function fill(path: string, params: Record<string, string>): string {
  return path.replace(/\{(\w+)\}/g, (_, name) => {
    assert.ok(params[name], `Give the world a ${name}`);
    return params[name];
  });
}

function call(
  server: Server,
  operation: Operation,
  world: World,
  headers: Record<string, string> = {},
  params = world.params,
): Promise<Response> {
  const { headers: own, ...init } = bodyOf(operation, world);
  const query = operation.id === "renewTicket" ? `?key=${world.page_key}` : "";
  return server.fetch(fill(operation.path, params) + query, {
    method: operation.method,
    ...init,
    headers: { accept: "application/json", ...own as object, ...headers },
  });
}

/** A problem without what differs from request to request. */
async function problemOf(response: Response) {
  assert.match(
    response.headers.get("content-type") ?? "",
    /^application\/problem\+json/,
  );
  const { request_id, ...problem } = await response.json();
  assert.equal(request_id, response.headers.get("x-request-id"));
  assert.equal(problem.status, response.status);
  return problem;
}

async function documented(server: Server): Promise<Operation[]> {
  const { paths } = await (await server.fetch("/openapi.json")).json();
  const ids = Object.values<Record<string, { operationId: string }>>(paths)
    .flatMap((path) => Object.values(path).map((o) => o.operationId));
  const known = Object.values<Operation>(operations);
  assert.equal(ids.length, known.length);
  return ids.map((id) => {
    const operation = known.find((o) => o.id === id);
    assert.ok(operation, `${id} is in the document only`);
    return operation;
  });
}

const absent = (id: string) => id.slice(0, 4) + "0".repeat(26);

Deno.test("matrix: every operation × anonymous, another tenant, a viewer, the owner", async (t) => {
  await using site = localSite(answerAsSite);
  const env = {
    ...ROOMY,
    TWINCAST_LOCAL_HOSTS: site.host,
    TWINCAST_SECRET: "0123456789abcdef0123456789abcdef",
  };
  await using server = await startServer({ env });
  const owner = await signUp(server);
  const viewer = await invite(server, owner, "viewer");
  const stranger = await signUp(server);
  for (const operation of await documented(server)) {
    const { access, method, path } = operation;
    if (access !== "viewer" && access !== "owner") continue;
    const isEndOfCaller = operation.id === "deleteAccount";
    await t.step(`${method} ${path}`, async () => {
      const world = await makeWorld(server, owner);
      if (path.includes("{user_id}")) {
        world.params.user_id = (await invite(server, owner, "viewer")).user_id;
      }
      await refusesAnonymous(server, operation, world);
      await refusesStranger(server, operation, world, stranger);
      await refusesOtherSite(server, operation, world, owner);
      if (access === "owner") {
        await refusesViewer(server, operation, world, viewer);
      } else {
        // The operation that ends its caller is called by one who is needed no more.
        const caller = isEndOfCaller
          ? await invite(server, owner, "viewer")
          : viewer;
        await tellsViewerNoSecret(server, operation, world, caller);
      }
      await prepare(operation, world, owner);
      const { cookie } = isEndOfCaller ? await signUp(server) : owner;
      await succeeds(server, operation, world, { cookie });
    });
  }
});

async function refusesAnonymous(
  server: Server,
  operation: Operation,
  world: World,
) {
  for (const cookie of ["", "twincast_session=made-up", "twincast_session="]) {
    const response = await call(server, operation, world, { cookie });
    assert.equal(response.status, 401);
    assert.equal((await problemOf(response)).code, "unauthorized");
  }
}

/** What must have happened before an operation can succeed. */
async function prepare(operation: Operation, world: World, owner: Member) {
  const { twin_id, content_id, user_id } = world.params;
  if (operation.id === "revokePasswordReset") {
    await owner.json(
      "POST",
      `/users/${user_id}/password-reset`,
      undefined,
      201,
    );
  }
  const gone: Record<string, string> = {
    restoreTwin: `/twins/${twin_id}`,
    restoreContent: `/twins/${twin_id}/content/${content_id}`,
  };
  const path = gone[operation.id];
  if (path) await owner.json("DELETE", path, undefined, 204);
}

/** A foreign id, an absent one and a malformed one are answered alike. */
async function refusesStranger(
  server: Server,
  operation: Operation,
  world: World,
  stranger: Member,
) {
  const headers = { cookie: stranger.cookie };
  if (!operation.path.includes("{")) {
    if (operation.id === "createApiKey") {
      const response = await call(server, operation, world, headers);
      assert.equal(response.status, 404);
      await response.body?.cancel();
    }
    if (operation.method !== "GET") return;
    const text = await (await call(server, operation, world, headers)).text();
    for (const id of Object.values(world.params)) {
      assert.ok(!text.includes(id), `tells a stranger of ${id}`);
    }
    return;
  }
  const foreign = await call(server, operation, world, headers);
  assert.equal(foreign.status, 404);
  const expected = await problemOf(foreign);
  for (
    const change of [absent, () => "x", () => "%00", () => "a".repeat(999)]
  ) {
    const params = Object.fromEntries(
      Object.entries(world.params).map(([name, id]) => [name, change(id)]),
    );
    const response = await call(server, operation, world, headers, params);
    assert.equal(response.status, 404);
    assert.deepEqual(await problemOf(response), expected);
  }
}

async function refusesOtherSite(
  server: Server,
  operation: Operation,
  world: World,
  owner: Member,
) {
  if (operation.method === "GET") return;
  const signs: [name: string, value: string][] = [
    ["origin", "https://evil.example"],
    ["origin", "null"],
    ["sec-fetch-site", "cross-site"],
    ["sec-fetch-site", "same-site"],
  ];
  for (const [name, value] of signs) {
    const response = await call(server, operation, world, {
      cookie: owner.cookie,
      [name]: value,
    });
    assert.equal(response.status, 403);
    assert.equal(response.headers.get("access-control-allow-origin"), null);
    await response.body?.cancel();
  }
}

async function refusesViewer(
  server: Server,
  operation: Operation,
  world: World,
  viewer: Member,
) {
  const response = await call(server, operation, world, {
    cookie: viewer.cookie,
  });
  assert.equal(response.status, 403);
  assert.equal((await problemOf(response)).code, "forbidden");
}

async function tellsViewerNoSecret(
  server: Server,
  operation: Operation,
  world: World,
  viewer: Member,
) {
  const response = await call(server, operation, world, {
    cookie: viewer.cookie,
  });
  assert.equal(response.status, operation.status);
  const text = await response.text();
  for (const secret of world.secrets) assert.ok(!text.includes(secret));
  assert.doesNotMatch(text, /argon2|password_hash|token_hash|key_hash/);
}

/** The success that the document promises, in its schema to the last field. */
async function succeeds(
  server: Server,
  operation: Operation,
  world: World,
  headers: Record<string, string>,
) {
  const response = await call(server, operation, world, headers);
  const text = await response.text();
  assert.equal(response.status, operation.status, text);
  if (operation.response === null) assert.equal(text, "");
  else operation.response.parse(JSON.parse(text));
}

Deno.test("matrix: every operation without a dashboard session", async (t) => {
  await using site = localSite(answerAsSite);
  const env = {
    ...ROOMY,
    TWINCAST_LOCAL_HOSTS: site.host,
    TWINCAST_SECRET: "0123456789abcdef0123456789abcdef",
  };
  await using server = await startServer({ env });
  const owner = await signUp(server);
  for (const operation of await documented(server)) {
    const { access, method, path } = operation;
    if (access === "viewer" || access === "owner") continue;
    await t.step(`${method} ${path}`, async () => {
      const world = await makeWorld(server, owner);
      const other = await makeWorld(server, owner);
      if (access === "key") {
        const session = { "x-session-id": world.session_id };
        const keyed = (key: string) => ({
          authorization: `Bearer ${key}`,
          ...session,
        });
        for (const key of [other.key, "", "tw_sk_made_up", `${world.key}x`]) {
          const response = await call(server, operation, world, keyed(key));
          assert.equal(response.status, 401);
          await problemOf(response);
        }
        // Sessions do not cross channels: one of this key it must be.
        const { body } = await ask(
          server,
          `/chat-widget/${world.params.twin_id}`,
          { message: "When is tea?" },
          { "x-api-key": world.key },
        );
        session["x-session-id"] = world.session_id = body.session_id;
        world.params.rated_id = body.message_id;
        return await succeeds(server, operation, world, keyed(world.key));
      }
      if (access === "link") {
        const params = { ...world.params, token: other.params.token };
        const response = await call(server, operation, world, {}, params);
        assert.equal(response.status, 404);
        await problemOf(response);
      }
      if (access === "visitor") {
        for (const id of ["made-up", "undefined", "null", "{}"]) {
          const headers = { "x-session-id": id };
          const response = await call(server, operation, world, headers);
          assert.equal(response.status, 404);
          await problemOf(response);
        }
      }
      await succeeds(server, operation, world, {
        "x-session-id": world.session_id,
      });
    });
  }
});

Deno.test("matrix: what changes something does not do so by GET", async () => {
  await using site = localSite(answerAsSite);
  const env = {
    ...ROOMY,
    TWINCAST_LOCAL_HOSTS: site.host,
    TWINCAST_SECRET: "0123456789abcdef0123456789abcdef",
  };
  await using server = await startServer({ env });
  const owner = await signUp(server);
  const world = await makeWorld(server, owner);
  const all = await documented(server);
  for (const { path, method } of all) {
    if (method === "GET") continue;
    if (all.some((o) => o.path === path && o.method === "GET")) continue;
    const response = await owner.send(
      "GET",
      fill(path, {
        ...world.params,
        user_id: owner.user_id,
      }),
    );
    assert.equal(response.status, 405, path);
    assert.match(response.headers.get("allow") ?? "", new RegExp(method));
    assert.equal((await problemOf(response)).code, "method_not_allowed");
  }
});
