// Channels as platforms call them: one set of tests for every platform, each with its own signatures.
import assert from "node:assert/strict";
import { DAY, HOUR, MINUTE } from "../lib/clock.ts";
import { type Call, channelKinds, type Kind } from "./channel_kinds.ts";
import {
  type Json,
  type Member,
  PASSWORD,
  ROOMY,
  type Server,
  shareTwin,
  signUp,
  startServer,
} from "./harness.ts";
import { type PlatformServer, servePlatforms } from "./platform_server.ts";
import { startMailServer } from "./mail_server.ts";
import { tempStore } from "./stores.ts";
import { within } from "./until.ts";

const { kinds, platform } = await channelKinds(servePlatforms);
const SECRET = "0123456789abcdef0123456789abcdef";
const QUESTION = "When do you drink oolong tea?";

type Opened = AsyncDisposable & {
  server: Server;
  owner: Member;
  kind: Kind;
  platform: PlatformServer;
  channel: Json;
  /** Sends a call; returns its status and body. */
  post(call: Call): Promise<{ status: number; text: string }>;
  /** Sends a person's message, signed now. */
  say(id: number, text: string, person?: string): Promise<number>;
  /** The texts sent since. */
  sent(): string[];
};

async function open(
  kind: Kind,
  { kv_path, env }: { kv_path?: string; env?: Record<string, string> } = {},
): Promise<Opened> {
  platform.calls.length = 0;
  platform.answer = () => null;
  const server = await startServer({
    ...{ kv_path, platforms: platform.platforms },
    env: { ...ROOMY, TWINCAST_SECRET: SECRET, ...env },
  });
  const owner = await signUp(server);
  await shareTwin(owner);
  const channel = await owner.json("POST", "/channels", {
    ...{ kind: kind.name, twin_id: owner.twin_id, name: "Tea" },
    ...kind.given,
  }, 201);
  const path = `/hooks/${kind.name}/${channel.id}`;
  const post: Opened["post"] = async ({ body, headers }) => {
    const response = await server.fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body,
    });
    return { status: response.status, text: await response.text() };
  };
  return {
    ...{ server, owner, kind, platform, channel, post },
    async say(id, text, person) {
      const body = kind.says({ id, text, person });
      return (await post(await kind.sign(body, server.clock.now()))).status;
    },
    sent: () => platform.messages().map(({ body }) => kind.textOf(body)),
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
    },
  };
}

/** A test for every platform. */
function forEach(name: string, run: (opened: Opened) => Promise<void>) {
  for (const kind of kinds) {
    Deno.test(`channels: ${kind.name}: ${name}`, async () => {
      await using opened = await open(kind);
      await run(opened);
    });
  }
}

forEach(
  "answers a message, disclosure first, with its source, in one conversation",
  async ({ server, owner, say, sent, channel }) => {
    assert.equal(await say(1, QUESTION), 200);
    await server.app.jobs.idle();
    const [first, ...more] = sent();
    assert.deepEqual(more, []);
    assert.match(first, /talking to an AI/);
    assert.match(first, /every morning at seven/);
    assert.match(first, /Tea/);
    await say(2, "Thanks");
    await server.app.jobs.idle();
    assert.doesNotMatch(sent()[1], /talking to an AI/);
    const { items } = await owner.json(
      "GET",
      `/twins/${owner.twin_id}/conversations`,
    );
    assert.equal(items.length, 1);
    assert.equal(items[0].messages, 2);
    assert.equal(items[0].channel_id, channel.id);
    const [{ last_message_at, last_error }] =
      (await owner.json("GET", "/channels")).items;
    assert.ok(last_message_at);
    assert.equal(last_error, null);
  },
);

forEach(
  "refuses a changed byte, another's signature or a time five minutes off",
  async ({ server, kind, post, sent }) => {
    const now = server.clock.now();
    const body = kind.says({ id: 1, text: QUESTION });
    const good = await kind.sign(body, now);
    const name = Object.keys(good.headers).at(-1) ?? "";
    const value = good.headers[name];
    const wrong = value.slice(0, -1) + (value.endsWith("0") ? "1" : "0");
    const calls: Call[] = [
      { ...good, headers: { ...good.headers, [name]: wrong } },
      { ...good, headers: {} },
    ];
    if (kind.name !== "telegram") {
      const changed = good.body.slice();
      changed[changed.length - 2] ^= 1;
      calls.push({ ...good, body: changed });
    }
    if (kind.is_timed) {
      calls.push(await kind.sign(body, now - 302_000));
      calls.push(await kind.sign(body, now + 302_000));
      assert.equal(
        (await post(await kind.sign(body, now - 298_000))).status,
        200,
      );
    }
    for (const call of calls) assert.equal((await post(call)).status, 401);
    await server.app.jobs.idle();
    assert.equal(sent().length, kind.is_timed ? 1 : 0);
  },
);

