import assert from "node:assert/strict";
import { askByLink } from "../chat/ask.ts";
import { DAY } from "../clock.ts";
import { CONTENT } from "../tools/demo/content.ts";
import { createContent, updateContent } from "../content/content.ts";
import { deleteContent } from "../content/deletion.ts";
import { rateAnswer } from "../conversations/ratings.ts";
import { collectAnswer } from "../http/chat_response.ts";
import { requireShare, setSharing } from "../sharing/share_links.ts";
import { pageKey } from "../sources/source_pages.ts";
import { keys } from "../store/keys.ts";
import { sweep } from "../sweep.ts";
import { countEntries, found, openDomain } from "../../tests/stores.ts";
import {
  dismissFinding,
  listFindings,
  listLatestFindings,
  restoreFinding,
} from "./findings.ts";
import { ContentFindings } from "./content_findings.ts";

async function openTwin() {
  const domain = await openDomain();
  const { app } = domain;
  const owner = await found(domain);
  const { twin_id } = owner;
  const { share_token } = await setSharing(app, owner, twin_id, true);
  const write = (
    title: string,
    body: string,
    visibility: "public" | "private" = "public",
  ) => createContent(app, owner, twin_id, { title, body, visibility });
  const ask = async (message: string) => {
    const share = await requireShare(app, twin_id, share_token);
    const talk = await askByLink(app, share, { address: "1.1.1.1" }, {
      message,
    });
    return await collectAnswer(talk, new AbortController().signal);
  };
  const list = async (kind: string, actor = owner) =>
    (await listFindings(app, actor, twin_id, { limit: 100 })).items
      .filter((one) => one.kind === kind);
  return { ...domain, owner, twin_id, write, ask, list };
}

/** Writes content whose scan takes longer than a page waits. */
async function writeMany(
  write: (title: string, body: string) => Promise<unknown>,
): Promise<void> {
  for (let n = 0; n < 200; n++) {
    await write(
      `Note ${n}`,
      `${n} notes of ${n} euros and ${n} days. `.repeat(9),
    );
  }
}

Deno.test("findings: contradictions and duplicates between texts, until they are fixed", async () => {
  await using twin = await openTwin();
  const { app, owner, twin_id, write, list } = twin;
  const a = await write("Shipping", "Standard delivery takes 3 days.");
  const b = await write("Delivery", "A standard delivery takes 5 days.");
  const [against] = await list("contradiction");
  assert.deepEqual(new Set(against.content_ids), new Set([a.id, b.id]));
  assert.match(against.detail, /3 days.*5 days/s);
  await updateContent(app, owner, twin_id, b.id, {
    body: "A standard delivery takes 3 days.",
  });
  assert.deepEqual(await list("contradiction"), []);

  const text =
    "We fire our clay in a kiln that is built of bricks, and glaze it by hand in the yard.";
  const c = await write("The kiln", text);
  const d = await write("Our kiln", `${text} Come and see.`);
  const [alike] = await list("near_duplicate");
  assert.deepEqual(new Set(alike.content_ids), new Set([c.id, d.id]));
  await deleteContent(app, owner, twin_id, d.id);
  assert.deepEqual(await list("near_duplicate"), []);

  const long = await write("Long", "Clay and fire. ".repeat(1_500));
  const [too_long] = await list("too_long");
  assert.deepEqual(too_long.content_ids, [long.id]);
});

Deno.test("findings: during a scan of changed content a page shows the earlier findings and their time", async () => {
  await using twin = await openTwin();
  const { owner, twin_id, write } = twin;
  const app = { ...twin.app, content_findings: new ContentFindings(0) };
  const list = async () => {
    const { findings, as_of_ms } = await listLatestFindings(
      app,
      owner,
      twin_id,
      { limit: 100 },
    );
    return { kinds: findings.items.map(({ kind }) => kind), as_of_ms };
  };
  await write("Shipping", "Standard delivery takes 3 days.");
  await writeMany(write);
  // The first time there is nothing earlier to show.
  const first = await list();
  assert.equal(first.as_of_ms, null);
  const looked_ms = app.clock.now();
  twin.clock.advance(60_000);
  await write("Delivery", "A standard delivery takes 5 days.");
  assert.deepEqual(await list(), { ...first, as_of_ms: looked_ms });
  await app.content_findings.get(app, twin_id);
  const { kinds } = await list();
  assert.equal(kinds.length, first.kinds.length + 1);
  assert.equal(kinds[0], "contradiction");
});

Deno.test("findings: another process shows the latest findings at once; they go with what they quote", async () => {
  await using twin = await openTwin();
  const { owner, twin_id, write, clock } = twin;
  await write("Shipping", "Standard delivery takes 3 days.");
  const { id } = await write("Delivery", "A standard delivery takes 5 days.");
  await writeMany(write);
  const list = async () => {
    // A process that has not scanned anything, and does not wait.
    const app = { ...twin.app, content_findings: new ContentFindings(0) };
    const told = await listLatestFindings(app, owner, twin_id, { limit: 9 });
    await app.content_findings.get(app, twin_id);
    return told;
  };
  const looked_ms = clock.now();
  await list();
  clock.advance(60_000);
  const { findings: { items: [first] }, as_of_ms } = await list();
  assert.equal(as_of_ms, looked_ms);
  assert.match(first.detail, /3 days.*5 days/s);
  await deleteContent(twin.app, owner, twin_id, id);
  clock.advance(8 * DAY);
  await sweep(twin.app);
  const kept = await twin.kv.get(keys.foundInContent(twin_id));
  assert.equal(kept.value, null);
});

