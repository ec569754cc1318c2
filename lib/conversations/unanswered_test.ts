import assert from "node:assert/strict";
import { DAY, HOUR } from "../clock.ts";
import { listConversations, setBlocked } from "./conversations.ts";
import { endVisitorSession } from "./sessions.ts";
import type { Exchange } from "../schemas/chat.ts";
import type { UnansweredView } from "../schemas/conversation.ts";
import { keys } from "../store/keys.ts";
import { newId } from "../crypto/ids.ts";
import { sweep } from "../sweep.ts";
import { listUnanswered } from "./unanswered.ts";
import { openSharedTwin } from "../../tests/shared_twin.ts";
import { dismissUnanswered, restoreUnanswered } from "./dismissals.ts";
import { countEntries, outcomes } from "../../tests/stores.ts";

const ALL = { limit: 100 };

async function openShared() {
  const world = await openSharedTwin();
  const say = async (message: string, session_id?: string) =>
    (await world.say(message, session_id)).session_id;
  return { ...world, say };
}

Deno.test("unanswered: lists questions without an answer, but no greetings or answered ones", async () => {
  await using world = await openShared();
  const { app, owner, twin_id, say } = world;
  await say("Hello");
  await say("When do you drink oolong tea?");
  const session = await say("Do you fly helicopters?");
  await say("And submarines, do you steer those?", session);
  const { items } = await listUnanswered(app, owner, twin_id, ALL);
  assert.deepEqual(items.map(({ question }) => question), [
    "And submarines, do you steer those?",
    "Do you fly helicopters?",
  ]);
});

Deno.test("unanswered: dismissed once, and gone when the visitor deletes the conversation", async () => {
  await using world = await openShared();
  const { app, kv, owner, twin_id, say } = world;
  const session = await say("Do you fly helicopters?");
  await say("Do you steer submarines?", session);
  const { items: [{ id }] } = await listUnanswered(app, owner, twin_id, ALL);
  await dismissUnanswered(app, owner, twin_id, id);
  await assert.rejects(dismissUnanswered(app, owner, twin_id, id), {
    code: "not_found",
  });
  assert.equal(
    (await listUnanswered(app, owner, twin_id, ALL)).items.length,
    1,
  );
  await endVisitorSession(app, session);
  assert.equal(await countEntries(kv, ["unanswered"]), 0);
  assert.equal(await countEntries(kv, ["sessions_by_channel"]), 0);
});

Deno.test("unanswered: a dismissed row can be restored whole, once, without conversations deleted since", async () => {
  await using world = await openShared();
  const { app, kv, owner, twin_id, say } = world;
  await say("Do you fly helicopters?");
  await say("Do you fly helicopters at all?");
  const session = await say("So, do you fly helicopters?");
  const before = await listUnanswered(app, owner, twin_id, ALL);
  assert.equal(before.items[0].count, 3);
  const { id } = before.items[0];
  assert.equal(await dismissUnanswered(app, owner, twin_id, id), 3);
  assert.equal(await restoreUnanswered(app, owner, twin_id, id), 3);
  assert.deepEqual(await listUnanswered(app, owner, twin_id, ALL), before);
  await assert.rejects(restoreUnanswered(app, owner, twin_id, id), {
    code: "not_found",
  });
  await dismissUnanswered(app, owner, twin_id, id);
  await endVisitorSession(app, session);
  assert.equal(await restoreUnanswered(app, owner, twin_id, id), 2);
  assert.equal(await countEntries(kv, ["unanswered"]), 2);
});

Deno.test("unanswered: a dismissal can be undone within the hour, even before the sweep, and is then swept", async () => {
  await using world = await openShared();
  const { app, kv, clock, owner, twin_id, say } = world;
  await say("Do you fly helicopters?");
  const { items: [{ id }] } = await listUnanswered(app, owner, twin_id, ALL);
  await dismissUnanswered(app, owner, twin_id, id);
  clock.advance(HOUR);
  await assert.rejects(restoreUnanswered(app, owner, twin_id, id), {
    code: "not_found",
  });
  assert.equal(await countEntries(kv, ["dismissed"]), 1);
  clock.advance(2 * HOUR);
  await sweep(app);
  assert.equal(await countEntries(kv, ["dismissed"]), 0);
});

Deno.test("unanswered: of ten concurrent dismissals of one question one succeeds", async () => {
  await using world = await openShared();
  const { app, owner, twin_id, say } = world;
  await say("Do you fly helicopters?");
  const { items: [{ id }] } = await listUnanswered(app, owner, twin_id, ALL);
  const { kept, codes } = await outcomes(
    Array.from(
      { length: 10 },
      () => dismissUnanswered(app, owner, twin_id, id),
    ),
  );
  assert.equal(kept, 1);
  assert.deepEqual(new Set(codes), new Set(["not_found"]));
});

