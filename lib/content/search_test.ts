import assert from "node:assert/strict";
import type { z } from "zod";
import { contentQuery, type CreateContent } from "../schemas/content.ts";
import { found, openDomain, refused, staying } from "../../tests/stores.ts";
import { DAY, dayOf } from "../clock.ts";
import { keys } from "../store/keys.ts";
import { createContent, updateContent } from "./content.ts";
import { deleteContent, restoreContent } from "./deletion.ts";
import { findContent } from "./search.ts";

async function open() {
  const domain = await openDomain();
  const owner = staying(await found(domain));
  const { twin_id } = owner;
  const add = async (input: Partial<CreateContent> & { title: string }) =>
    (await createContent(domain.app, owner, twin_id, {
      body: "Words.",
      visibility: "private",
      ...input,
    })).id;
  const find = async (query: z.input<typeof contentQuery> = {}) => {
    const { items, next_cursor } = await findContent(
      domain.app,
      owner,
      twin_id,
      contentQuery.parse(query),
    );
    return { titles: items.map(({ title }) => title), next_cursor };
  };
  return Object.assign(domain, { owner, twin_id, add, find });
}

Deno.test("findContent: by title ignoring case and accents, by address, and by text", async () => {
  await using world = await open();
  await world.add({ title: "Café hours", body: "We open at nine." });
  await world.add({
    title: "Getting here",
    body: "There is a car park behind the workshop.",
    source_url: "https://clay.example/visit",
  });
  await world.add({ title: "Parking for the cafe", body: "On the street." });
  const titles = async (q: string) => (await world.find({ q })).titles;
  assert.deepEqual(await titles("CAFE"), [
    "Parking for the cafe",
    "Café hours",
  ]);
  assert.deepEqual(await titles("clay.example"), ["Getting here"]);
  // Items with the name in the title come before those that mention it.
  assert.deepEqual(await titles("park"), [
    "Parking for the cafe",
    "Getting here",
  ]);
  assert.deepEqual(await titles("glaze"), []);
});

Deno.test("findContent: finds items with all words in title or text, however many there are", async () => {
  await using world = await open();
  const { app, owner, twin_id } = world;
  const id = await world.add({
    title: "Raku day",
    body: "We glaze, then fire.",
  });
  for (let n = 0; n < 120; n++) {
    await world.add({ title: `Kiln ${n}`, body: `It cools for ${n} hours.` });
  }
  const titles = async (q: string) =>
    (await world.find({ q, limit: 100 })).titles;
  assert.deepEqual(await titles("glaze raku"), ["Raku day"]);
  assert.deepEqual(await titles("raku cools"), []);
  const first = await world.find({ q: "cools hours", limit: 100 });
  const cursor = first.next_cursor ?? "";
  const rest = await world.find({ q: "cools hours", limit: 100, cursor });
  assert.equal(first.titles.length + rest.titles.length, 120);
  // A search does not find what a text no longer contains.
  await updateContent(app, owner, twin_id, id, { body: "We throw pots." });
  assert.deepEqual(await titles("glaze"), []);
  assert.deepEqual(await titles("throw"), ["Raku day"]);
});

Deno.test("findContent: which items in which order, page by page", async () => {
  await using world = await open();
  await world.add({ title: "b 10", body: "x".repeat(30), kind: "pair" });
  await world.add({ title: "B 9", visibility: "public" });
  await world.add({ title: "a", source_url: "https://clay.example/" });
  const titles = async (query: z.input<typeof contentQuery>) =>
    (await world.find(query)).titles;
  assert.deepEqual(await titles({}), ["a", "B 9", "b 10"]);
  assert.deepEqual(await titles({ visibility: "public" }), ["B 9"]);
  assert.deepEqual(await titles({ visibility: "private" }), ["a", "b 10"]);
  assert.deepEqual(await titles({ kind: "pair" }), ["b 10"]);
  assert.deepEqual(await titles({ kind: "page" }), ["a"]);
  assert.deepEqual(await titles({ sort: "title" }), ["a", "B 9", "b 10"]);
  assert.deepEqual(await titles({ sort: "longest" }), ["b 10", "a", "B 9"]);
  const first = await world.find({ sort: "title", limit: 2 });
  assert.deepEqual(first.titles, ["a", "B 9"]);
  const cursor = first.next_cursor ?? "";
  const last = await world.find({ sort: "title", limit: 2, cursor });
  assert.deepEqual([last.titles, last.next_cursor], [["b 10"], null]);
});

Deno.test("findContent: items unchanged for 180 days, and items not quoted for 60 while others were", async () => {
  await using world = await open();
  const { app, twin_id, clock } = world;
  const titles = async (only: "stale" | "unquoted") =>
    (await world.find({ only, sort: "title" })).titles;
  const used = await world.add({ title: "Used", visibility: "public" });
  await world.add({ title: "Unused", visibility: "public" });
  await world.add({ title: "Private" });
  clock.advance(61 * DAY);
  assert.deepEqual(await titles("unquoted"), [], "nobody has asked");
  const today = dayOf(clock.now());
  await app.kv.atomic().sum(keys.quotes(twin_id, today, used), 1n).commit();
  assert.deepEqual(await titles("unquoted"), ["Unused"]);
  assert.deepEqual(await titles("stale"), []);
  clock.advance(120 * DAY);
  await world.add({ title: "New", visibility: "public" });
  assert.deepEqual(await titles("stale"), ["Private", "Unused", "Used"]);
});

Deno.test("findContent: every search sees earlier additions, changes, deletions and restores", async () => {
  await using world = await open();
  const { app, owner, twin_id } = world;
  const titles = async () => (await world.find({ sort: "title" })).titles;
  const id = await world.add({ title: "a" });
  assert.deepEqual(await titles(), ["a"]);
  await world.add({ title: "b" });
  assert.deepEqual(await titles(), ["a", "b"]);
  await updateContent(app, owner, twin_id, id, { title: "c" });
  assert.deepEqual(await titles(), ["b", "c"]);
  await deleteContent(app, owner, twin_id, id);
  assert.deepEqual(await titles(), ["b"]);
  await restoreContent(app, owner, twin_id, id);
  assert.deepEqual(await titles(), ["b", "c"]);
});

Deno.test("findContent: another team's twin is not found", async () => {
  await using world = await open();
  await world.add({ title: "secret" });
  const stranger = staying(await found(world));
  for (const query of [{}, { q: "secret" }, { kind: "text" as const }]) {
    const asked = contentQuery.parse(query);
    await assert.rejects(
      findContent(world.app, stranger, world.twin_id, asked),
      refused("not_found"),
    );
  }
});

Deno.test("ContentLists: prepares a search once at a time, with what changes meanwhile, and never fails", async () => {
  await using world = await open();
  const { app, owner, twin_id } = world;
  const id = await world.add({ title: "Kiln", body: "Fired on Fridays." });
  const { content_lists, kv } = app;
  const first = content_lists.prepareSearch(kv, twin_id);
  assert.equal(content_lists.prepareSearch(kv, twin_id), first);
  await updateContent(app, owner, twin_id, id, { body: "Fired on Mondays." });
  assert.deepEqual((await world.find({ q: "mondays" })).titles, ["Kiln"]);
  assert.deepEqual((await world.find({ q: "fridays" })).titles, []);
  await first;
  const closed = await Deno.openKv(":memory:");
  closed.close();
  await content_lists.prepareSearch(closed, "twn_other");
});
