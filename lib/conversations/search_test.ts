import assert from "node:assert/strict";
import { askByLink } from "../chat/ask.ts";
import { DAY } from "../clock.ts";
import { collectAnswer } from "../http/chat_response.ts";
import { requireShare, setSharing } from "../sharing/share_links.ts";
import { createContent } from "../content/content.ts";
import { found, openDomain, staying } from "../../tests/stores.ts";
import { findConversations } from "./search.ts";
import { countUnanswered, listUnanswered } from "./unanswered.ts";

async function openAsked() {
  const domain = await openDomain();
  const { app } = domain;
  const owner = await found(domain);
  const { twin_id } = owner;
  const { share_token } = await setSharing(app, owner, twin_id, true);
  const say = async (message: string) => {
    const share = await requireShare(app, twin_id, share_token);
    const talk = await askByLink(app, share, { address: "1.1.1.1" }, {
      message,
    });
    await collectAnswer(talk, new AbortController().signal);
  };
  return { ...domain, owner, twin_id, say };
}

Deno.test("search: by words of questions and answers, however spelled, and by date", async () => {
  await using world = await openAsked();
  const { app, clock, owner, twin_id, say } = world;
  await say("Do you fly HÉLICOPTERS?");
  clock.advance(10 * DAY);
  await say("Who makes bowls?");
  await say("Do helicopters swim?");
  const titles = async (wanted: { q?: string; days?: number }) => {
    const query = { limit: 50, ...wanted };
    const { items } = await findConversations(app, owner, twin_id, query);
    return items.map(({ title }) => title);
  };
  assert.deepEqual(await titles({ q: "helicopters" }), [
    "Do helicopters swim?",
    "Do you fly HÉLICOPTERS?",
  ]);
  assert.deepEqual(await titles({ q: "helicopters fly" }), [
    "Do you fly HÉLICOPTERS?",
  ]);
  assert.deepEqual(await titles({ q: "helicopters", days: 7 }), [
    "Do helicopters swim?",
  ]);
  assert.equal((await titles({})).length, 3);
  await createContent(app, staying(owner), twin_id, {
    ...{ title: "Bowls", body: "Yuki turns them in Porto." },
    visibility: "public",
  });
  await say("And who makes these bowls?");
  assert.deepEqual(await titles({ q: "PÓRTO yuki" }), [
    "And who makes these bowls?",
  ]);
  // Words from two answers do not match together.
  assert.deepEqual(await titles({ q: "porto helicopters" }), []);
});

Deno.test("search: paging neither repeats nor skips", async () => {
  await using world = await openAsked();
  const { app, owner, twin_id, say } = world;
  for (const n of [1, 2, 3, 4, 5]) {
    await say(`Bowl ${n}?`);
    await say(`Cup ${n}?`);
  }
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const query = { q: "bowl", limit: 2, cursor };
    const page = await findConversations(app, owner, twin_id, query);
    seen.push(...page.items.map(({ title }) => title));
    cursor = page.next_cursor ?? undefined;
  } while (cursor);
  assert.deepEqual(seen, [5, 4, 3, 2, 1].map((n) => `Bowl ${n}?`));
});

Deno.test("search: fewer long conversations are scanned per page", async () => {
  await using world = await openAsked();
  const { app, kv, owner, twin_id, say } = world;
  await say("Do you sail?");
  const entries = await Array.fromAsync(kv.list({ prefix: [] }));
  const of = entries.filter(({ key }) =>
    /ses_/.test(String(key.at(-1))) || key[0] === "messages"
  );
  const text = "What is said here goes on. ".repeat(170);
  const first = String(of[0].key.find((part) => /^ses_/.test(String(part))));
  for (let n = 0; n < 120; n++) {
    const id = `${first.slice(0, -4)}${String(n).padStart(4, "0")}`;
    for (const { key, value } of of) {
      const place = key.map((part) => part === first ? id : part);
      if (key[0] !== "messages") {
        await kv.set(
          place,
          typeof value === "object" ? { ...value, id } : value,
        );
        continue;
      }
      for (let i = 10; i < 30; i++) {
        const said = { ...value as object, question: "Well?", answer: text };
        await kv.set([...place.slice(0, -1), `msg_${i}`], said);
      }
    }
  }
  let looks = 0;
  let found = 0;
  let cursor: string | undefined;
  do {
    const query = { q: "zeppelin", limit: 50, cursor };
    const page = await findConversations(app, owner, twin_id, query);
    found += page.items.length;
    cursor = page.next_cursor ?? undefined;
    looks++;
  } while (cursor);
  assert.deepEqual([looks, found], [2, 0]);
});

Deno.test("unanswered: weak answers have their own list and its count", async () => {
  await using world = await openAsked();
  const { app, owner, twin_id, say } = world;
  await say("Do you fly helicopters?");
  const list = async (confidence: "near" | "none") =>
    (await listUnanswered(app, owner, twin_id, { limit: 50, confidence }))
      .items.length;
  assert.equal(await list("none"), 1);
  assert.equal(await list("near"), 0);
  assert.deepEqual(await countUnanswered(app, owner, twin_id), {
    ...{ near: 0, none: 1, has_more: false },
  });
});
