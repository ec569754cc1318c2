// Programs that speak OpenAI's format: the official client and the AI SDK with the running app.
import assert from "node:assert/strict";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { generateText, streamText } from "ai";
import OpenAI from "openai";
import {
  makeKey,
  type Member,
  ROOMY,
  type Server,
  shareTwin,
  signUp,
  startServer,
} from "./harness.ts";
import { hang, ModelServer, say } from "./model_server.ts";

/** Generous: one second is promised. */
const SOON_MS = 3_000;

type World = { server: Server; owner: Member; key: string; client: OpenAI };

async function openWorld(
  server: Server,
  settings: object = {},
): Promise<World> {
  const owner = await signUp(server);
  await shareTwin(owner);
  const { key } = await makeKey(owner, settings);
  const baseURL = `${server.base}/v1`;
  const client = new OpenAI({ baseURL, apiKey: key, maxRetries: 0 });
  return { server, owner, key, client };
}

const question = (content = "When do you drink oolong tea?") => [
  { role: "user" as const, content },
];

Deno.test("openai: the official client lists its model, asks, and streams", async () => {
  await using server = await startServer();
  const { owner: { twin_id: model, ...owner }, client } = await openWorld(
    server,
  );
  const { data } = await client.models.list();
  assert.deepEqual(data.map(({ id }) => id), [model]);
  assert.equal((await client.models.retrieve(model)).id, model);

  const { data: whole, response } = await client.chat.completions
    .create({ model, messages: question() }).withResponse();
  assert.match(whole.choices[0].message.content ?? "", /every morning/);
  assert.equal(whole.choices[0].finish_reason, "stop");
  assert.ok(whole.usage && whole.usage.completion_tokens > 5);
  assert.equal(response.headers.get("x-ratelimit-limit-requests"), "120");
  assert.equal(response.headers.get("x-ratelimit-remaining-requests"), "119");
  assert.match(response.headers.get("ratelimit") ?? "", /"key";r=119/);

  const stream = await client.chat.completions.create({
    ...{ model, messages: question(), stream: true },
    stream_options: { include_usage: true },
  });
  const chunks = await Array.fromAsync(stream);
  const text = chunks.map(({ choices }) => choices[0]?.delta.content ?? "");
  assert.equal(text.join(""), whole.choices[0].message.content);
  assert.equal(chunks[0].choices[0].delta.role, "assistant");
  assert.equal(chunks.at(-2)?.choices[0].finish_reason, "stop");
  assert.deepEqual(chunks.at(-1)?.usage, whole.usage);

  const { items } = await owner.json("GET", `/twins/${model}/conversations`);
  assert.equal(items.length, 2);
  assert.equal(items[0].channel, "key");
});

Deno.test("openai: citations with an address are annotations; all are in twincast, with the session to continue", async () => {
  await using server = await startServer();
  const { owner, client, key } = await openWorld(server);
  const { twin_id: model } = owner;
  await owner.json("POST", `/twins/${model}/content`, {
    title: "Bicycles",
    body: "I ride a steel bicycle to the lighthouse on Sundays.",
    visibility: "public",
    source_url: "https://example.com/bicycles",
  }, 201);
  const ask = async (content: string, headers = {}) => {
    const answer = await client.chat.completions.create(
      { model, messages: question(content) },
      { headers },
    );
    // deno-lint-ignore no-explicit-any -- what OpenAI's types do not name
    return answer as any;
  };
  const first = await ask("Where do you ride your bicycle?");
  const [{ message }] = first.choices;
  const [{ url_citation }] = message.annotations;
  assert.equal(url_citation.url, "https://example.com/bicycles");
  const cited = message.content.slice(
    url_citation.start_index,
    url_citation.end_index,
  );
  assert.match(cited, /lighthouse/);
  assert.equal(first.twincast.citations[0].title, "Bicycles");
  assert.equal(first.twincast.confidence, "sure");

  const { session_id } = first.twincast;
  const headers = { "x-session-id": session_id };
  const next = await ask("When do you drink oolong tea?", headers);
  assert.equal(next.twincast.session_id, session_id);
  assert.notEqual((await ask("Tea?")).twincast.session_id, session_id);
  const { items } = await owner.json("GET", `/twins/${model}/conversations`);
  assert.deepEqual(
    items.map((talk: { messages: number }) => talk.messages).sort(),
    [1, 2],
  );

  const response = await server.fetch("/v1/chat/completions", {
    method: "POST",
    headers: {
      authorization: `Bearer ${key}`,
      "content-type": "application/json",
    },
    body: JSON.stringify({
      ...{ model, stream: true },
      messages: question("Where do you ride your bicycle?"),
    }),
  });
  const lines = (await response.text()).trim().split("\n\n");
  assert.equal(lines.pop(), "data: [DONE]");
  const pieces = lines.map((line) => JSON.parse(line.slice("data: ".length)));
  const noted = pieces.find(({ choices }) => choices[0].delta.annotations);
  assert.deepEqual(noted.choices[0].delta.annotations, message.annotations);
  assert.equal(pieces.at(-1).twincast.grounded, true);
});

