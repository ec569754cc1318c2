import assert from "node:assert/strict";
import type { ModelTimes } from "../lib/config/config.ts";
import { delay } from "../lib/store/commit.ts";
import { ask } from "./harness.ts";
import {
  hang,
  type ModelRequest,
  type ModelServer,
  say,
  stream,
} from "./model_server.ts";
import {
  type Event,
  openStream,
  openWorld,
  QUESTION,
  SOON_MS,
  textOf,
  transcript,
  type World,
} from "./model_world.ts";
import { within } from "./until.ts";

const SILENT = "says nothing";
/** The model's words before it fails. */
const BEGINNING = "At seven, every ";

/** Shortens the model's time limits until the returned function is called. */
function hurry({ server }: World, times: Partial<ModelTimes>): () => void {
  const { model_times } = server.app.config;
  const usual = { ...model_times };
  Object.assign(model_times, times);
  return () => Object.assign(model_times, usual);
}

/** Failures before the model has said anything. */
const FAILURES: Record<string, (model: ModelServer) => void> = {
  [SILENT]: (model) => model.script = (request) => hang(request),
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
        // The response headers are sent first.
        await delay(10);
        throw new Error("dies");
      }),
};

for (const [what, set] of Object.entries(FAILURES)) {
  Deno.test(`model: ${what}: the built-in engine answers, and says so`, async () => {
    await using world = await openWorld();
    const { model, server, chat } = world;
    set(model);
    const rest = hurry(world, what === SILENT ? { first_byte_ms: 150 } : {});
    const whole = await within(ask(server, chat, QUESTION), "an answer");
    assert.equal(whole.status, 200);
    assert.match(whole.body.answer, /^I drink oolong tea/);
    assert.match(
      whole.body.answer,
      /language model is not available right now/,
    );
    assert.equal(whole.body.grounded, true);
    assert.equal(whole.body.citations[0].title, "Tea");
    const events = await within(
      openStream(server, chat).then((opened) => opened.rest()),
      "the stream's end",
    );
    assert.equal(textOf(events), whole.body.answer);
    assert.equal(events.at(-1)?.event, "done");
    const shown = JSON.stringify([whole.body, events]);
    assert.ok(!shown.includes("CANARY"), "the provider's error is not shown");
    const [exchange] = await transcript(world);
    assert.deepEqual([exchange.engine, exchange.partial], ["fallback", false]);
    // It works again when the model does.
    rest();
    model.script = () => say("At seven [1].");
    const again = await ask(server, chat, QUESTION);
    assert.equal(again.body.answer, "At seven [1].");
  });
}

/** A failure in the middle of an answer; `shown` resolves when the visitor has its beginning. */
type Break = {
  times?: Partial<ModelTimes>;
  script: (request: ModelRequest, shown: Promise<void>) => Response;
};

const BREAKS: Record<string, Break> = {
  "pauses for too long": {
    times: { gap_ms: 300 },
    script: (request) => hang(request, BEGINNING),
  },
  "breaks off": {
    script: (_, shown) =>
      stream(async function* () {
        yield BEGINNING;
        await shown;
        throw new Error("dies");
      }),
  },
  "drips for ever": {
    times: { total_ms: 1_000 },
    script: (request) =>
      stream(async function* () {
        let left = false;
        request.aborted.then(() => left = true);
        yield BEGINNING;
        while (!left) {
          await delay(200);
          yield ".";
        }
      }),
  },
};

for (const [what, { times = {}, script }] of Object.entries(BREAKS)) {
  Deno.test(`model: ${what} halfway: a typed error; the partial answer is kept and marked`, async () => {
    await using world = await openWorld();
    const { model, server, chat } = world;
    const shown = Promise.withResolvers<void>();
    model.script = (request) => script(request, shown.promise);
    hurry(world, times);
    const opened = await openStream(server, chat);
    const before: Event[] = [];
    while (textOf(before) !== BEGINNING) {
      const event = await within(opened.next(), "the beginning");
      assert.ok(event);
      before.push(event);
    }
    shown.resolve();
    const rest = await within(opened.rest(), "the stream's end");
    const events = [...before, ...rest];
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
    // A broken connection is over already.
    if (what === "breaks off") return;
    await within(model.requests[0].aborted, "the model is left", SOON_MS);
  });
}

Deno.test("model: broken UTF-8 in its stream is harmless", async () => {
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
