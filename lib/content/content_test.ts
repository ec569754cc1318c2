import assert from "node:assert/strict";
import fc from "fast-check";
import { ownerReader, publicReader } from "./reader.ts";
import { updateContent } from "./content.ts";
import { getContent } from "./listing.ts";
import { deleteContent } from "./deletion.ts";
import { keys } from "../store/keys.ts";
import { found, refused } from "../../tests/stores.ts";
import {
  add,
  longText,
  openWithOwner,
  publicText,
} from "../../tests/content_world.ts";

Deno.test("createContent: content comes back as stored, of any size and in any script", async () => {
  await using world = await openWithOwner();
  const { app, owner, twin_id } = world;
  const bodies = [
    "x",
    "茶".repeat(140_000),
    "👩‍🚀".repeat(60_000),
    "é\r\n\u2028\t".repeat(10_000),
    longText(524_288, "ascii").slice(0, 524_288),
  ];
  for (const body of bodies) {
    const { id, characters } = await add(world, body);
    assert.equal(characters, body.length);
    const stored = await getContent(app, owner, twin_id, id);
    assert.ok(stored.body === body, `${body.slice(0, 10)}…`);
  }
});

Deno.test("createContent: any text comes back, and its passages contain all of its words", async () => {
  await using world = await openWithOwner();
  const { app, kv, owner, twin_id } = world;
  const texts = fc.string({ unit: "grapheme", minLength: 1, maxLength: 3_000 })
    .filter((text) => text.trim() !== "" && !text.includes("\0"));
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      const { id, passages } = await add(world, text);
      assert.equal((await getContent(app, owner, twin_id, id)).body, text);
      const reader = ownerReader(kv, twin_id);
      const item = (await reader.items()).get(id);
      const stored = await reader.passages(id, item?.revision ?? "");
      assert.equal(stored.length, passages);
      const dense = (s: string) => s.replace(/\s/g, "");
      assert.equal(dense(stored.join("")), dense(text));
    }),
    { numRuns: 30 },
  );
});

Deno.test("createContent: 2 MB in many commits become visible in one", async () => {
  await using world = await openWithOwner();
  const { app, kv, owner, twin_id } = world;
  const before = longText(2_000_000, "before");
  const after = longText(2_100_000, "after");
  const { id } = await add(world, before, "public");
  let reading = true;
  const seen = new Set<string>();
  const [first, last] = [before, after].map(() =>
    Promise.withResolvers<void>()
  );
  const reader = (async () => {
    while (reading) {
      const { body } = await getContent(app, owner, twin_id, id);
      assert.ok(body === before || body === after, "a mixture was read");
      seen.add(body === before ? "before" : "after");
      (body === before ? first : last).resolve();
      const open = publicReader(kv, twin_id);
      const item = (await open.items()).get(id);
      assert.ok(item);
      const passages = await open.passages(id, item.revision);
      // Null if its revision was replaced between the two reads.
      const marks = new Set(passages.map((p) => p.slice(0, p.indexOf(" "))));
      assert.ok(marks.size <= 1, "passages of two revisions were read");
    }
  })();
  // A failing reader is not waited for.
  await Promise.race([first.promise, reader]);
  await updateContent(app, owner, twin_id, id, { body: after });
  await Promise.race([last.promise, reader]);
  reading = false;
  await reader;
  assert.deepEqual([...seen], ["before", "after"]);
  assert.ok(!(await publicText(world)).includes("before line"));
});

Deno.test("publicReader: opens no private passage, even when given its location", async () => {
  await using world = await openWithOwner();
  const { kv, twin_id } = world;
  const { id } = await add(world, "CANARY", "private");
  const owners = ownerReader(kv, twin_id);
  const revision = (await owners.items()).get(id)?.revision ?? "";
  assert.deepEqual(await owners.passages(id, revision), ["CANARY"]);
  const visitors = publicReader(kv, twin_id);
  assert.deepEqual(await visitors.passages(id, revision), []);
  assert.equal((await visitors.items()).size, 0, "not even its title");
});

Deno.test("createContent: a duplicate text names the item that holds it", async () => {
  await using world = await openWithOwner();
  const { app, owner, twin_id } = world;
  const first = await add(world, "The same");
  assert.equal(first.duplicate_of, undefined);
  const second = await add(world, "The same");
  assert.equal(second.duplicate_of, first.id);
  await deleteContent(app, owner, twin_id, first.id);
  assert.equal((await add(world, "The same")).duplicate_of, second.id);
  await updateContent(app, owner, twin_id, second.id, { body: "Another" });
  assert.equal((await add(world, "Another")).duplicate_of, second.id);
});

Deno.test("content: every change gives the twin's content a new version", async () => {
  await using world = await openWithOwner();
  const { app, kv, owner, twin_id } = world;
  const versions: unknown[] = [];
  const note = async () =>
    versions.push((await kv.get(keys.contentVersion(twin_id))).value);
  await note();
  const { id } = await add(world, "One");
  await note();
  await updateContent(app, owner, twin_id, id, { title: "Two" });
  await note();
  await deleteContent(app, owner, twin_id, id);
  await note();
  assert.equal(new Set(versions).size, versions.length);
});

Deno.test("content: another tenant's twin and item are not found", async () => {
  await using world = await openWithOwner();
  const { app } = world;
  const { id } = await add(world, "Mine");
  const other = await found(world);
  for (const twin_id of [world.twin_id, other.twin_id, "-"]) {
    await assert.rejects(
      getContent(app, other, twin_id, id),
      refused("not_found"),
    );
    await assert.rejects(
      updateContent(app, other, twin_id, id, { title: "Theirs" }),
      refused("not_found"),
    );
    await assert.rejects(
      deleteContent(app, other, twin_id, id),
      refused("not_found"),
    );
  }
});

Deno.test("createContent: a comment hidden by the author is in no passage, however long the text", async () => {
  await using world = await openWithOwner();
  for (const times of [1, 4_000]) {
    const open = "The boat leaves at nine. ".repeat(times);
    const body = `${open}\n\n<!-- the margin is 40 percent -->\n\nBring a hat.`;
    const item = await add(world, body, "public");
    assert.equal(item.body, body);
    const passages = await publicText(world);
    assert.doesNotMatch(passages, /margin|<!--/);
    assert.match(passages, /Bring a hat\./);
  }
});