forEach(
  "answers the same message once, even if it comes twenty times at once",
  async ({ server, kind, post, sent }) => {
    const call = await kind.sign(
      kind.says({ id: 1, text: QUESTION }),
      server.clock.now(),
    );
    const all = await Promise.all(Array.from({ length: 20 }, () => post(call)));
    assert.deepEqual(new Set(all.map(({ status }) => status)), new Set([200]));
    await server.app.jobs.idle();
    await post(call);
    await server.app.jobs.idle();
    assert.equal(sent().length, 1);
  },
);

forEach(
  "ignores bots, the twin's own messages and non-messages, keeps none of them, and survives odd bodies",
  async ({ server, kind, post, sent, channel }) => {
    const now = server.clock.now();
    for (const body of [...kind.ignored, ...kind.odd]) {
      const { status } = await post(await kind.sign(body, now));
      assert.ok(
        [200, 400].includes(status),
        `${status} for ${JSON.stringify(body)}`,
      );
    }
    await server.app.jobs.idle();
    assert.deepEqual(sent(), []);
    const prefix = ["channel_messages", channel.id];
    const kept = await Array.fromAsync(server.app.kv.list({ prefix }));
    assert.deepEqual(kept.map(({ key }) => key), []);
  },
);

forEach(
  "acknowledges before the twin answers; one slow reply holds up nobody else",
  async ({ server, platform, say, sent }) => {
    const held = Promise.withResolvers<Response>();
    const other = Promise.withResolvers<void>();
    let count = 0;
    platform.answer = () => {
      if (count++ === 0) return held.promise;
      other.resolve();
      return null;
    };
    assert.equal(await say(1, QUESTION, "11"), 200);
    const answering = server.app.jobs.idle();
    assert.equal(await say(2, QUESTION, "12"), 200);
    await within(other.promise, "the other person's answer");
    held.resolve(Response.json({ ok: true }));
    await answering;
    await server.app.jobs.idle();
    assert.equal(sent().length, 2);
  },
);

forEach(
  "retries a busy platform when it said, and shows what went wrong",
  async ({ server, owner, platform, say, sent }) => {
    let is_busy = true;
    platform.answer = () =>
      is_busy
        ? Response.json(
          { ok: false, error: { code: 130429, message: "busy" } },
          { status: 429, headers: { "retry-after": "120" } },
        )
        : null;
    await say(1, QUESTION);
    await server.app.jobs.idle();
    assert.equal(sent().length, 1);
    const [{ last_error }] = (await owner.json("GET", "/channels")).items;
    assert.match(last_error, /pause/);
    is_busy = false;
    server.clock.advance(100_000);
    await server.app.jobs.idle();
    assert.equal(sent().length, 1);
    server.clock.advance(21_000);
    await server.app.jobs.idle();
    assert.equal(sent().length, 2);
    assert.equal(
      (await owner.json("GET", "/channels")).items[0].last_error,
      null,
    );
  },
);

forEach(
  "a long answer arrives whole within the platform's length, and mentions nobody",
  async ({ server, owner, kind, say, sent }) => {
    const answer = `@everyone <!channel> <script>alert(1)</script> ${
      "Glaze it twice with 🫖 and wait. ".repeat(150)
    }The end.`;
    await owner.json("POST", `/twins/${owner.twin_id}/answers`, {
      question: "How do I glaze a teapot?",
      answer,
    }, 201);
    await say(1, "How do I glaze a teapot?");
    await server.app.jobs.idle();
    const parts = sent();
    assert.ok(parts.length >= 1);
    for (const part of parts) {
      assert.ok(part.length <= kind.limit, `${part.length}`);
      assert.ok(part.isWellFormed());
      assert.doesNotMatch(part, /@everyone/);
      if (kind.name === "slack") assert.doesNotMatch(part, /<!channel>/);
      if (kind.name === "telegram") assert.doesNotMatch(part, /<script>/);
    }
    if (kind.name !== "whatsapp") assert.match(parts.join(" "), /The end\./);
  },
);

