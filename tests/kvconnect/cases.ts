// Tests over a shared store. Run by kvconnect_test.ts in its own process, since Deno's client takes a store's token
// only from the environment.
import assert from "node:assert/strict";
import { STORE_TIMES } from "../../lib/store/breaker.ts";
import { delay } from "../../lib/store/commit.ts";
import { openStore } from "../../lib/store/open.ts";
import {
  ask,
  makeKey,
  shareTwin,
  signUp,
  startServer,
  statusOf,
} from "../harness.ts";
import { storeSuite } from "../store_suite.ts";
import { tempStore } from "../stores.ts";
import { KvConnectServer } from "./server.ts";
import { ServerProcess } from "./start.ts";
import { killJobWorkers } from "./job_kills.ts";
import { killUnderWriters } from "./kills.ts";
import { requireAll, untilHealthy, writeUntil } from "./writers.ts";
import { until } from "../until.ts";

const ITEMS = 300;

/** Asserted limits are three times the intended ones. */
const GENEROUS_MS = 6_000;

storeSuite("store over KV Connect", async () => {
  const server = new KvConnectServer();
  const store = await openStore(server.url);
  return {
    ...store,
    async [Symbol.asyncDispose]() {
      store.close();
      await server[Symbol.asyncDispose]();
    },
  };
});

/** The app on its own shared store, with a shared twin. */
async function openWorld(times = STORE_TIMES) {
  const store = new KvConnectServer();
  const server = await startServer({ kv_path: store.url, times });
  const owner = await signUp(server);
  const { chat } = await shareTwin(owner);
  return {
    ...{ store, server, owner, chat },
    async [Symbol.asyncDispose]() {
      store.hang(false);
      await server[Symbol.asyncDispose]();
      await store[Symbol.asyncDispose]();
    },
  };
}

/** Calls that outlive a store that went away belong to the client. */
function test(name: string, fn: () => Promise<void>) {
  Deno.test({ name, fn, sanitizeOps: false, sanitizeResources: false });
}

test("lost answers: a created key is reported as created, once", async () => {
  await using world = await openWorld();
  const { store, owner } = world;
  store.losing = 1;
  const made = await makeKey(owner);
  assert.match(made.key, /^tw_sk_/);
  assert.equal(store.losing, 0);
  const { items } = await owner.json("GET", "/api-keys");
  assert.deepEqual(items.map(({ id }: { id: string }) => id), [made.id]);
});

test("lost answers: a message is charged, recorded and counted once", async () => {
  await using world = await openWorld();
  const { store, server, owner, chat } = world;
  const first = await ask(server, chat, { message: "When is tea?" });
  assert.equal(first.status, 200);
  const { session_id } = first.body;
  for (let n = 2; n <= 4; n++) {
    store.losing = 1;
    const { status, headers } = await ask(server, chat, {
      message: `When is tea? ${n}`,
      session_id,
    });
    assert.equal(status, 200);
    assert.equal(store.losing, 0);
    const left = /"session";r=(\d+)/.exec(headers.get("ratelimit") ?? "");
    assert.equal(left?.[1], `${20 - n}`, "charged once");
  }
  const history = await server.fetch("/public/session", {
    headers: { "x-session-id": session_id },
  }).then((response) => response.json());
  assert.equal(history.messages.length, 8);
  const [day] = await Array.fromAsync(
    server.app.kv.list<Deno.KvU64>({ prefix: ["figures", owner.twin_id] }),
  ).then((entries) => entries.filter(({ key }) => key.at(-1) === "messages"));
  assert.equal(day.value.value, 4n);
});

test("lost answers: items written concurrently exist once, with their text", async () => {
  // Store and app share one process here: slow does not mean gone.
  const times = { ...STORE_TIMES, deadline_ms: GENEROUS_MS };
  await using world = await openWorld(times);
  const { store, owner } = world;
  const losing = async () => {
    for (let n = 0; n < 15; n++) {
      store.losing = 1;
      // Commits in between keep their answers.
      await delay(150);
    }
    // The last one that waits must not lose its answer again and again.
    store.losing = 0;
  };
  const acknowledged = await writeUntil(owner, 6, losing());
  assert.ok(acknowledged.size > 10, `${acknowledged.size}`);
  const before = 2;
  assert.equal(
    await requireAll(owner, acknowledged),
    acknowledged.size + before,
  );
});

test("a store killed under load: nothing acknowledged is lost, nothing is torn", async () => {
  await killUnderWriters(2);
});

test("two job processes, one of them killed: each step is done once, each job ends", async () => {
  await killJobWorkers(1);
});

type World = Awaited<ReturnType<typeof openWorld>>;

