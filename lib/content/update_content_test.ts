import assert from "node:assert/strict";
import { publicReader } from "./reader.ts";
import { HOUR } from "../clock.ts";
import { updateContent } from "./content.ts";
import { getContent } from "./listing.ts";
import { CONTENT_KEPT_MS, deleteContent } from "./deletion.ts";
import type { ContentItem, UpdateContentInput } from "../schemas/content.ts";
import { keys } from "../store/keys.ts";
import { sweep } from "../sweep.ts";
import { countEntries, outcomes, refused } from "../../tests/stores.ts";
import {
  add,
  countTexts,
  longText,
  namedRevisions,
  openWithOwner,
  publicText,
} from "../../tests/content_world.ts";

Deno.test("updateContent: text and visibility switch together", async () => {
  await using world = await openWithOwner();
  const { app, owner, twin_id } = world;
  const { id } = await add(world, "The shop opens at nine.", "public");
  await updateContent(app, owner, twin_id, id, {
    body: "CANARY: the safe is open.",
    visibility: "private",
  });
  assert.equal(await publicText(world), "");
  assert.equal((await publicReader(world.kv, twin_id).items()).size, 0);
  const now = await getContent(app, owner, twin_id, id);
  assert.deepEqual([now.body, now.visibility], [
    "CANARY: the safe is open.",
    "private",
  ]);
});

Deno.test("updateContent: an item's private text is never public while it flips between public and private", async () => {
  await using world = await openWithOwner();
  const { app, owner, twin_id } = world;
  const { id } = await add(world, "CANARY", "private");
  let flipping = true;
  const watching = (async () => {
    while (flipping) assert.ok(!(await publicText(world)).includes("CANARY"));
  })();
  for (let i = 0; i < 25; i++) {
    await updateContent(app, owner, twin_id, id, {
      body: "Hello",
      visibility: "public",
    });
    await updateContent(app, owner, twin_id, id, {
      body: "CANARY",
      visibility: "private",
    });
  }
  flipping = false;
  await watching;
});

Deno.test("updateContent: changes only the given fields", async () => {
  await using world = await openWithOwner();
  const { app, owner, twin_id } = world;
  const { id } = await add(world, "Body", "public");
  const changed = await updateContent(app, owner, twin_id, id, {
    title: "New",
  });
  assert.deepEqual(
    [changed.title, changed.body, changed.visibility],
    ["New", "Body", "public"],
  );
  assert.deepEqual(await getContent(app, owner, twin_id, id), changed);
});

Deno.test("updateContent: of concurrent changes the winners are whole, the others conflict", async () => {
  await using world = await openWithOwner();
  const { app, kv, owner, twin_id } = world;
  const { id } = await add(world, "zero");
  const { kept, codes } = await outcomes(
    Array.from(
      { length: 8 },
      (_, i) =>
        updateContent(app, owner, twin_id, id, {
          title: `T${i}`,
          body: `body ${i}`,
        }),
    ),
  );
  assert.ok(kept >= 1);
  for (const code of codes) assert.equal(code, "conflict");
  const { title, body } = await getContent(app, owner, twin_id, id);
  assert.equal(body, `body ${title.slice(1)}`);
  // The body of each earlier version.
  assert.equal(await countTexts(kv), 2 + kept, "what lost has left nothing");
  assert.equal(await countEntries(kv, ["content_by_digest"]), 1);
});

Deno.test("updateContent: notes made on an item meanwhile are no conflict", async () => {
  await using world = await openWithOwner();
  const { app, owner, twin_id, kv } = world;
  const { id } = await add(world, "Tea at seven.");
  let tries = 0;
  const changed = await updateContent(app, owner, twin_id, id, {
    body: "Tea at eight.",
  }, (op) => {
    // The item's record is written between reading and commit, with the same text.
    if (tries++ === 0) {
      op.check({ key: keys.content(twin_id, id), versionstamp: null });
    }
  });
  assert.equal(tries, 2);
  assert.equal(changed.body, "Tea at eight.");
  assert.equal((await getContent(app, owner, twin_id, id)).body, changed.body);
  assert.equal(await countTexts(kv), 3);
});

Deno.test("updateContent: a model's foreseen questions go with the text they were made for", async () => {
  await using world = await openWithOwner();
  const { app, owner, twin_id, kv } = world;
  const { id } = await add(world, "Tea at seven.");
  const change = (input: UpdateContentInput) =>
    updateContent(app, owner, twin_id, id, input);
  const key = keys.content(twin_id, id);
  const { value } = await kv.get<ContentItem>(key);
  assert.ok(value);
  const questions = ["When is tea?"];
  await kv.set(key, { ...value, questions, foreseen: value.digest });
  assert.deepEqual((await change({ title: "Tea" })).questions, questions);
  assert.deepEqual((await change({ body: "No tea." })).questions, []);
  await change({ questions });
  assert.deepEqual((await change({ body: "Coffee." })).questions, questions);
});

Deno.test("updateContent: a large change that loses removes its text", async () => {
  await using world = await openWithOwner();
  const { app, kv, owner, twin_id } = world;
  const { id } = await add(world, "zero");
  const { kept } = await outcomes(
    ["one", "two", "three"].map((mark) =>
      updateContent(app, owner, twin_id, id, { body: longText(600_000, mark) })
    ),
  );
  assert.equal(kept, 1);
  const named = await namedRevisions(world, id);
  for (const place of ["content_bodies", "private_passages"]) {
    for await (const { key } of kv.list({ prefix: [place] })) {
      assert.ok(named.has(key.at(-2)), `${place} of a loser`);
    }
  }
});

Deno.test("updateContent: a concurrent deletion wins", async () => {
  await using world = await openWithOwner();
  const { app, kv, owner, twin_id } = world;
  for (let i = 0; i < 10; i++) {
    const { id } = await add(world, `CANARY ${i}`, "public");
    const { codes } = await outcomes([
      updateContent(app, owner, twin_id, id, { body: `CANARY again ${i}` }),
      deleteContent(app, owner, twin_id, id),
    ]);
    for (const code of codes) assert.match(code, /^(conflict|not_found)$/);
    await assert.rejects(
      getContent(app, owner, twin_id, id),
      refused("not_found"),
    );
  }
  assert.equal(await publicText(world), "");
  world.clock.advance(CONTENT_KEPT_MS + 2 * HOUR);
  await sweep(app);
  assert.equal(await countTexts(kv), 0);
});
