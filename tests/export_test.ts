// The export of all conversations and leads: complete, safe in a spreadsheet, and only for those who may read them.
import assert from "node:assert/strict";
import { iso } from "../lib/clock.ts";
import type { Exchange, Session } from "../lib/schemas/chat.ts";
import { keys } from "../lib/store/keys.ts";
import { newId } from "../lib/crypto/ids.ts";
import {
  ask,
  invite,
  makeKey,
  type Member,
  ROOMY,
  type Server,
  shareTwin,
  signUp,
  startServer,
  statusOf,
} from "./harness.ts";

const FORMULA = '=HYPERLINK("https://evil.example","x")';

async function open(member: Member, path: string) {
  const response = await member.send("GET", path);
  assert.equal(response.status, 200);
  return { headers: response.headers, text: await response.text() };
}

Deno.test("export: transcripts with sources, ratings and channel, as JSON and as a table", async () => {
  await using server = await startServer({ env: ROOMY });
  const owner = await signUp(server);
  const viewer = await invite(server, owner, "viewer");
  const { chat, token } = await shareTwin(owner);
  const { key } = await makeKey(owner, { name: "@SUM(1)" });
  const { body: { session_id, message_id } } = await ask(server, chat, {
    message: "When is tea?",
  });
  const { twin_id } = owner;
  await ask(server, `/public/ratings/${twin_id}/${token}`, {
    ...{ session_id, message_id, rating: "down", comment: "-1\nToo short" },
  });
  await ask(server, chat, { message: `${FORMULA} helicopters`, session_id });
  await ask(server, `/public/leads/${twin_id}/${token}`, {
    ...{ session_id, email: "fan@example.com", message: "+1 234" },
  });
  await ask(server, `/chat-widget/${twin_id}`, { message: "Hello" }, {
    authorization: `Bearer ${key}`,
  });
  const path = `/twins/${twin_id}/conversations/export`;
  for (const member of [owner, viewer]) {
    const { headers, text } = await open(member, `${path}?format=csv`);
    assert.equal(headers.get("content-type"), "text/csv; charset=utf-8");
    assert.match(
      headers.get("content-disposition") ?? "",
      /^attachment; filename="conversations\.csv"$/,
    );
    assert.match(
      text,
      /^conversation_id,channel,asked_at,question,answer,grounded,/,
    );
    assert.ok(text.includes(`"'=HYPERLINK(""https://evil.example"",""x"")`));
    assert.ok(text.includes(`,yes,Tea,down,"'-1\nToo short"\r\n`));
    assert.ok(text.includes(",'@SUM(1),"));
    assert.equal(text.match(/^ses_/gm)?.length, 3);
    const json = JSON.parse((await open(member, path)).text);
    assert.deepEqual(
      json.items.map((talk: { exchanges: unknown[] }) => talk.exchanges.length),
      [1, 2],
    );
    const [told] = json.items[1].exchanges;
    assert.equal(told.citations[0].title, "Tea");
    assert.equal(told.rating.comment, "-1\nToo short");
    assert.ok(!text.includes(session_id) && !text.includes("CANARY"));
  }
  const leads = `/twins/${twin_id}/leads/export`;
  const { text } = await open(viewer, `${leads}?format=csv`);
  assert.match(text, /^fan@example\.com,.*helicopters",'\+1 234,/m);
  const { items } = JSON.parse((await open(owner, leads)).text);
  assert.equal(items[0].email, "fan@example.com");
  const stranger = await signUp(server);
  for (const other of [path, leads]) {
    assert.equal(await statusOf(stranger.send("GET", other)), 404);
    const odd = viewer.send("GET", `${other}?format=xls`);
    assert.equal(await statusOf(odd), 422);
  }
});

/** Conversations written directly to the store, each with two long questions. */
async function fill({ app }: Server, { twin_id }: Member, count: number) {
  for (let i = 0; i < count; i++) {
    const now = iso(app.clock.now());
    const session: Session = {
      ...{ id: newId("ses"), twin_id, secret_hash: "h", title: `${i}` },
      channel: { kind: "link" },
      ...{ started_at: now, last_active_at: now, expires_at: now },
      ...{ messages: 2, unanswered: 0, blocked: false },
    };
    const op = app.kv.atomic().set(keys.session(session.id), session)
      .set(keys.sessionByTwin(twin_id, session.id), true);
    for (const question of ["One", "Two"]) {
      const exchange: Exchange = {
        ...{ id: newId("msg"), question_id: newId("msg"), citations: [] },
        ...{ client_message_id: null, question, answer: "x".repeat(4_000) },
        ...{ grounded: true, partial: false, is_small_talk: false },
        ...{ asked_at: now, answered_at: now },
      };
      op.set(keys.message(session.id, exchange.id), exchange);
    }
    await op.commit();
  }
}

Deno.test("export: a large export is complete; whoever is signed out meanwhile gets no more", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  await fill(server, owner, 350);
  const path = `/twins/${owner.twin_id}/conversations/export`;
  const { items } = JSON.parse((await open(owner, path)).text);
  assert.equal(items.length, 350);
  assert.equal(new Set(items.map(({ id }: { id: string }) => id)).size, 350);
  const { text } = await open(owner, `${path}?format=csv`);
  assert.equal(text.match(/^ses_/gm)?.length, 700);
  const { body } = await owner.send("GET", `${path}?format=csv`);
  assert.ok(body);
  const reader = body.getReader();
  assert.ok((await reader.read()).value);
  assert.equal(await statusOf(owner.send("POST", "/logout")), 303);
  let rest = 0;
  await assert.rejects(async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      rest += value.length;
    }
  });
  assert.ok(rest < text.length / 2, `${rest} of ${text.length} bytes came`);
});
