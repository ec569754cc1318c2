// Answers by meaning, with a scripted embedding server: what it receives, what is stored, what it changes.
import assert from "node:assert/strict";
import { embeddingServerOf, embedTexts } from "../lib/models/embeddings.ts";
import type { Twin } from "../lib/schemas/twin.ts";
import { keys } from "../lib/store/keys.ts";
import {
  ask,
  ROOMY,
  type Server,
  shareTwin,
  signUp,
  startServer,
} from "./harness.ts";
import { openDomain } from "./stores.ts";
import { ModelServer, say } from "./model_server.ts";

const ITEMS = [
  ["Kiln", "The kiln is fired on Mondays."],
  ["Clay", "We use stoneware clay from Cornwall."],
  ["Companions", "Your dog may lie under the table while you throw."],
  ["Parking", "There are two places in the yard."],
  ["Glazes", "All glazes are free of lead."],
  ["Aprons", "An apron hangs at every wheel."],
  ["Music", "We listen to the radio, quietly."],
];
/** No word tells that this is about a dog. */
const QUESTION = "Qwertz zuiop?";

/** A text's vector: one for animals, another for everything else. */
function directions(texts: string[]): Response {
  const data = texts.map((text, index) => ({
    index,
    embedding: /dog|qwertz/i.test(text) ? [0.9, 0.1, 0] : [0, 0.2, 0.9],
  }));
  return Response.json({ data: data.toReversed() });
}

async function openWorld(env: Record<string, string> = {}) {
  const model = new ModelServer();
  model.embedding = directions;
  const base_url = model.env.TWINCAST_LLM_BASE_URL;
  const server = await startServer({
    env: {
      ...ROOMY,
      TWINCAST_EMBEDDINGS_BASE_URL: base_url,
      TWINCAST_EMBEDDINGS_MODEL: "directions-1",
      TWINCAST_EMBEDDINGS_API_KEY: "sk-CANARY-embeddings",
      ...env,
    },
  });
  const owner = await signUp(server);
  const { chat } = await shareTwin(owner);
  const path = `/twins/${owner.twin_id}/content`;
  const add = (title: string, body: string, visibility = "public") =>
    owner.json("POST", path, { title, body, visibility }, 201);
  const added = [];
  for (const [title, body] of ITEMS) added.push(await add(title, body));
  await add("Hidden", "CANARY my own dog bites.", "private");
  return {
    ...{ model, server, owner, chat, path, add, added },
    settled: () => server.app.jobs.idle(),
    sent: () => model.embedded.flatMap(({ input }) => input),
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await model[Symbol.asyncDispose]();
    },
  };
}

async function count({ app }: Server, prefix: Deno.KvKey): Promise<number> {
  return (await Array.fromAsync(app.kv.list({ prefix }))).length;
}

Deno.test("embeddings: a passage that shares no word is offered, and only public text was sent", async () => {
  await using world = await openWorld();
  const { server, chat, owner, model } = world;
  await world.settled();
  const sent = world.sent();
  assert.ok(
    sent.includes(
      "Companions\nYour dog may lie under the table while you throw.",
    ),
  );
  assert.ok(!sent.some((text) => text.includes("CANARY")), "private text");
  model.embedded.length = 0;
  const { body } = await ask(server, chat, { message: QUESTION });
  assert.deepEqual([body.confidence, body.grounded], ["near", false]);
  assert.match(body.answer, /Your dog may lie/);
  assert.equal(body.citations[0].title, "Companions");
  assert.deepEqual(world.sent(), [QUESTION]);
  const log = server.log.join("\n");
  assert.doesNotMatch(log, /CANARY|job_failed/);

  model.embedded.length = 0;
  const sure = await ask(server, chat, { message: "When is the kiln fired?" });
  assert.equal(sure.body.confidence, "sure");
  assert.deepEqual(
    world.sent(),
    [],
    "no vectors are needed where words are sure",
  );

  const twin = `/twins/${owner.twin_id}`;
  await owner.json("PATCH", twin, { embeds_private: true });
  await world.settled();
  assert.ok(world.sent().includes("Hidden\nCANARY my own dog bites."));
  assert.ok(world.sent().every((text) => text.includes("CANARY")));
  assert.equal(await count(server, keys.privateVectorsOf(owner.twin_id)), 2);
  const again = await ask(server, chat, { message: QUESTION });
  assert.doesNotMatch(JSON.stringify(again.body), /CANARY/);
  await owner.json("PATCH", twin, { embeds_private: false });
  await world.settled();
  assert.equal(await count(server, keys.privateVectorsOf(owner.twin_id)), 0);
});

