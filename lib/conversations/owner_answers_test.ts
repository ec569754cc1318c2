import assert from "node:assert/strict";
import { answerQuestion } from "./owner_answers.ts";
import { tryQuestion } from "../chat/try_question.ts";
import { deleteContent } from "../content/deletion.ts";
import { listContent } from "../content/listing.ts";
import { leaveEmail, listLeads, setAnswered } from "./leads.ts";
import { endVisitorSession } from "./sessions.ts";
import { listUnanswered } from "./unanswered.ts";
import { openSharedTwin } from "../../tests/shared_twin.ts";
import { countEntries, outcomes, refused } from "../../tests/stores.ts";

const ALL = { limit: 100 };

async function openShared(env?: Record<string, string>) {
  const world = await openSharedTwin(env);
  const { app, owner, twin_id } = world;
  const unanswered = async () =>
    (await listUnanswered(app, owner, twin_id, ALL)).items;
  const leads = async () => (await listLeads(app, owner, twin_id, ALL)).items;
  return { ...world, unanswered, leads };
}

Deno.test("answers: the row leaves the list, those who left an e-mail are done, and the twin cites the answer", async () => {
  await using world = await openShared();
  const { app, owner, twin_id, say, unanswered, leads } = world;
  const { session_id } = await say("Do you fly helicopters?");
  await leaveEmail(app, twin_id, { session_id, email: "fan@example.com" });
  await say("Can you fly a helicopter?");
  await say("Do you steer submarines?");
  const rows = await unanswered();
  assert.deepEqual(rows.map(({ count, ways }) => [count, ways]), [
    [1, []],
    [2, ["Do you fly helicopters?"]],
  ]);
  assert.deepEqual(rows[1].leads.map(({ email }) => email), [
    "fan@example.com",
  ]);
  const { item, ...settled } = await answerQuestion(app, owner, twin_id, {
    question: "Do you fly helicopters?",
    answer: "Only **small** ones.\n\n- the red one",
    message_id: rows[1].id,
  });
  assert.deepEqual(settled, { questions: 2, leads: 1, waiting: 0 });
  assert.deepEqual([item.visibility, item.kind], ["public", "pair"]);
  assert.deepEqual((await unanswered()).map(({ id }) => id), [rows[0].id]);
  assert.notEqual((await leads())[0].answered_at, null);
  const again = await say("can you fly a helicopter");
  assert.equal(again.answer, "Only **small** ones.\n\n- the red one");
  assert.equal(again.grounded, true);
  assert.equal(again.citations[0].title, "Do you fly helicopters?");
  const question = "can you fly a helicopter";
  const tried = await tryQuestion(app, owner, {
    twin_id,
    as: "public",
    question,
  });
  assert.equal(tried.answer, again.answer);
});

Deno.test("answers: a correction ranks before other passages; correcting it again keeps one item", async () => {
  await using world = await openShared();
  const { app, owner, twin_id, say } = world;
  const question = "When do you drink oolong tea?";
  const before = await say(question);
  assert.match(before.answer, /seven/);
  await answerQuestion(app, owner, twin_id, {
    question,
    answer: "At eight since May.",
    message_id: before.message_id,
  });
  const { answer, citations } = await say(question, before.session_id);
  assert.equal(answer, "At eight since May.");
  assert.deepEqual(citations, [{
    title: question,
    excerpt: "At eight since May.",
  }]);
  const { item } = await answerQuestion(app, owner, twin_id, {
    question: "When do you drink your oolong teas?",
    answer: "At nine.",
  });
  // In any of these words.
  for (const asked of [question, "your oolong teas: when do you drink them?"]) {
    assert.equal((await say(asked)).answer, "At nine.");
  }
  const { items } = await listContent(app, owner, twin_id, ALL);
  assert.equal(items.length, 2);
  // Another question on the same subject is unaffected, and without the answer all is as before.
  assert.notEqual(
    (await say("Where do you drink oolong tea?")).answer,
    "At nine.",
  );
  await deleteContent(app, owner, twin_id, item.id);
  assert.match((await say(question)).answer, /seven/);
});

Deno.test("answers: of ten concurrent answers to one question one succeeds", async () => {
  await using world = await openShared();
  const { app, owner, twin_id, say, unanswered } = world;
  await say("Do you fly helicopters?");
  const [{ id }] = await unanswered();
  const { kept, codes } = await outcomes(
    Array.from({ length: 10 }, (_, i) =>
      answerQuestion(app, owner, twin_id, {
        question: "Do you fly helicopters?",
        answer: `Answer ${i}`,
        message_id: id,
      })),
  );
  assert.equal(kept, 1);
  assert.deepEqual(new Set(codes), new Set(["conflict"]));
  const { items } = await listContent(app, owner, twin_id, ALL);
  assert.equal(items.length, 2);
});