Deno.test("unanswered: a blocked visitor's questions are hidden until the visitor is unblocked", async () => {
  await using world = await openShared();
  const { app, owner, twin_id, say } = world;
  await say("Do you fly helicopters?");
  const list = async () =>
    (await listUnanswered(app, owner, twin_id, ALL)).items;
  const [asked] = await list();
  assert.deepEqual([asked.channel, asked.key_id], ["link", null]);
  const { conversation_id } = asked;
  await setBlocked(app, owner, twin_id, conversation_id, true);
  assert.deepEqual(await list(), []);
  await setBlocked(app, owner, twin_id, conversation_id, false);
  assert.deepEqual(await list(), [asked]);
});

Deno.test("unanswered: the sweep removes what an interrupted deletion left of a session", async () => {
  await using world = await openShared();
  const { app, kv, clock, owner, twin_id, say } = world;
  await say("Do you fly helicopters?");
  const { items } = await listUnanswered(app, owner, twin_id, ALL);
  await kv.delete(keys.session(items[0].conversation_id));
  assert.deepEqual((await listUnanswered(app, owner, twin_id, ALL)).items, []);
  clock.advance(90 * DAY + 2 * HOUR);
  await sweep(app);
  assert.equal(await countEntries(kv, ["messages"]), 0);
  assert.equal(await countEntries(kv, ["unanswered"]), 0);
});

Deno.test("conversations: show their first question and their channel", async () => {
  await using world = await openShared();
  const { app, owner, twin_id, say } = world;
  const session = await say("When do you drink oolong tea?");
  await say("Do you fly helicopters?", session);
  const of = (channel?: string) =>
    listConversations(app, owner, twin_id, { ...ALL, channel });
  const { items } = await of("link");
  assert.deepEqual(items.map(({ title }) => title), [
    "When do you drink oolong tea?",
  ]);
  assert.equal((await of()).items.length, 1);
  assert.equal((await of("key_1")).items.length, 0);
});

Deno.test("unanswered: with paging beyond one scan, each question counts in one row", async () => {
  await using world = await openShared();
  const { app, kv, owner, twin_id, say } = world;
  await say("Do you fly helicopters?");
  const { items: [{ conversation_id }] } = await listUnanswered(
    app,
    owner,
    twin_id,
    ALL,
  );
  const prefix = keys.messages(conversation_id);
  const [{ value }] = await Array.fromAsync(kv.list<Exchange>({ prefix }));
  for (let i = 0; i < 2_000; i++) {
    // Every other one repeats an earlier question in other words.
    const question = i % 2
      ? `Who lives in house ${i}?`
      : "Can you fly, helicopter?";
    const exchange = { ...value, id: newId("msg"), question };
    await kv.atomic().set(keys.message(conversation_id, exchange.id), exchange)
      .set(keys.unanswered(twin_id, exchange.id), {
        session_id: conversation_id,
      }).commit();
  }
  const rows: UnansweredView[] = [];
  let cursor: string | undefined;
  let pages = 0;
  do {
    const query = { limit: 70, cursor };
    const page = await listUnanswered(app, owner, twin_id, query);
    assert.ok(page.items.length <= 70);
    rows.push(...page.items);
    cursor = page.next_cursor ?? undefined;
    pages++;
    // New questions move no row to another page.
    await say(`Who paints the bridge number ${rows.length}?`);
  } while (cursor);
  assert.equal(rows.reduce((sum, { count }) => sum + count, 0), 2_001);
  assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length);
  // One row for each window of 900.
  assert.equal(rows.filter(({ count }) => count > 1).length, 3);
  const [helicopters] = rows.filter(({ count }) => count > 1);
  const gone = await dismissUnanswered(app, owner, twin_id, helicopters.id);
  assert.ok(gone > 400 && gone <= 900, `${gone}`);
  assert.equal(
    await countEntries(kv, ["unanswered"]),
    2_001 + pages - gone,
  );
});

Deno.test("unanswered: reopening the inbox reads no question again", async () => {
  await using world = await openShared();
  const { app, owner, twin_id, say } = world;
  await say("Do you fly helicopters to places?");
  await say("And submarines, do you steer those?");
  const { lexica } = app.indexes.tables;
  const first = await listUnanswered(app, owner, twin_id, ALL);
  let reads = 0;
  lexica.detect = () => {
    reads++;
    return null;
  };
  try {
    const again = await listUnanswered(app, owner, twin_id, ALL);
    assert.deepEqual(again, first);
    assert.equal(reads, 0);
  } finally {
    // Its own method again.
    Reflect.deleteProperty(lexica, "detect");
  }
});