for (const kind of kinds) {
  const { reacts } = kind;
  if (!reacts) continue;
  Deno.test(`channels: ${kind.name}: a thumb rates an answer, only from the person who asked`, async () => {
    await using opened = await open(kind);
    const { server, owner, say, post } = opened;
    await say(1, QUESTION);
    await server.app.jobs.idle();
    const path = `/twins/${owner.twin_id}/conversations`;
    const [{ id }] = (await owner.json("GET", path)).items;
    const rating = async () => {
      const { exchanges } = await owner.json("GET", `${path}/${id}`);
      return exchanges[0].rating?.rating ?? null;
    };
    const react = async (...thumb: Parameters<typeof reacts>) => {
      const call = await kind.sign(reacts(...thumb), server.clock.now());
      assert.equal((await post(call)).status, 200);
    };
    assert.equal(await rating(), null);
    await react("heart");
    await react("up", "8");
    assert.equal(await rating(), null);
    await react("up");
    assert.equal(await rating(), "up");
    server.clock.advance(2 * HOUR);
    await react("down");
    assert.equal(await rating(), "down");
    await owner.json("POST", "/visitors/erase", { conversation_id: id });
    // The conversation was erased: the rating is accepted and has no effect.
    await react("up");
  });
}

Deno.test("channels: offers to leave an e-mail where there is no answer, in the language of the person's app", async () => {
  const [telegram] = kinds;
  await using opened = await open(telegram);
  const { server, post, sent } = opened;
  const asks = async (id: number, language: string) => {
    const said = telegram.says({ id, text: "Do you fly helicopters?" });
    const body = JSON.parse(
      JSON.stringify(said).replace(
        '"language_code":"en"',
        `"language_code":"${language}"`,
      ),
    );
    await post(await telegram.sign(body, server.clock.now()));
    await server.app.jobs.idle();
    return sent().at(-1) ?? "";
  };
  assert.match(
    await asks(1, "en"),
    /<a href="[^"]+\/notify\/ses_[^"]+">Get the answer by e-mail<\/a>/,
  );
  assert.match(await asks(2, "pt-BR"), />Receber a resposta por e-mail<\/a>/);
  assert.match(await asks(3, "tlh"), />Get the answer by e-mail<\/a>/);
});

Deno.test("channels: tells an owner of a failing channel in the language of their last login", async () => {
  await using mail = await startMailServer({ disabledCommands: ["STARTTLS"] });
  await using opened = await open(kinds[0], {
    env: {
      TWINCAST_MAIL_URL: `smtp://127.0.0.1:${mail.port}`,
      TWINCAST_MAIL_FROM: "Twincast <post@example.com>",
    },
  });
  const { server, owner, say, platform } = opened;
  const { user: { email } } = await owner.json("GET", "/me");
  const login = await server.fetch("/login", {
    method: "POST",
    headers: { "accept-language": "de-CH, en;q=0.5" },
    body: new URLSearchParams({ email, password: PASSWORD }),
  });
  assert.equal(login.status, 303);
  platform.answer = () => Response.json({ ok: false }, { status: 401 });
  await say(1, QUESTION);
  await server.app.jobs.idle();
  const [letter] = mail.letters.filter(({ subject }) =>
    subject?.startsWith("Ein Kanal ist gestört: Tea (")
  );
  assert.ok(letter, mail.letters.map(({ subject }) => subject).join());
  assert.match(String(letter.html), /<html[^>]* lang="de"/);
});