Deno.test("embeddings: vectors go with their text; another model embeds again", async () => {
  await using world = await openWorld();
  const { server, chat, owner, model, path, added } = world;
  await world.settled();
  const of = keys.publicVectorsOf(owner.twin_id);
  assert.equal(await count(server, of), ITEMS.length + 1);
  model.embedded.length = 0;
  const changed = { body: "The kiln is fired on Fridays." };
  await owner.json("PATCH", `${path}/${added[0].id}`, changed);
  await world.settled();
  assert.deepEqual(world.sent(), ["Kiln\nThe kiln is fired on Fridays."]);
  assert.equal(await count(server, of), ITEMS.length + 1);

  const { embeddings } = server.app.config;
  assert.ok(embeddings);
  embeddings.model = "directions-2";
  model.embedded.length = 0;
  const first = await ask(server, chat, { message: QUESTION });
  assert.equal(first.status, 200);
  await world.settled();
  assert.deepEqual(
    new Set(model.embedded.map((one) => one.model)),
    new Set(["directions-2"]),
  );
  assert.equal(world.sent().length, ITEMS.length + 1);
  const { body } = await ask(server, chat, { message: QUESTION });
  assert.match(body.answer, /Your dog may lie/);
});

Deno.test("embeddings: with a slow, broken or nonsensical server the words alone answer, and it is logged", async () => {
  await using world = await openWorld();
  const { server, chat, model } = world;
  await world.settled();
  const broken = [
    () => new Promise<Response>(() => {}),
    () => new Response("CANARY", { status: 500 }),
    () => Response.json({ data: [{ embedding: ["x"] }] }),
    () => Response.json({ data: [{ embedding: [1] }, { embedding: [1] }] }),
  ];
  for (const embedding of broken) {
    model.embedding = embedding;
    server.log.length = 0;
    const { status, body } = await ask(server, chat, { message: QUESTION });
    assert.deepEqual([status, body.confidence], [200, "none"]);
    assert.match(server.log.join("\n"), /question_not_embedded/);
    assert.doesNotMatch(server.log.join("\n"), /CANARY/);
  }
});

Deno.test("embeddings: a model is given what was found by meaning", async () => {
  await using model = new ModelServer();
  await using world = await openWorld({
    ...model.env,
    TWINCAST_PROMPT_TOKENS: "100",
  });
  const { server, chat } = world;
  await world.settled();
  model.script = () => say("Of course [1].");
  const { body } = await ask(server, chat, { message: QUESTION });
  assert.match(model.requests[0].text, /Your dog may lie/);
  assert.equal(body.confidence, "sure");
  assert.ok(!model.requests.some(({ text }) => text.includes("CANARY my")));
});

Deno.test("embeddings: a twin's own model server embeds if its provider is known to, despite the private address guard", async () => {
  await using domain = await openDomain({
    env: { TWINCAST_SECRET: "0123456789abcdef0123456789abcdef" },
  });
  const { app } = domain;
  const twin = (base_url: string) => ({
    id: "twn_1",
    model: { base_url, name: "any", sealed_key: null, daily_tokens: 0 },
  } as Twin);
  const own = embeddingServerOf(app, twin("https://api.openai.com/v1"));
  assert.equal(own?.model, "text-embedding-3-small");
  assert.equal(embeddingServerOf(app, twin("https://else.example/v1")), null);
  const local = embeddingServerOf(app, twin("http://127.0.0.1:11434/v1"));
  assert.ok(local);
  await assert.rejects(
    embedTexts(local, ["tea"], { timeout_ms: 5_000 }),
    /private network/,
  );
});