Deno.test("openai: earlier messages are context for the last one; system messages do not reach the model", async () => {
  await using model_server = new ModelServer();
  await using server = await startServer({ env: model_server.env });
  const { owner: { twin_id: model }, client } = await openWorld(server);
  model_server.script = () => say("At seven [1].");
  const answer = await client.chat.completions.create({
    model,
    messages: [
      { role: "system", content: "SYSTEM-CANARY" },
      { role: "user", content: "Do you like oolong tea?" },
      { role: "assistant", content: "Yes, from a Kyoto teapot." },
      { role: "user", content: [{ type: "text", text: "And when?" }] },
    ],
  });
  assert.match(answer.choices[0].message.content ?? "", /At seven/);
  const [{ text, body }] = model_server.requests;
  assert.doesNotMatch(text, /SYSTEM-CANARY/);
  assert.deepEqual(body.messages.slice(-3, -1), [
    { role: "user", content: "Do you like oolong tea?" },
    { role: "assistant", content: "Yes, from a Kyoto teapot." },
  ]);
  assert.match(body.messages.at(-1)?.content ?? "", /And when\?/);
});

Deno.test("openai: unknown fields are ignored, invalid ones refused in OpenAI's form", async () => {
  await using server = await startServer({ env: ROOMY });
  const { owner, client, key } = await openWorld(server);
  const { twin_id: model } = owner;
  const messages = question();
  const create = (body: object, options: object = {}) =>
    client.chat.completions.create(
      { model, messages, ...body } as { model: string; messages: [] },
      options,
    );
  const taken = { user: "u1", seed: 7, unheard_of: { of: 1 }, temperature: 1 };
  assert.ok((await create(taken)).choices[0].message.content);

  const wrong: [body: object, param: string][] = [
    [{ messages: "Hi" }, "messages"],
    [{ messages: [] }, "messages"],
    [{ messages: [{ role: "king", content: "Hi" }] }, "messages[0].role"],
    [{ messages: [{ role: "assistant", content: "Hi" }] }, "messages"],
    [{ messages: question(" ") }, "messages[0].content"],
    [{ messages: question("a".repeat(4_001)) }, "messages[0].content"],
    [{
      messages: [{ role: "user", content: [{ type: "image_url" }] }],
    }, "messages[0].content"],
    [{ n: 2 }, "n"],
    [{ stream: "yes" }, "stream"],
    [{ temperature: 9 }, "temperature"],
    [{ response_format: { type: "json_object" } }, "response_format.type"],
    [{ tool_choice: "required" }, "tool_choice"],
  ];
  for (const [body, param] of wrong) {
    await assert.rejects(create(body), (error) => {
      assert.ok(error instanceof OpenAI.BadRequestError, String(error));
      assert.equal(error.param, param);
      assert.equal(error.type, "invalid_request_error");
      return true;
    });
  }
  await assert.rejects(
    create({ messages: [{ role: "king", content: "Hi" }], n: 2 }),
    /messages\[0\]\.role: .*n: /,
    "each of what is wrong is named",
  );
  const other = (await signUp(server)).twin_id;
  for (const name of [other, "gpt-5", ""]) {
    await assert.rejects(create({ model: name }), (error) => {
      assert.ok(error instanceof OpenAI.NotFoundError);
      assert.equal(error.code, "model_not_found");
      return true;
    });
  }
  const page = await makeKey(owner, {
    type: "publishable",
    allowed_domains: ["*"],
  });
  const headers = (authorization: string, more = {}) => ({
    headers: { authorization, ...more },
  });
  await assert.rejects(
    create({}, headers("Bearer tw_sk_made_up")),
    OpenAI.AuthenticationError,
  );
  const origin = { origin: "https://example.com" };
  for (
    const options of [
      headers(`Bearer ${page.key}`, origin),
      headers(`Bearer ${key}`, origin),
    ]
  ) await assert.rejects(create({}, options), OpenAI.PermissionDeniedError);

  const raw = (path: string, init: RequestInit) =>
    server.fetch(path, {
      ...init,
      headers: { authorization: `Bearer ${key}`, ...init.headers },
    });
  const refused = [
    raw("/v1/embeddings", { method: "POST" }),
    raw("/v1/models", { method: "PUT" }),
    raw("/v1/chat/completions", { method: "POST", body: "{" }),
    raw("/v1/chat/completions", {
      ...{ method: "POST", body: "{" },
      headers: { "content-type": "application/json" },
    }),
  ];
  const statuses: number[] = [];
  for (const response of await Promise.all(refused)) {
    statuses.push(response.status);
    const { error } = await response.json();
    assert.equal(typeof error.message, "string");
    assert.equal(typeof error.type, "string");
  }
  assert.deepEqual(statuses, [404, 405, 415, 400]);
});

