// Every operation of the OpenAPI document for every kind of caller. Derived from the document the app serves, so that a
// new route is covered automatically.
import assert from "node:assert/strict";
import { isMembers, type Operation } from "../lib/http/contract/operation.ts";
import {
  ask,
  invite,
  type Member,
  ROOMY,
  type Server,
  signUp,
  startServer,
} from "./harness.ts";
import { tryWords } from "./browser/filled_team.ts";
import { localSite } from "./local_site.ts";
import {
  answerAsSite,
  call,
  documented,
  fill,
  makeWorld,
  prepare,
  type World,
} from "./world.ts";
import { worldsFor } from "./worlds.ts";

/** A problem without the parts that vary per request. */
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

/** A refusal in OpenAI's form, or JSON-RPC's. */
async function refusalOf(response: Response) {
  const { error } = await response.json();
  assert.equal(typeof error.message, "string");
  return error;
}

const METRICS_TOKEN = "0123456789abcdefghij";

const absent = (id: string) => id.slice(0, 4) + "0".repeat(26);

Deno.test("matrix: every operation × anonymous, another tenant, a viewer, an editor, the owner", async (t) => {
  await using site = localSite(answerAsSite);
  const env = {
    ...ROOMY,
    TWINCAST_LOCAL_HOSTS: site.host,
    TWINCAST_SECRET: "0123456789abcdef0123456789abcdef",
  };
  await using server = await startServer({ env });
  const owner = await signUp(server);
  const viewer = await invite(server, owner, "viewer");
  const editor = await invite(server, owner, "editor");
  const stranger = await signUp(server);
  const worldFor = await worldsFor(server, owner);
  for (const operation of await documented(server)) {
    const { access, method, path } = operation;
    if (!isMembers(access)) continue;
    const isEndOfCaller = operation.id === "deleteAccount";
    await t.step(`${method} ${path}`, async () => {
      const world = await worldFor(operation);
      if (path.includes("{user_id}")) {
        world.params.user_id = (await invite(server, owner, "viewer")).user_id;
      }
      await refusesAnonymous(server, operation, world);
      await refusesStranger(server, operation, world, stranger);
      await refusesOtherSite(server, operation, world, owner);
      for (const member of [viewer, editor].slice(0, REFUSED[access])) {
        await refusesMember(server, operation, world, member);
      }
      if (access === "viewer") {
        // The operation that deletes its caller is called by an expendable one.
        const caller = isEndOfCaller
          ? await invite(server, owner, "viewer")
          : viewer;
        await tellsViewerNoSecret(server, operation, world, caller);
      }
      await prepare(operation, world, owner);
      const caller = access === "editor" ? editor : owner;
      const { cookie } = isEndOfCaller ? await signUp(server) : caller;
      await succeeds(server, operation, world, { cookie });
    });
  }
});

/** How many of a viewer and an editor are refused. */
const REFUSED = { viewer: 0, editor: 1, owner: 2 };

