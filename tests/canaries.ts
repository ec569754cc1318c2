// Private text never leaks: hostile questions on every channel, while items flip between public and private and between
// channels. Each revision has its own canary, so that what was public is distinguishable.
import assert from "node:assert/strict";
import { delay } from "../lib/store/commit.ts";
import {
  ask,
  makeKey,
  type Member,
  ROOMY,
  type Server,
  shareTwin,
  signUp,
  startServer,
} from "./harness.ts";
import { HOSTILE, SECRETS } from "./hostile_questions.ts";
import { ModelServer, say } from "./model_server.ts";

/** How often visitors may see each canary: private ones never, those of a key's channel by that key only. */
class Watch {
  #private: string[] = [];
  #of_key: string[] = [];

  /** Marks words no visitor may see. */
  hide(word: string): string {
    this.#private.push(word);
    return word;
  }

  /** Marks words only visitors with one key may see. */
  limit(word: string): string {
    this.#of_key.push(word);
    return word;
  }

  check(where: string, text: string, by_key = false): void {
    const words = by_key ? this.#private : [...this.#private, ...this.#of_key];
    const leaked = words.filter((word) => text.includes(word));
    assert.deepEqual(leaked, [], `${where}: ${text.slice(0, 500)}`);
  }
}

type Way = {
  name: string;
  by_key: boolean;
  ask(message: string): Promise<string>;
};

/** A twin's channels; each returns everything the visitor is sent. */
function channelsOf(
  server: Server,
  owner: Member,
  { chat, key, other }: { chat: string; key: string; other: string },
): Way[] {
  const { twin_id } = owner;
  let session_id: string | undefined;
  const send = async (path: string, body: object, headers: HeadersInit) => {
    const response = await server.fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
    return await response.text();
  };
  const widget = (name: string, text: string, by_key: boolean): Way => ({
    name,
    by_key,
    ask: (message) =>
      send(`/chat-widget/${twin_id}`, { message }, {
        authorization: `Bearer ${text}`,
      }),
  });
  return [
    {
      name: "link",
      by_key: false,
      async ask(message) {
        const { body } = await ask(server, chat, { message, session_id });
        session_id = body.session_id;
        return JSON.stringify(body);
      },
    },
    {
      name: "link, streamed",
      by_key: false,
      ask: (message) =>
        send(chat, { message }, { accept: "text/event-stream" }),
    },
    widget("key", key, true),
    widget("other key", other, false),
    {
      name: "preview",
      by_key: false,
      ask: (message) =>
        send(`/twins/${twin_id}/preview`, { message, as: "public" }, {
          cookie: owner.cookie,
          accept: "application/json",
        }),
    },
  ];
}

/** Flips an item between visible and hidden until told to stop. */
async function flip(
  owner: Member,
  watch: Watch,
  [title, body]: readonly [string, string],
  { key_id, isOver }: { key_id: string; isOver: () => boolean },
): Promise<number> {
  const path = `/twins/${owner.twin_id}/content`;
  const mark = (kind: string, n: number) => `${kind}${title.length}x${n}CANARY`;
  const { id } = await owner.json("POST", path, {
    title: `${title} again`,
    body: `${body}. ${watch.hide(mark("HIDDEN", -1))}`,
  }, 201);
  let n = 0;
  for (; !isOver(); n++) {
    const states = [
      { body: mark("OPEN", n), visibility: "public", channels: null },
      { body: watch.hide(mark("HIDDEN", n)), visibility: "private" },
      {
        body: watch.limit(mark("LIMITED", n)),
        visibility: "public",
        channels: [key_id],
      },
    ];
    const state = states[n % 3];
    await owner.json("PATCH", `${path}/${id}`, {
      ...state,
      body: `${body}. ${state.body}`,
    });
    // Lets questions in between.
    await delay(1);
  }
  return n;
}

