// The npm package of `clients/ts` as published, with the running app.
import assert from "node:assert/strict";
import type * as Client from "../clients/ts/src/index.ts";
import { buildPackage, clientOperations } from "../lib/tools/make_client.ts";
import {
  makeKey,
  ROOMY,
  type Server,
  shareTwin,
  signUp,
  startServer,
} from "./harness.ts";
import { ModelServer, say } from "./model_server.ts";

const FOLDER = new URL("../clients/ts/", import.meta.url);

await buildPackage();
const { Twincast, TwincastError }: typeof Client = await import(
  new URL("dist/index.js", FOLDER).href
);

Deno.test("client: contains every type file the package names", async () => {
  const { files } = JSON.parse(
    await Deno.readTextFile(new URL("package.json", FOLDER)),
  );
  assert.ok(files.includes("dist"));
  const dist = new URL("dist/", FOLDER);
  const waiting = ["index.d.ts"];
  for (const name of waiting) {
    const types = await Deno.readTextFile(new URL(name, dist));
    for (const [, from] of types.matchAll(/ from "(.*)"/g)) {
      assert.match(from, /^\.\/\w+\.js$/);
      const named = from.slice(2).replace(/js$/, "d.ts");
      if (!waiting.includes(named)) waiting.push(named);
    }
  }
  assert.deepEqual(waiting, ["index.d.ts", "operations.d.ts", "error.d.ts"]);
});

async function open(env: Record<string, string> = {}) {
  const server = await startServer({ env: { ...ROOMY, ...env } });
  const owner = await signUp(server);
  await shareTwin(owner);
  const { key } = await makeKey(owner, {
    scopes: ["chat", "content:read", "content:write"],
  });
  const options = { base_url: server.base, key, twin_id: owner.twin_id };
  return { server, owner, options };
}

type Options = { base_url: string; key: string; twin_id: string };

/** Cuts off each of the first answers after this many bytes. */
function cutOffAfter(server: Server, cuts: number[]): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    const cut = cuts.shift();
    if (cut === undefined || !response.body) return response;
    assert.ok(String(input).startsWith(server.base));
    let left = cut;
    const body = response.body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          controller.enqueue(chunk.slice(0, left));
          left -= chunk.length;
          if (left <= 0) controller.error(new Error("cut off"));
        },
      }),
    );
    return new Response(body, response);
  };
}

async function collect(events: AsyncIterable<Client.AnswerEvent>) {
  const all = await Array.fromAsync(events);
  const text = all.map((one) => one.type === "delta" ? one.text : "").join("");
  return { all, text, types: all.map(({ type }) => type) };
}

Deno.test("client: its types match the calls", async () => {
  const file = new URL("src/operations.ts", FOLDER);
  assert.equal(
    await Deno.readTextFile(file),
    await clientOperations(),
    "Run deno task client, and commit what it changes",
  );
});

Deno.test("client: contains what its package.json names, and depends on nothing", async () => {
  const read = async (name: string) =>
    await Deno.readTextFile(new URL(name, FOLDER));
  const { exports, dependencies } = JSON.parse(await read("package.json"));
  assert.equal(dependencies, undefined);
  for (const name of Object.values<string>(exports["."])) {
    assert.ok((await read(name)).length > 0, name);
  }
  assert.doesNotMatch(await read("dist/index.js"), /^import|require\(/m);
});

Deno.test("client: asks, and continues the conversation", async () => {
  const { server, options } = await open();
  await using _ = server;
  const twin = new Twincast(options);
  const first = await twin.ask("When do you drink oolong tea?");
  assert.match(first.answer, /every morning at seven/);
  assert.equal(first.citations[0].title, "Tea");
  const { session_id } = first;
  assert.equal(
    (await twin.ask("Thanks", { session_id })).session_id,
    session_id,
  );
});

Deno.test("client: streams, and after a lost connection nothing is repeated or charged twice", async () => {
  await using model = new ModelServer();
  model.script = () => say("Every morning at seven I drink tea [1].");
  const { server, owner, options } = await open(model.env);
  await using _ = server;
  const whole = new Twincast(options);
  const { text, types } = await collect(whole.stream("When is tea?"));
  assert.match(text, /at seven/);
  assert.equal(types[0], "session");
  assert.equal(types.at(-1), "done");
  const twin = new Twincast({ ...options, fetch: cutOffAfter(server, [260]) });
  const again = await collect(twin.stream("When do you drink oolong tea?"));
  assert.ok(again.text.length > 0);
  assert.equal(again.types.filter((type) => type === "session").length, 1);
  assert.equal(again.types.at(-1), "done");
  const { items } = await owner.json(
    "GET",
    `/twins/${owner.twin_id}/conversations`,
  );
  assert.deepEqual(
    items.map(({ messages }: { messages: number }) => messages),
    [
      1,
      1,
    ],
  );
});

Deno.test("client: every call by its name, typed; a refusal says what it was", async () => {
  const { server, options } = await open();
  await using _ = server;
  const twin = new Twincast(options);
  const params = { twin_id: options.twin_id };
  const kiln = {
    params,
    body: { title: "Kiln", body: "The kiln is lit on Fridays." },
  };
  const once = { idempotency_key: crypto.randomUUID() };
  const made = await twin.call("createContent", kiln, once);
  assert.equal((await twin.call("createContent", kiln, once)).id, made.id);
  const { items } = await twin.call("listContent", { params });
  assert.equal(items.filter(({ title }) => title === "Kiln").length, 1);
  assert.equal(
    await twin.call("deleteContent", {
      params: { ...params, content_id: made.id },
    }),
    undefined,
  );
  await assert.rejects(
    () => twin.call("listWebhooks", {}),
    (error: unknown) =>
      error instanceof TwincastError && error.status === 403 &&
      error.code === "forbidden" && error.request_id !== null,
  );
  const unfit = { params, body: { ...kiln.body, title: "", mood: "warm" } };
  await assert.rejects(
    () => twin.call("createContent", unfit),
    {
      ...{ name: "TwincastError", code: "invalid_input", status: 422 },
      message: "title: Fill this in. See issues for 1 more.",
      issues: [
        { path: "title", message: "Fill this in" },
        { path: "mood", message: "Unknown field; remove it" },
      ],
    },
  );
  const wrong: Options = { ...options, key: `${options.key}x` };
  await assert.rejects(
    () => new Twincast(wrong).ask("Hello"),
    { code: "unauthorized", status: 401 },
  );
  const fetch = () => Promise.reject(new TypeError("connection refused"));
  const away = new Twincast({ ...options, fetch });
  const lost = { name: "TwincastError", code: "network", status: 0 };
  await assert.rejects(() => away.ask("Hello"), lost);
  await assert.rejects(() => away.call("listWebhooks", {}), lost);
});