/** Everything is refused with 503 in time, and then at once. */
async function requireRefusals({ server, owner, chat }: World) {
  const calls = () =>
    Promise.all([
      owner.send("GET", "/me"),
      owner.send("POST", `/twins/${owner.twin_id}/content`, {
        title: "Late",
        body: "Late.",
      }),
      server.fetch(chat, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ message: "Hello?" }),
      }),
    ].map(statusOf));
  const begun = performance.now();
  assert.deepEqual(await calls(), [503, 503, 503]);
  assert.ok(performance.now() - begun < GENEROUS_MS, "in time");
  const again = performance.now();
  for (let i = 0; i < 10; i++) {
    assert.deepEqual(await calls(), [503, 503, 503]);
  }
  assert.ok(performance.now() - again < 2_000, "at once");
  await until(
    async () => await statusOf(server.fetch("/healthz")) === 503,
    "told by /healthz",
    GENEROUS_MS,
  );
}

async function requireWell({ server, owner, chat }: World) {
  await untilHealthy(server, GENEROUS_MS);
  await owner.json("GET", "/me");
  const { status } = await ask(server, chat, { message: "When is tea?" });
  assert.equal(status, 200);
}

test("a store that hangs: 503 in time, and it recovers soon", async () => {
  await using world = await openWorld();
  await requireWell(world);
  world.store.hang(true);
  await requireRefusals(world);
  world.store.hang(false);
  await requireWell(world);
});

for (const status of [401, 503]) {
  test(`a store that answers ${status}: 503 in time, and it recovers soon`, async () => {
    await using world = await openWorld();
    await requireWell(world);
    world.store.failing = { calls: Infinity, status };
    await requireRefusals(world);
    world.store.failing.calls = 0;
    await requireWell(world);
  });
}

test("a store that is gone: 503 in time, and it recovers soon", async () => {
  await using file = await tempStore();
  await using store = await ServerProcess.start(file.path);
  await using server = await startServer({ kv_path: store.url });
  const owner = await signUp(server);
  const { chat } = await shareTwin(owner);
  const world = { server, owner, chat } as World;
  await store.kill();
  await requireRefusals(world);
  await store.restart();
  await requireWell(world);
});

test("a change in progress when the store hangs may have been saved, and the problem says so", async () => {
  await using world = await openWorld();
  const { store, owner } = world;
  store.delay_ms = 300;
  const path = `/twins/${owner.twin_id}/content`;
  const changing = owner.send("POST", path, { title: "A", body: "B." });
  // Its reads are answered, its commit is not.
  await until(() => store.is_committing, "its commit");
  store.hang(true);
  const response = await changing;
  const { detail } = await response.json();
  assert.equal(response.status, 503);
  assert.match(detail, /may have been saved/);
  store.delay_ms = 0;
  store.hang(false);
  await requireWell(world);
});

test("a store 20 ms away: the first question to a twin of 300 items reads them in parallel", async () => {
  await using world = await openWorld();
  const { store, owner, chat } = world;
  const add = (i: number) =>
    owner.json("POST", `/twins/${owner.twin_id}/content`, {
      title: `Item ${i}`,
      body: `The price of article ${i} is ${i} euros.`,
      visibility: "public",
    }, 201);
  for (let i = 0; i < ITEMS; i += 20) {
    await Promise.all(Array.from({ length: 20 }, (_, n) => add(i + n)));
  }
  store.delay_ms = 20;
  await using cold = await startServer({ kv_path: store.url });
  // Everything but the items is cached, so that only their reads are measured.
  await statusOf(cold.fetch("/healthz"));
  store.calls = 0;
  const { status } = await ask(cold, chat, { message: "What is the price?" });
  assert.equal(status, 200);
  assert.ok(store.calls < ITEMS / 5, `${store.calls} calls`);
});

test("two processes on one busy link, 20 ms away: both are served, none fails, and the limit is exact", async () => {
  const LIMIT = 5_000;
  await using file = await tempStore();
  await using store = await ServerProcess.start(file.path);
  await (await fetch(`${store.url}/delay?ms=20`)).text();
  const path = new URL("./hot_link.ts", import.meta.url).pathname;
  const run = async () => {
    const { stdout } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--no-check", path, store.url, "60", `${LIMIT}`],
      stderr: "inherit",
    }).output();
    return JSON.parse(new TextDecoder().decode(stdout));
  };
  const [a, b] = await Promise.all([run(), run()]);
  assert.equal(a.allowed + b.allowed, LIMIT);
  assert.deepEqual([a.failed, b.failed], [0, 0]);
  assert.ok(Math.min(a.allowed, b.allowed) > LIMIT / 10, `${a.allowed}`);
});
