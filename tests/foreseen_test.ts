// Questions a model foresees for a text: generated once, edited by the owner, answered without a model.
import assert from "node:assert/strict";
import { ask, ROOMY, shareTwin, signUp, startServer } from "./harness.ts";
import { ModelServer, say, tell } from "./model_server.ts";

async function openWorld() {
  const model = new ModelServer();
  const server = await startServer({ env: { ...ROOMY, ...model.env } });
  const owner = await signUp(server);
  const { chat } = await shareTwin(owner);
  const path = `/twins/${owner.twin_id}/content`;
  const settled = () => server.app.jobs.idle();
  await settled();
  model.foreseen.length = 0;
  return {
    ...{ model, server, owner, path, settled },
    add: (body: string, visibility = "public") =>
      owner.json("POST", path, { title: "Kiln", body, visibility }, 201),
    asks: async (message: string) =>
      (await ask(server, chat, { message })).body,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await model[Symbol.asyncDispose]();
    },
  };
}

const FORESEEN =
  "1. Which day is zorping day?\n- ¿Cuándo se zorpea?\nNo question";

Deno.test("foreseen: a saved text gets its questions once, and they are answered without the model", async () => {
  await using world = await openWorld();
  const { model, owner, path, server } = world;
  model.foresee = () => tell(`<think>Hm?</think>${FORESEEN}`);
  const { id } = await world.add("The kiln is fired on Mondays.");
  await world.settled();
  const item = await owner.json("GET", `${path}/${id}`);
  assert.deepEqual(item.questions, [
    "Which day is zorping day?",
    "¿Cuándo se zorpea?",
  ]);
  assert.equal(model.foreseen.length, 1);
  assert.match(model.foreseen[0].text, /The kiln is fired on Mondays/);
  const body = await world.asks("which day is Zorping day");
  assert.match(body.answer, /The kiln is fired on Mondays/);
  assert.deepEqual([body.confidence, body.grounded], ["sure", true]);
  assert.equal(body.citations[0].title, "Kiln");
  const spanish = await world.asks("¿cuando se zorpea?");
  assert.match(spanish.answer, /fired on Mondays/);
  assert.equal(model.requests.length, 0);

  await owner.json("PATCH", `${path}/${id}`, { title: "Our kiln" });
  await world.settled();
  assert.equal(model.foreseen.length, 1, "the text has not changed");
  await owner.json("PATCH", `${path}/${id}`, { body: "Fired on Fridays." });
  await world.settled();
  assert.equal(model.foreseen.length, 2);
  const { tokens_today } = await owner.json(
    "GET",
    `/twins/${owner.twin_id}/model`,
  );
  assert.ok(tokens_today > 0);
  assert.doesNotMatch(server.log.join("\n"), /job_failed/);
});

Deno.test("foreseen: the owner's own questions replace them and stay; private text is not sent", async () => {
  await using world = await openWorld();
  const { model, owner, path } = world;
  model.foresee = () => tell(FORESEEN);
  const { id } = await world.add("The kiln is fired on Mondays.");
  await world.add("CANARY the safe's code is 4711.", "private");
  await world.settled();
  const page = await owner.send("GET", `/dashboard/content/${id}`);
  assert.match(await page.text(), /Which day is zorping day\?/);
  await owner.json("PATCH", `${path}/${id}`, {
    questions: ["When do you blorp?"],
  });
  await owner.json("PATCH", `${path}/${id}`, { body: "Fired on Fridays." });
  await world.settled();
  const { questions } = await owner.json("GET", `${path}/${id}`);
  assert.deepEqual(questions, ["When do you blorp?"]);
  assert.match((await world.asks("When do you blorp?")).answer, /on Fridays/);
  assert.equal(model.foreseen.length, 1);
  assert.ok(!model.foreseen.some(({ text }) => text.includes("CANARY")));
  model.script = () => say("I do not know.");
  await world.asks("Which day is zorping day?");
  assert.equal(
    model.requests.length,
    1,
    "what is no longer there is not known",
  );

  const many = Array.from({ length: 21 }, (_, n) => `Question ${n}?`);
  await owner.json("PATCH", `${path}/${id}`, { questions: many }, 422);
  await owner.json("PATCH", `${path}/${id}`, { visibility: "private" });
  await world.asks("When do you blorp?");
  assert.equal(model.requests.length, 2, "a private item answers no visitor");
});

Deno.test("foreseen: a failing model is retried later, and no answer waits for it", async () => {
  await using world = await openWorld();
  const { model, owner, path, server } = world;
  let tries = 0;
  model.foresee = () =>
    tries++ === 0 ? new Response("CANARY", { status: 500 }) : tell(FORESEEN);
  const { id } = await world.add("The kiln is fired on Mondays.");
  await world.settled();
  assert.match(server.log.join("\n"), /job_failed/);
  assert.doesNotMatch(server.log.join("\n"), /CANARY/);
  assert.deepEqual((await owner.json("GET", `${path}/${id}`)).questions, []);
  server.clock.advance(61_000);
  await world.settled();
  const { questions } = await owner.json("GET", `${path}/${id}`);
  assert.equal(questions.length, 2);
});