Deno.test("answers: a visitor with too many letters keeps waiting; if all have too many, nothing is saved", async () => {
  await using world = await openShared({
    TWINCAST_MAIL_URL: "smtp://127.0.0.1:1",
    TWINCAST_MAIL_FROM: "hello@example.com",
    TWINCAST_SECRET: "0123456789abcdef0123456789abcdef",
    TWINCAST_LIMIT_MAILED: "2/86400s",
  });
  const { app, owner, twin_id, say, leads } = world;
  const leave = async (question: string, email: string) => {
    const { session_id } = await say(question);
    await leaveEmail(app, twin_id, { session_id, email });
    return (await leads())[0].id;
  };
  const answer = (question: string, lead_id: string) =>
    answerQuestion(app, owner, twin_id, {
      ...{ question, answer: "No.", mail: true },
      lead_id,
    });
  const [fly, steer] = ["Do you fly helicopters?", "Do you steer submarines?"];
  const id = await leave(fly, "victim@example.com");
  for (let n = 0; n < 2; n++) {
    assert.equal((await answer(fly, id)).leads, 1);
    await setAnswered(app, owner, twin_id, id, false);
  }
  await assert.rejects(answer(fly, id), refused("rate_limited"));
  await leave(steer, "victim@example.com");
  const { leads: sent, waiting } = await answer(
    steer,
    await leave(steer, "other@example.com"),
  );
  assert.deepEqual({ sent, waiting }, { sent: 1, waiting: 1 });
  const open = (await leads()).filter(({ answered_at }) => !answered_at);
  assert.deepEqual(
    new Set(open.map(({ email }) => email)),
    new Set(["victim@example.com"]),
  );
});

Deno.test("answers: looks up a lead's question by e-mail alone; unknown e-mails are not found", async () => {
  await using world = await openShared();
  const { app, kv, owner, twin_id, say, unanswered, leads } = world;
  const { session_id } = await say("Do you fly helicopters?");
  await leaveEmail(app, twin_id, { session_id, email: "fan@example.com" });
  const [{ id }] = await leads();
  const input = { question: "Do you fly helicopters?", answer: "No." };
  await assert.rejects(
    answerQuestion(app, owner, twin_id, {
      ...input,
      lead_id: `${id.slice(0, -4)}0000`,
    }),
    { code: "not_found" },
  );
  const { leads: done } = await answerQuestion(app, owner, twin_id, {
    ...input,
    lead_id: id,
  });
  assert.equal(done, 1);
  assert.deepEqual(await unanswered(), []);
  // What a visitor deletes is gone, answered or not.
  await endVisitorSession(app, session_id);
  assert.deepEqual(await leads(), []);
  assert.equal(await countEntries(kv, ["answered_leads"]), 0);
});

Deno.test("leads: waiting leads come first, page by page; they can be marked and unmarked", async () => {
  await using world = await openShared();
  const { app, owner, twin_id, say } = world;
  const sessions: string[] = [];
  for (const n of [1, 2, 3, 4, 5]) {
    const { session_id } = await say("Do you fly helicopters?");
    sessions.push(session_id);
    await leaveEmail(app, twin_id, { session_id, email: `v${n}@example.com` });
  }
  const pages = async (limit: number) => {
    const seen: string[][] = [];
    let cursor: string | undefined;
    do {
      const page = await listLeads(app, owner, twin_id, { limit, cursor });
      seen.push(page.items.map(({ email }) => email.slice(0, 2)));
      cursor = page.next_cursor ?? undefined;
    } while (cursor);
    return seen;
  };
  const { items } = await listLeads(app, owner, twin_id, ALL);
  for (const { id } of [items[0], items[2]]) {
    const { answered_at } = await setAnswered(app, owner, twin_id, id, true);
    assert.notEqual(answered_at, null);
    // A second time changes nothing.
    const again = await setAnswered(app, owner, twin_id, id, true);
    assert.equal(again.answered_at, answered_at);
  }
  assert.deepEqual(await pages(5), [["v4", "v2", "v1", "v5", "v3"]]);
  assert.deepEqual(await pages(3), [["v4", "v2", "v1"], ["v5", "v3"]]);
  assert.deepEqual(await pages(2), [["v4", "v2"], ["v1", "v5"], ["v3"]]);
  await setAnswered(app, owner, twin_id, items[0].id, false);
  assert.deepEqual((await pages(1)).flat(), ["v5", "v4", "v2", "v1", "v3"]);
  // Leaving an e-mail again means waiting again.
  await leaveEmail(app, twin_id, {
    session_id: sessions[2],
    email: "v3@example.com",
  });
  assert.deepEqual((await pages(9)).flat(), ["v5", "v4", "v3", "v2", "v1"]);
  assert.equal(await countEntries(app.kv, ["answered_leads"]), 0);
});

Deno.test("leads: concurrent marks while the visitor changes the address leave one whole lead", async () => {
  await using world = await openShared();
  const { app, owner, twin_id, say, leads } = world;
  const { session_id } = await say("Do you fly helicopters?");
  await leaveEmail(app, twin_id, { session_id, email: "old@example.com" });
  const [{ id }] = await leads();
  const { kept } = await outcomes([
    ...Array.from(
      { length: 6 },
      (_, i) => setAnswered(app, owner, twin_id, id, i % 2 === 0),
    ),
    leaveEmail(app, twin_id, { session_id, email: "new@example.com" }),
  ]);
  assert.equal(kept, 7);
  assert.deepEqual((await leads()).map(({ email }) => email), [
    "new@example.com",
  ]);
});
