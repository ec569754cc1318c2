// Stores made by earlier versions of this program are in tests/stores, each with its content: all of it is there when
// they are opened today.
import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { MINUTE } from "../lib/clock.ts";
import { ask, post, type Server, startServer, statusOf } from "./harness.ts";
import { tempStore } from "./stores.ts";

type Holds = {
  made_at: string;
  email: string;
  password: string;
  cookie: string;
  twin_id: string;
  share_token: string;
  key: string;
  invite_path: string;
  items: { id: string; title: string; body: string; visibility: string }[];
  conversations: {
    session_id: string;
    messages: { question: string; answer: string }[];
  }[];
  /** What only later versions could store. */
  lead?: string;
  webhook?: string;
  handle?: string;
};
type OldStore = { holds: Holds; rows: [string, string, number][] };

const FOLDER = new URL("./stores/", import.meta.url);

function bytes(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
}

/** Writes the rows into a store file in Deno's format. */
async function restore(path: string, { rows }: OldStore): Promise<void> {
  (await Deno.openKv(path)).close();
  const file = new DatabaseSync(path);
  const put = file.prepare(
    "INSERT INTO kv (k, v, v_encoding, version, seq, expiration_ms) VALUES (?, ?, ?, 1, 0, -1)",
  );
  for (const [key, value, encoding] of rows) {
    put.run(bytes(key), bytes(value), encoding);
  }
  file.close();
}

async function requireAll(server: Server, holds: Holds): Promise<void> {
  const { cookie, twin_id } = holds;
  // deno-lint-ignore no-explicit-any -- a test reads what it expects to be there
  const get = async (path: string): Promise<any> => {
    const response = await server.fetch(path, { headers: { cookie } });
    const text = await response.text();
    assert.equal(response.status, 200, `${path}: ${text}`);
    return JSON.parse(text);
  };
  assert.equal((await get("/me")).user.email, holds.email);
  const { email, password } = holds;
  assert.equal(
    await statusOf(post(server, "/login", { email, password })),
    303,
  );
  for (const item of holds.items) {
    const { title, body, visibility } = await get(
      `/twins/${twin_id}/content/${item.id}`,
    );
    assert.deepEqual({ id: item.id, title, body, visibility }, item);
  }
  const conversations = `/twins/${twin_id}/conversations`;
  for (const channel of ["", "?channel=link"]) {
    const { items } = await get(conversations + channel);
    assert.equal(items.length, channel ? 1 : holds.conversations.length);
  }
  const { items } = await get(conversations);
  const said: string[] = [];
  for (const { id } of items) {
    said.push(JSON.stringify(await get(`${conversations}/${id}`)));
  }
  for (const { messages } of holds.conversations) {
    for (const { question, answer } of messages) {
      assert.ok(
        said.some((one) => one.includes(question) && one.includes(answer)),
        question,
      );
    }
  }
  const missed = await get(`/twins/${twin_id}/unanswered`);
  assert.match(JSON.stringify(missed), /How tall is the tower of Pisa/);
  const { lead, webhook, handle } = holds;
  if (lead) {
    const { items: [{ email }] } = await get(`/twins/${twin_id}/leads`);
    assert.equal(email, lead);
  }
  if (webhook) {
    assert.equal((await get("/webhooks")).items[0].url, webhook);
  }
  if (handle) {
    assert.equal(await statusOf(server.fetch(`/@${handle}`)), 200);
  }
  assert.equal(await statusOf(server.fetch(holds.invite_path)), 200);
  const message = { message: "When do you drink oolong tea?" };
  const by_link = `/public/chat/${twin_id}/${holds.share_token}`;
  const by_key = `/chat-widget/${twin_id}`;
  const authorization = { authorization: `Bearer ${holds.key}` };
  for (
    const { status, body } of [
      await ask(server, by_link, message),
      await ask(server, by_key, message, authorization),
    ]
  ) {
    assert.equal(status, 200, JSON.stringify(body));
    assert.match(body.answer, /oolong tea every morning at seven/);
  }
}

for await (const { name } of Deno.readDir(FOLDER)) {
  Deno.test(`an older store: ${name} keeps everything`, async () => {
    await using file = await tempStore();
    const old: OldStore = JSON.parse(
      await Deno.readTextFile(new URL(name, FOLDER)),
    );
    await restore(file.path, old);
    const now_ms = Date.parse(old.holds.made_at) + MINUTE;
    const open = () => startServer({ kv_path: file.path, now_ms });
    {
      await using server = await open();
      await requireAll(server, old.holds);
      // A visitor's old session id still opens their conversation.
      for (const { session_id } of old.holds.conversations) {
        const response = server.fetch("/public/session", {
          headers: { "x-session-id": session_id },
        });
        const known = session_id.startsWith("ses_");
        assert.equal(await statusOf(response), known ? 200 : 404);
      }
    }
    await using again = await open();
    assert.equal((await again.fetch("/healthz")).status, 200);
  });
}