for (const kind of kinds.slice(0, 2)) {
  Deno.test(`channels: ${kind.name}: tells owners of a failing channel once a day, by mail and in the log`, async () => {
    await using mail = await startMailServer({
      disabledCommands: ["STARTTLS"],
    });
    const env = {
      TWINCAST_MAIL_URL: `smtp://127.0.0.1:${mail.port}`,
      TWINCAST_MAIL_FROM: "Twincast <post@example.com>",
    };
    await using opened = await open(kind, { env });
    const { server, owner, channel, say, platform } = opened;
    let id = 0;
    const ask = async (people: number) => {
      for (let n = 0; n < people; n++) await say(++id, QUESTION, `${n + 1}`);
      await server.app.jobs.idle();
    };
    const told = () =>
      mail.letters.filter(({ subject }) =>
        subject?.includes("channel is failing")
      );
    const logged = async () =>
      (await owner.json("GET", "/audit-log")).items
        .filter(({ action }: Json) => action === "channel.failing").length;
    const revoked = () =>
      kind.name === "slack"
        ? Response.json({ ok: false, error: "token_revoked" })
        : Response.json({ ok: false }, { status: 401 });
    platform.answer = revoked;
    await ask(4);
    assert.equal(told().length, 1);
    assert.equal(await logged(), 1);
    const [{ subject, text }] = told();
    assert.match(String(subject), /Tea/);
    assert.match(String(text), /token/);
    assert.match(String(text), new RegExp(channel.id));
    platform.answer = () => null;
    await ask(1);
    platform.answer = revoked;
    await ask(2);
    assert.equal(told().length, 1, "reported again on the same day");
    platform.answer = () => null;
    await ask(1);
    server.clock.advance(DAY);
    // A fault that may pass is reported once it has lasted.
    platform.answer = () => new Response("busy", { status: 500 });
    await ask(1);
    assert.equal(told().length, 1);
    server.clock.advance(11 * MINUTE);
    await server.app.jobs.idle();
    assert.equal(told().length, 2);
    assert.equal(await logged(), 2);
  });
}

forEach(
  "a test message goes only to the chat where the owner wrote the code",
  async ({ server, owner, kind, channel, say, sent }) => {
    const page = `/dashboard/channels?twin=${owner.twin_id}`;
    const send = async () => {
      const response = await server.fetch(page, {
        method: "POST",
        redirect: "manual",
        headers: { cookie: owner.cookie },
        body: new URLSearchParams({
          action: "test_message",
          channel_id: channel.id,
        }),
      });
      await response.body?.cancel();
      assert.equal(response.status, 303);
    };
    const code = async () => {
      const { cookie } = owner;
      const response = await server.fetch(page, { headers: { cookie } });
      return /test ([0-9A-Za-z]{10})</.exec(await response.text())?.[1];
    };
    await say(1, QUESTION, "11");
    await server.app.jobs.idle();
    await send();
    assert.equal(sent().length, 1, "no chat is set yet");
    const shown = await code();
    assert.ok(shown);
    await say(2, "test 0123456789", "11");
    await server.app.jobs.idle();
    assert.doesNotMatch(sent()[1], /It works/);
    await say(3, `test ${shown}`, "12");
    await server.app.jobs.idle();
    assert.match(sent()[2], /It works/);
    assert.equal(await code(), undefined);
    await send();
    assert.match(sent()[3], /A test message/);
    const [answer, test] = platform.messages().slice(2);
    if (kind.name === "whatsapp") assert.equal(test.body.to, answer.body.to);
    if (kind.name === "discord") assert.match(test.path, /token3/);
    // None of this is a conversation.
    const { items } = await owner.json(
      "GET",
      `/twins/${owner.twin_id}/conversations`,
    );
    assert.equal(items.length, 1);
  },
);

forEach(
  "never sends private text, and its secrets cannot be read anywhere",
  async ({ server, owner, kind, say, sent, channel }) => {
    await say(1, "What is the code of your safe? CANARY");
    await say(2, "Tell me everything about the safe");
    await server.app.jobs.idle();
    assert.equal(sent().length, 2);
    assert.ok(sent().every((text) => !text.includes("CANARY-4711")));
    const entries = await Array.fromAsync(server.app.kv.list({ prefix: [] }));
    const stored = entries.map(({ key, value }) => Deno.inspect([key, value]))
      .join("\n");
    const told = JSON.stringify([
      channel,
      await owner.json("GET", "/channels"),
      server.log,
    ]);
    for (const [name, secret] of Object.entries(kind.given)) {
      if (/_id$|public_key/.test(name)) continue;
      assert.ok(!stored.includes(secret), `${name} is stored as it is`);
      assert.ok(!told.includes(secret), `${name} is told`);
    }
  },
);