Deno.test("matrix: an editor changes content, answers, conversations and leads, and nothing else", async () => {
  await using server = await startServer();
  for (const { access, method, path } of await documented(server)) {
    if (!isMembers(access) || method === "GET") continue;
    const [, what] = path.match(/^\/twins\/\{twin_id\}\/([a-z]+)/) ?? [];
    const is_editors = [
      "content",
      "answers",
      "conversations",
      "findings",
      "jobs",
      "leads",
      "sources",
      "unanswered",
    ].includes(what) || path.startsWith("/visitors/");
    assert.equal(access === "editor", is_editors, `${method} ${path}`);
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

/** Foreign, missing and malformed ids get the same answer. */
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
    // A version number belongs to nobody.
    const { n: _, ...ids } = world.params;
    for (const id of Object.values(ids)) {
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

async function refusesMember(
  server: Server,
  operation: Operation,
  world: World,
  { cookie }: Member,
) {
  const response = await call(server, operation, world, { cookie });
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

/** The documented success, checked against its schema to the last field. */
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
  else if (isLines(response)) {
    for (const line of text.trimEnd().split("\n")) {
      operation.response.parse(JSON.parse(line));
    }
  } else operation.response.parse(JSON.parse(text));
}

function isLines({ headers }: Response): boolean {
  return headers.get("content-type") === "application/jsonl";
}

Deno.test("matrix: every operation without a dashboard session", async (t) => {
  await using site = localSite(answerAsSite);
  const env = {
    ...ROOMY,
    TWINCAST_LOCAL_HOSTS: site.host,
    TWINCAST_METRICS_TOKEN: METRICS_TOKEN,
    TWINCAST_SECRET: "0123456789abcdef0123456789abcdef",
  };
  await using server = await startServer({ env });
  const owner = await signUp(server);
  const worldFor = await worldsFor(server, owner);
  // The body has no effect: the foreign ids in it are refused elsewhere.
  const other = await makeWorld(server, owner);
  for (const operation of await documented(server)) {
    const { access, method, path } = operation;
    if (isMembers(access)) continue;
    await t.step(`${method} ${path}`, async () => {
      const world = await worldFor(operation);
      const check = CHECKS[access] ?? checkVisitor;
      await check({ server, operation, world, other });
    });
  }
});

/** One operation for callers without a dashboard session; the other world's credentials are foreign to it. */
type Walk = {
  server: Server;
  operation: Operation;
  world: World;
  other: World;
};

const CHECKS: Partial<
  Record<Operation["access"], (walk: Walk) => Promise<void>>
> = {
  key: checkKey,
  platform: checkPlatform,
  program: checkProgram,
  agent: checkAgent,
  link: checkLink,
  trial: checkTrial,
  operator: checkOperator,
  visitor: checkSession,
};

const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

/** The call gets this status and a problem. */
async function assertProblem(
  { server, operation, world }: Omit<Walk, "other">,
  status: number,
  headers: Record<string, string> = {},
): Promise<void> {
  const response = await call(server, operation, world, headers);
  assert.equal(response.status, status);
  await problemOf(response);
}

async function checkKey(walk: Walk): Promise<void> {
  const { server, operation, world, other } = walk;
  for (const key of [other.key, "", "tw_sk_made_up", `${world.key}x`]) {
    const headers = { ...bearer(key), "x-session-id": world.session_id };
    await assertProblem(walk, 401, headers);
  }
  // Sessions do not cross channels: it must be one of this key.
  const { body } = await ask(
    server,
    `/chat-widget/${world.params.twin_id}`,
    { message: "When is tea?" },
    { "x-api-key": world.key },
  );
  world.session_id = body.session_id;
  world.params.rated_id = body.message_id;
  await succeeds(server, operation, world, {
    ...bearer(world.key),
    "x-session-id": world.session_id,
  });
}

/** A platform's signed call succeeds: the channel tests cover that. */
async function checkPlatform(walk: Walk): Promise<void> {
  await assertProblem(walk, walk.operation.method === "GET" ? 403 : 401);
}

async function checkProgram(walk: Walk): Promise<void> {
  const { server, operation, world, other } = walk;
  for (const key of ["", "tw_sk_made_up", `${world.key}x`]) {
    const response = await call(server, operation, world, bearer(key));
    assert.equal(response.status, 401);
    assert.equal((await refusalOf(response)).code, "invalid_api_key");
  }
  const of_page = { ...bearer(world.page_key), origin: "https://example.com" };
  const from_page = { ...bearer(world.key), origin: "https://a.example" };
  for (const headers of [of_page, from_page]) {
    const response = await call(server, operation, world, headers);
    assert.equal(response.status, 403);
    await refusalOf(response);
  }
  if (operation.id !== "listModels") {
    const response = await call(server, operation, world, bearer(other.key));
    assert.equal(response.status, 404);
    assert.equal((await refusalOf(response)).code, "model_not_found");
  }
  await succeeds(server, operation, world, bearer(world.key));
}

async function checkAgent({ server, operation, world, other }: Walk) {
  const send = (key: string) => {
    const accept = "application/json, text/event-stream";
    return call(server, operation, world, { accept, ...bearer(key) });
  };
  const wrong = ["", "tw_sk_made_up", `${world.key}x`, other.key];
  for (const key of [...wrong, other.params.token]) {
    const response = await send(key);
    assert.equal(response.status, 401);
    assert.equal((await response.json()).error.data.status, 401);
  }
  for (const key of [world.key, world.params.token]) {
    const response = await send(key);
    assert.equal(response.status, operation.status);
    assert.match(await response.text(), /"result":/);
  }
}

async function checkLink(walk: Walk): Promise<void> {
  const { server, operation, world, other } = walk;
  const theirs = { token: other.params.token, handle: "nobody-here" };
  const params = { ...world.params, ...theirs };
  const response = await call(server, operation, world, {}, params);
  assert.equal(response.status, 404);
  await problemOf(response);
  await checkVisitor(walk);
}

async function checkTrial(walk: Walk): Promise<void> {
  const { server, operation, world } = walk;
  for (const cookie of ["", "twincast_trial=made-up"]) {
    await assertProblem(walk, 404, { cookie });
  }
  const cookie = await tryWords(server);
  await succeeds(server, operation, world, { cookie });
}

async function checkOperator(walk: Walk): Promise<void> {
  const { server, operation, world } = walk;
  for (const token of ["", "made-up", world.key, `${METRICS_TOKEN}x`]) {
    await assertProblem(walk, 401, bearer(token));
  }
  const headers = bearer(METRICS_TOKEN);
  const response = await call(server, operation, world, headers);
  assert.equal(response.status, operation.status);
  assert.match(await response.text(), /^# HELP /);
}

async function checkSession(walk: Walk): Promise<void> {
  for (const id of ["made-up", "undefined", "null", "{}"]) {
    await assertProblem(walk, 404, { "x-session-id": id });
  }
  await checkVisitor(walk);
}

async function checkVisitor({ server, operation, world }: Walk) {
  const headers = { "x-session-id": world.session_id };
  await succeeds(server, operation, world, headers);
}

Deno.test("matrix: GET never changes anything", async () => {
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
  for (const { path, method, access } of all) {
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
    if (access === "program" || access === "agent") await refusalOf(response);
    else assert.equal((await problemOf(response)).code, "method_not_allowed");
  }
});
