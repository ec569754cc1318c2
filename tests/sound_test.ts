// Sound like me: a provider's model connected with its key, the tone, and the effect of both.
import assert from "node:assert/strict";
import {
  type Member,
  ROOMY,
  type Server,
  signUp,
  startServer,
} from "./harness.ts";
import { ModelServer, say } from "./model_server.ts";

const KEY = "sk-CANARY-of-the-owner";

async function openWorld() {
  const model = new ModelServer();
  const base_url = model.env.TWINCAST_LLM_BASE_URL;
  const server = await startServer({
    env: {
      ...ROOMY,
      TWINCAST_SECRET: "0123456789abcdef0123456789abcdef",
      TWINCAST_LOCAL_HOSTS: new URL(base_url).host,
    },
  });
  const owner = await signUp(server);
  await owner.json("POST", `/twins/${owner.twin_id}/content`, {
    title: "Tea",
    body: "I drink oolong tea every morning at seven.",
    visibility: "public",
  }, 201);
  return {
    ...{ model, server, owner, base_url },
    page: () => pageOf(server, owner),
    send: (action: string, fields: Record<string, string> = {}) =>
      pageOf(server, owner, { action, ...fields }),
    get: () => owner.json("GET", `/twins/${owner.twin_id}/model`),
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await model[Symbol.asyncDispose]();
    },
  };
}

async function pageOf(
  server: Server,
  owner: Member,
  fields?: Record<string, string>,
) {
  const response = await server.fetch(
    `/dashboard/settings?twin=${owner.twin_id}&tab=voice`,
    {
      headers: { cookie: owner.cookie },
      ...fields && { method: "POST", body: new URLSearchParams(fields) },
      redirect: "manual",
    },
  );
  return { status: response.status, html: await response.text() };
}

const hello = () =>
  Response.json({
    choices: [{
      index: 0,
      message: { role: "assistant", content: "Hello" },
      finish_reason: "stop",
    }],
  });

Deno.test("Sound like me: one key connects a model of the server; it is tested before it answers", async () => {
  await using world = await openWorld();
  const { model, base_url } = world;
  const first = await world.page();
  assert.match(first.html, /Sound like me/);
  for (const name of ["OpenAI", "Anthropic", "Mistral", "Groq", "Ollama"]) {
    assert.match(first.html, new RegExp(`>${name}`));
  }
  assert.doesNotMatch(first.html, /OpenAI-compatible/);
  const fields = { provider: "other", base_url, api_key: KEY };

  model.script = () => new Response("CANARY-provider", { status: 401 });
  model.models = ["text-embedding-1", "chatty-1"];
  const refused = await world.send("connect_model", fields);
  assert.equal(refused.status, 503);
  assert.match(refused.html, /does not accept the key/);
  assert.ok(refused.html.includes(base_url), "the input stays");
  assert.doesNotMatch(refused.html, /CANARY/);
  assert.equal((await world.get()).source, "none");

  model.script = hello;
  assert.equal((await world.send("connect_model", fields)).status, 303);
  const view = await world.get();
  assert.deepEqual(
    [view.source, view.model, view.has_key, view.daily_tokens],
    ["twin", "chatty-1", true, 1_000_000],
  );
  assert.equal(model.requests.at(-1)?.authorization, `Bearer ${KEY}`);

  const changed = await world.send("connect_model", {
    ...fields,
    api_key: "",
    model: "chatty-2",
    daily_tokens: "5000",
  });
  assert.equal(changed.status, 303);
  const { has_key, ...now } = await world.get();
  assert.deepEqual(
    [now.model, has_key, now.daily_tokens],
    ["chatty-2", true, 5_000],
  );
  assert.equal(model.requests.at(-1)?.authorization, `Bearer ${KEY}`);
});

Deno.test("Sound like me: a failed connection says what to do", async () => {
  await using world = await openWorld();
  const { base_url, model } = world;
  model.script = hello;
  const nobody = await world.send("connect_model", { api_key: KEY });
  assert.equal(nobody.status, 422);
  assert.match(nobody.html, /Choose who writes the answers/);
  const nowhere = await world.send("connect_model", { provider: "other" });
  assert.equal(nowhere.status, 422);
  assert.match(nowhere.html, /Enter the address of its API/);
  const closed = await world.send("connect_model", { provider: "ollama" });
  assert.equal(closed.status, 422);
  assert.match(closed.html, /TWINCAST_LOCAL_HOSTS/);
  const empty = await world.send("connect_model", {
    provider: "other",
    base_url,
  });
  assert.equal(empty.status, 422);
  assert.match(empty.html, /name the model/);
  assert.equal((await world.get()).source, "none");
});

Deno.test("Sound like me: a sample answers with and without the model in the owner's tone, and shows its tokens", async () => {
  await using world = await openWorld();
  const { base_url, model, owner } = world;
  model.script = hello;
  const connect = { provider: "other", base_url, model: "chatty" };
  assert.equal((await world.send("connect_model", connect)).status, 303);
  const voice = { tone: "formal", instructions: "Typed words of mine" };
  assert.equal((await world.send("set_voice", voice)).status, 303);
  model.script = () => say("I take my oolong at seven, Madam [1].");
  const asked = { question: "When do you drink oolong tea?" };
  const { status, html } = await world.send("sample", asked);
  assert.equal(status, 200);
  assert.match(html, /every morning at seven/);
  assert.match(html, /at seven, Madam/);
  assert.match(html, /It took about [\d,]+ tokens/);
  assert.match(model.requests.at(-1)?.text ?? "", /Be formal and courteous/);
  assert.match(model.requests.at(-1)?.text ?? "", /Typed words of mine/);
  const path = `/twins/${owner.twin_id}/conversations`;
  assert.deepEqual((await owner.json("GET", path)).items, []);
  const { tokens_today } = await world.get();
  assert.ok(tokens_today > 0);

  model.script = () => new Response("no", { status: 500 });
  const failed = await world.send("sample", asked);
  assert.equal(failed.status, 503);
  assert.match(failed.html, /The model did not answer/);
  const plain = await world.send("set_voice", {
    tone: "plain",
    instructions: "x".repeat(1_001),
  });
  assert.equal(plain.status, 422);
});