/** Asks this many hostile questions, at least a hundred, and fails on the first private text that comes back. */
export async function askHostileQuestions(count: number): Promise<void> {
  await using model = new ModelServer();
  const env = {
    ...ROOMY,
    TWINCAST_LOCAL_HOSTS: new URL(model.env.TWINCAST_LLM_BASE_URL).host,
  };
  await using server = await startServer({ env });
  const watch = new Watch();
  const twins = await Promise.all(
    [false, true].map(async (by_model) => {
      const owner = await signUp(server);
      const { chat } = await shareTwin(owner);
      const key = await makeKey(owner, { rate_limit_per_minute: 100_000 });
      const other = await makeKey(owner, { rate_limit_per_minute: 100_000 });
      for (const [i, [title, text]] of SECRETS.entries()) {
        await owner.json("POST", `/twins/${owner.twin_id}/content`, {
          title,
          body: `${text}. ${watch.hide(`SECRET${i}CANARY`)}`,
        }, 201);
      }
      if (by_model) {
        await owner.json("PUT", `/twins/${owner.twin_id}/model`, {
          base_url: model.env.TWINCAST_LLM_BASE_URL,
          model: "scripted",
          daily_tokens: 0,
        });
      }
      const keys = { chat, key: key.key, other: other.key };
      return { owner, key, chat, ways: channelsOf(server, owner, keys) };
    }),
  );
  watch.hide("CANARY-4711");
  const asking: boolean[] = [];
  // A model that repeats all it is given is the worst case.
  model.script = ({ text }) => {
    const by_key = asking.at(-1) ?? false;
    watch.check("a prompt", text, by_key);
    return say(`${text.slice(-3_000)} [1][2][3]`);
  };
  let is_over = false;
  const flips = twins.flatMap(({ owner, key }) =>
    SECRETS.slice(0, 3).map((secret) =>
      flip(owner, watch, secret, { key_id: key.id, isOver: () => is_over })
    )
  );
  for (let n = 0; n < count; n++) {
    const { ways } = twins[n % 2];
    const [title, body] = SECRETS[n % SECRETS.length];
    const hostile = HOSTILE[n % HOSTILE.length](title, body).slice(0, 4_000);
    const way = ways[Math.floor(n / 2) % ways.length];
    asking.push(way.by_key);
    watch.check(`${way.name}: ${hostile}`, await way.ask(hostile), way.by_key);
  }
  is_over = true;
  const flipped = await Promise.all(flips);
  assert.ok(flipped.every((n) => n > 5), `${flipped}`);
  assert.ok(model.requests.length > count / 5, `${model.requests.length}`);
  for (const { owner, chat } of twins) {
    await checkOtherPlaces(server, owner, { chat, watch });
  }
}

/** Looks where private text might appear without being asked for. */
async function checkOtherPlaces(
  server: Server,
  owner: Member,
  { chat, watch }: { chat: string; watch: Watch },
): Promise<void> {
  const page = await server.fetch(chat.replace("/public/chat/", "/share/"));
  watch.check("the share page", await page.text());
  const { body: { session_id } } = await ask(server, chat, { message: "Hi" });
  const session = await server.fetch("/public/session", {
    headers: { "x-session-id": session_id },
  });
  watch.check("a session", await session.text());
  const wrong = await ask(server, `${chat}x`, { message: "Spare key" });
  watch.check("a problem", JSON.stringify(wrong.body));
  watch.check("the log", server.log.join("\n"), true);
  const { items } = await owner.json(
    "GET",
    `/twins/${owner.twin_id}/conversations?channel=link&limit=100`,
  );
  for (const { id } of items.slice(0, 20)) {
    const path = `/twins/${owner.twin_id}/conversations/${id}`;
    const { exchanges } = await owner.json("GET", path);
    const answers = exchanges.map(
      ({ answer, citations }: Record<string, unknown>) => [answer, citations],
    );
    watch.check("a transcript", JSON.stringify(answers));
  }
}