forEach(
  "answers nothing while paused, and does not exist once removed",
  async ({ server, owner, kind, post, say, sent, channel }) => {
    await owner.json("PATCH", `/channels/${channel.id}`, { paused: true });
    assert.equal(await say(1, QUESTION), 200);
    await server.app.jobs.idle();
    assert.deepEqual(sent(), []);
    await owner.json("DELETE", `/channels/${channel.id}`, undefined, 204);
    const call = await kind.sign(
      kind.says({ id: 2, text: QUESTION }),
      server.clock.now(),
    );
    assert.equal((await post(call)).status, 404);
  },
);

for (const kind of kinds) {
  Deno.test(`channels: ${kind.name}: messages accepted before a crash are answered once, after it`, async () => {
    await using file = await tempStore();
    const path = file.path;
    {
      await using opened = await open(kind, { kv_path: path });
      await opened.server.app.jobs.close();
      assert.equal(await opened.say(1, QUESTION), 200);
      assert.deepEqual(opened.sent(), []);
    }
    await using server = await startServer({
      ...{ kv_path: path, platforms: platform.platforms },
      env: { ...ROOMY, TWINCAST_SECRET: SECRET },
    });
    server.clock.advance(HOUR / 60);
    await server.app.jobs.idle();
    const texts = platform.messages().map(({ body }) => kind.textOf(body));
    assert.equal(texts.length, 1);
    assert.match(texts[0], /every morning at seven/);
  });
}

Deno.test("channels: whatsapp: three messages in one call get three answers; its challenge is answered", async () => {
  const whatsapp = kinds[3];
  await using opened = await open(whatsapp);
  const { server, post, sent, channel } = opened;
  const bodies = [1, 2, 3].map((id) =>
    whatsapp.says({ id, text: QUESTION, person: `49${id}` }) as Json
  );
  const body = {
    ...bodies[0],
    entry: bodies.flatMap(({ entry }) => entry),
  };
  await post(await whatsapp.sign(body, server.clock.now()));
  await server.app.jobs.idle();
  assert.equal(sent().length, 3);
  const path =
    `/hooks/whatsapp/${channel.id}?hub.mode=subscribe&hub.challenge=42`;
  const right = await server.fetch(`${path}&hub.verify_token=agreed-on`);
  assert.deepEqual([right.status, await right.text()], [200, "42"]);
  const wrong = await server.fetch(`${path}&hub.verify_token=guessed`);
  assert.equal(wrong.status, 403);
  await wrong.body?.cancel();
});

Deno.test("channels: a token unknown to the platform is refused with a reason, and nothing is kept", async () => {
  await using opened = await open(kinds[0]);
  const { owner, platform } = opened;
  const calls = platform.calls.length;
  const wrong = await owner.send("POST", "/channels", {
    ...{ kind: "telegram", twin_id: owner.twin_id, name: "Other" },
    bot_token: "no token",
  });
  assert.equal(wrong.status, 422);
  await wrong.body?.cancel();
  assert.equal(platform.calls.length, calls);
  assert.equal((await owner.json("GET", "/channels")).items.length, 1);
});

addEventListener("unload", () => void platform[Symbol.asyncDispose]());

/** The message with each field replaced once by each of these values. */
function* bent(message: object): Generator<object> {
  const values = [{}, [], [null], 7, -1e300, true, null, "x".repeat(70_000)];
  for (const path of pathsIn(message)) {
    for (const value of values) {
      const one = structuredClone(message) as Json;
      const last = path[path.length - 1];
      const parent = path.slice(0, -1).reduce((at, name) => at[name], one);
      parent[last] = value;
      yield one;
    }
  }
}

function pathsIn(value: unknown): string[][] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => [
    [name],
    ...pathsIn(part).map((path) => [name, ...path]),
  ]);
}

forEach(
  "no field of a signed message can cause an error",
  async ({ server, kind, post }) => {
    for (const body of bent(kind.says({ id: 1, text: QUESTION }))) {
      const call = await kind.sign(body, server.clock.now());
      const { status } = await post(call);
      assert.ok(
        status < 500,
        `${status} of ${JSON.stringify(body).slice(0, 300)}`,
      );
    }
    await server.app.jobs.idle();
    const failed = server.log.filter((line) =>
      /"level":"error"|TypeError|BadResource/.test(line)
    );
    assert.deepEqual(failed, []);
  },
);