Deno.test("findings: a private item that shares no word with a question is not offered as its answer", async () => {
  await using twin = await openTwin();
  // The potter's private item is a sure answer to it, by what its words mean.
  for (const { title, body, visibility = "public" } of CONTENT) {
    await twin.write(title, body, visibility);
  }
  await twin.ask("Are you on Etsy?");
  assert.deepEqual(await twin.list("private_answer"), []);
  assert.equal((await twin.list("unanswered")).length, 1);
  await twin.ask("Do shops pay less from thirty pieces on?");
  assert.equal((await twin.list("private_answer")).length, 1);
});

Deno.test("findings: a date is past when its day is over, and is no finding where it was history from the start", async () => {
  await using twin = await openTwin();
  const { clock, write, list } = twin;
  const day = new Date(clock.now() + 3 * DAY).toISOString().slice(0, 10);
  const { id } = await write("Market", `The market is on ${day} in the yard.`);
  await write("History", "The pottery was founded on 1998-05-04.");
  assert.deepEqual(await list("past_date"), []);
  clock.advance(5 * DAY);
  assert.deepEqual(
    (await list("past_date")).map((one) => one.content_ids),
    [[id]],
  );
});

Deno.test("findings: questions without an answer, and private items that contain it", async () => {
  await using twin = await openTwin();
  const { app, owner, twin_id, write, ask, list } = twin;
  await ask("Do you repair helicopters?");
  const [open] = await list("unanswered");
  assert.match(open.detail, /Do you repair helicopters\?/);
  assert.ok(open.message_id && open.conversation_id);
  const { id } = await write(
    "Helicopters",
    "We repair helicopters on Mondays.",
    "private",
  );
  assert.deepEqual(await list("unanswered"), []);
  const [hidden] = await list("private_answer");
  assert.deepEqual(hidden.content_ids, [id]);
  await updateContent(app, owner, twin_id, id, { visibility: "public" });
  assert.deepEqual(await list("private_answer"), []);
  // A program that may read content may not read what visitors said.
  const key = { id: "key_1", hash: "h", twin_id, scope: "content:read" };
  const program = { ...owner, key } as typeof owner;
  assert.deepEqual(await list("unanswered", program), []);
});

Deno.test("findings: answers rated down, with their sources", async () => {
  await using twin = await openTwin();
  const { app, twin_id, write, ask, list } = twin;
  const { id } = await write("Tea", "Tea is served at eight in the garden.");
  const { session_id, message_id } = await ask("When is tea served?");
  await rateAnswer(app, twin_id, {
    ...{ session_id, message_id, rating: "down", comment: "It was nine" },
  });
  const [rated] = await list("rated_down");
  assert.deepEqual(rated.content_ids, [id]);
  assert.equal(rated.message_id, message_id);
  assert.match(rated.detail, /It was nine/);
});

Deno.test("findings: items not quoted for 60 days while others were", async () => {
  await using twin = await openTwin();
  const { app, kv, clock, twin_id, write, ask, list } = twin;
  const tea = await write("Tea", "Tea is served at eight in the garden.");
  const clay = await write("Clay", "Our clay comes from the river bank.");
  clock.advance(61 * DAY);
  assert.deepEqual(await list("never_quoted"), [], "nobody has asked");
  for (let n = 0; n < 3; n++) await ask("When is tea served?");
  const ids = (await list("never_quoted")).flatMap((one) => one.content_ids);
  assert.ok(ids.includes(clay.id) && !ids.includes(tea.id));
  const counts = await app.quotes.count(kv, twin_id, 30, clock.now());
  assert.equal(counts.get(tea.id), 3);
  // Nothing is known about a younger store.
  await kv.set(keys.quotesSince(), new Date(clock.now()).toISOString());
  assert.deepEqual(await list("never_quoted"), []);
  clock.advance(70 * DAY);
  await sweep(app);
  assert.equal(await countEntries(kv, keys.quotesOf(twin_id)), 0);
});

Deno.test("findings: sources with a page that was missing twice", async () => {
  await using twin = await openTwin();
  const { kv, twin_id, list } = twin;
  const url = "https://example.com/gone";
  await kv.set(keys.source(twin_id, "src_1"), { id: "src_1", twin_id, url });
  const page = { url, title: "", depth: 0, n: 0, job_id: null, items: [] };
  await kv.set(pageKey("src_1", url), { ...page, missing: 1 });
  assert.deepEqual(await list("unreachable"), []);
  await kv.set(pageKey("src_1", url), { ...page, missing: 2 });
  const [gone] = await list("unreachable");
  assert.equal(gone.source_id, "src_1");
  assert.match(gone.detail, /example\.com\/gone/);
});

Deno.test("findings: a dismissed one leaves the list, can be restored, and is forgotten after a year", async () => {
  await using twin = await openTwin();
  const { app, kv, clock, owner, twin_id, write, list } = twin;
  await write("Long", "Clay and fire. ".repeat(1_500));
  const [{ id }] = await list("too_long");
  await dismissFinding(app, owner, twin_id, id);
  assert.deepEqual(await list("too_long"), []);
  await restoreFinding(app, owner, twin_id, id);
  assert.equal((await list("too_long")).length, 1);
  await assert.rejects(restoreFinding(app, owner, twin_id, id), /not/);
  await assert.rejects(dismissFinding(app, owner, twin_id, "fnd_none"), /not/);
  await dismissFinding(app, owner, twin_id, id);
  clock.advance(366 * DAY);
  await sweep(app);
  assert.equal(await countEntries(kv, keys.dismissedFindings(twin_id)), 0);
});
