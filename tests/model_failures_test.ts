import assert from "node:assert/strict";
import { delay } from "../lib/store/commit.ts";
import { ask } from "./harness.ts";
import { hang, ModelServer, say, stream } from "./model_server.ts";
import {
  openStream,
  openWorld,
  QUESTION,
  SOON_MS,
  textOf,
  transcript,
  within,
  type World,
} from "./model_world.ts";

/** Lets the model be silent for a moment only. */
function hurry({ server }: World) {
  const times = { first_byte_ms: 700, gap_ms: 700, total_ms: 2_500 };
  Object.assign(server.app.config.model_times, times);
}

/** Ways in which a model fails before it has said anything. */
const FAILURES: Record<string, (model: ModelServer) => void> = {
  "says nothing": (model) => model.script = (request) => hang(request),
  "answers 429": (model) =>
    model.script = () =>
      Response.json({ error: { message: "slow down CANARY-provider" } }, {
        status: 429,
        headers: { "retry-after": "60" },
      }),
  "answers 500": (model) =>
    model.script = () => new Response("CANARY-provider", { status: 500 }),
  "answers 401": (model) =>
    model.script = () => new Response("CANARY-provider", { status: 401 }),
  "sends no event stream": (model) =>
    model.script = () => new Response("<html>CANARY-provider</html>"),
  "sends a line without end, and does not call it a stream": (model) =>
    model.script = () => {
      const line = new Uint8Array(2 ** 20).fill(0x61);
      let sent = 0;
      return new Response(
        new ReadableStream({
          pull(controller) {
            if (++sent < 64) controller.enqueue(line);
            else controller.error(new Error("It was all read"));
          },
        }),
      );
    },
  "ends without a word": (model) => model.script = () => say(),
  "breaks off": (model) =>
    model.script = () =>
      // deno-lint-ignore require-yield -- it dies first
      stream(async function* () {
        await delay(10);
        throw new Error("dies");
      }),
};

for (const [what, set] of Object.entries(FAILURES)) {
  Deno.test(`model: ${what}: the embedded engine answers, and says that it did`, async () => {
    await using world = await openWorld();
    const { model, server, chat } = world;
    set(model);
    hurry(world);
    const whole = await within(9_000, "an answer", ask(server, chat, QUESTION));
    assert.equal(whole.status, 200);
    assert.match(whole.body.answer, /^I drink oolong tea/);
    assert.match(
      whole.body.answer,
      /language model is not available right now/,
    );
    assert.equal(whole.body.grounded, true);
    assert.equal(whole.body.citations[0].title, "Tea");
    const events = await within(
      9_000,
      "the stream's end",
      openStream(server, chat).then((opened) => opened.rest()),
    );
    assert.equal(textOf(events), whole.body.answer);
    assert.equal(events.at(-1)?.event, "done");
    const shown = JSON.stringify([whole.body, events]);
    assert.ok(!shown.includes("CANARY"), "what the provider said is not shown");
    const [exchange] = await transcript(world);
    assert.deepEqual([exchange.engine, exchange.partial], ["fallback", false]);
    // It works again when the model does.
    model.script = () => say("At seven [1].");
    const again = await ask(server, chat, QUESTION);
    assert.equal(again.body.answer, "At seven [1].");
  });
}

/** Ways in which a model fails in the middle of its answer. */
const BREAKS: Record<string, (model: ModelServer) => void> = {
  "pauses for too long": (model) =>
    model.script = (request) => hang(request, "At seven, ", "every "),
  "breaks off": (model) =>
    model.script = () =>
      stream(async function* () {
        yield "At seven, ";
        await delay(50);
        yield "every ";
        await delay(50);
        throw new Error("dies");
      }),
  "drips for ever": (model) =>
    model.script = (request) =>
      stream(async function* () {
        let left = false;
        request.aborted.then(() => left = true);
        yield "At seven, every ";
        while (!left) {
          await delay(200);
          yield ".";
        }
      }),
};

for (const [what, set] of Object.entries(BREAKS)) {
  Deno.test(`model: ${what} in the middle: a typed error; what had come is kept and marked partial`, async () => {
    await using world = await openWorld();
    const { model, server, chat } = world;
    set(model);
    hurry(world);
    const opened = await openStream(server, chat);
    const events = await within(9_000, "the stream's end", opened.rest());
    assert.match(textOf(events), /^At seven, every \.*$/);
    assert.equal(events.at(-1)?.event, "error");
    assert.equal(events.at(-1)?.data.code, "unavailable");
    const failed = server.log.map((line) => JSON.parse(line))
      .filter(({ event }) => event === "stream_failed");
    assert.deepEqual(failed.map(({ status }) => status), [503]);
    assert.ok(!events.some(({ event }) => event === "done"));
    const [exchange, ...others] = await transcript(world);
    assert.equal(others.length, 0);
    assert.equal(exchange.partial, true);
    assert.match(exchange.answer, /^At seven, every/);
    // A connection that broke is over already.
    if (what === "breaks off") return;
    await within(SOON_MS, "the model is left", model.requests[0].aborted);
  });
}

Deno.test("model: broken UTF-8 in its stream harms nobody", async () => {
  await using world = await openWorld();
  const { model, server, chat } = world;
  model.script = () => {
    const text = new TextEncoder().encode(
      'data: {"id":"1","choices":[{"index":0,"delta":{"content":"At X [1]."},"finish_reason":null}]}\n\n' +
        'data: {"id":"1","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n',
    );
    text[text.indexOf(88)] = 0xff;
    return new Response(text, {
      headers: { "content-type": "text/event-stream" },
    });
  };
  const { status, body } = await ask(server, chat, QUESTION);
  assert.equal(status, 200);
  assert.equal(body.answer, "At \ufffd [1].");
});