Deno.test("openai: a used-up limit is a 429 that the client understands", async () => {
  await using server = await startServer();
  const { owner: { twin_id: model }, client } = await openWorld(server, {
    rate_limit_per_minute: 1,
  });
  const ask = () =>
    client.chat.completions.create({ model, messages: question() });
  await ask();
  await assert.rejects(ask(), (error) => {
    assert.ok(error instanceof OpenAI.RateLimitError);
    assert.equal(error.code, "rate_limit_exceeded");
    assert.ok(Number(error.headers?.get("retry-after")) > 0);
    assert.match(error.headers?.get("ratelimit") ?? "", /"key";r=0/);
    return true;
  });
});

Deno.test("openai: a revoked or expired key ends its calls in progress, streamed or whole", async () => {
  await using model_server = new ModelServer();
  await using server = await startServer({ env: model_server.env });
  const ways = [["revoked", true], ["revoked", false], ["expired", true]];
  for (const [way, stream] of ways) {
    const expires_at = way === "expired"
      ? new Date(server.clock.now() + 60_000).toISOString()
      : null;
    const { owner, client } = await openWorld(server, { expires_at });
    const begun = Promise.withResolvers<void>();
    model_server.script = (request) => {
      begun.resolve();
      return hang(request, "I drink ", "tea ");
    };
    const messages = question();
    const asked = client.chat.completions.create({
      ...{ model: owner.twin_id, messages, stream: stream === true },
    });
    const read = async () => {
      const answer = await asked;
      if (Symbol.asyncIterator in answer) await Array.fromAsync(answer);
    };
    const failed = assert.rejects(read(), (error) => {
      assert.ok(error instanceof OpenAI.APIError);
      assert.equal(error.code, "invalid_api_key");
      return true;
    });
    await begun.promise;
    const { items } = await owner.json("GET", "/api-keys");
    if (way === "expired") {
      // Its key is first checked while still valid.
      await server.app.streams.checkAll();
      server.clock.advance(60_000);
    } else {
      const path = `/api-keys/${items[0].id}`;
      await owner.json("DELETE", path, undefined, 204);
    }
    const revoked_at = performance.now();
    await failed;
    assert.ok(performance.now() - revoked_at < SOON_MS);
    await model_server.requests.at(-1)?.aborted;
  }
});

Deno.test("openai: the AI SDK asks, whole and streamed", async () => {
  await using server = await startServer();
  const { owner, key } = await openWorld(server);
  const twin = createOpenAICompatible({
    ...{ name: "twincast", baseURL: `${server.base}/v1`, apiKey: key },
    includeUsage: true,
  })(owner.twin_id);
  const prompt = question()[0].content;
  const { text, usage } = await generateText({ model: twin, prompt });
  assert.match(text, /every morning/);
  assert.ok(usage.totalTokens && usage.totalTokens > 5);
  const streamed = streamText({ model: twin, prompt });
  const pieces = await Array.fromAsync(streamed.textStream);
  assert.equal(pieces.join(""), text);
  assert.equal(await streamed.finishReason, "stop");
});
