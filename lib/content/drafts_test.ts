import assert from "node:assert/strict";
import {
  countEntries,
  found,
  interrupted,
  openDomain,
  outcomes,
  refused,
} from "../../tests/stores.ts";
import { DAY } from "../clock.ts";
import { sweep } from "../sweep.ts";
import { createContent, updateContent } from "./content.ts";
import { deleteContent } from "./deletion.ts";
import {
  discardDraft,
  listVersions,
  publishDraft,
  restoreVersion,
  saveDraft,
} from "./drafts.ts";
import { getContent } from "./listing.ts";
import { ownerReader, publicReader } from "./reader.ts";

async function openWorld() {
  const domain = await openDomain();
  const { app, kv } = domain;
  const owner = await found(domain);
  const { twin_id } = owner;
  const item = await createContent(app, owner, twin_id, {
    title: "Kiln",
    body: "The kiln is fired on Mondays.",
    visibility: "public",
  });
  const { id } = item;
  return {
    ...{ domain, app, kv, owner, twin_id, id },
    view: () => getContent(app, owner, twin_id, id),
    draft: (body: string) => saveDraft(app, owner, twin_id, id, { body }),
    change: (body: string) => updateContent(app, owner, twin_id, id, { body }),
    versions: async () => (await listVersions(app, owner, twin_id, id)).items,
    bodies: () => countEntries(kv, ["content_bodies", id]),
    /** What visitors are answered from. */
    async open() {
      const reader = publicReader(kv, twin_id);
      const items = [...await reader.items()];
      return (await Promise.all(
        items.map(([id, { revision }]) => reader.passages(id, revision)),
      )).flat();
    },
    [Symbol.asyncDispose]: () => domain[Symbol.asyncDispose](),
  };
}

Deno.test("drafts: one draft beside the published text, replaced, published or discarded", async () => {
  await using world = await openWorld();
  const { app, owner, twin_id, id } = world;
  const first = await world.draft("The kiln is fired on Tuesdays.");
  assert.deepEqual([first.status, first.body], [
    "changed",
    "The kiln is fired on Mondays.",
  ]);
  const second = await saveDraft(app, owner, twin_id, id, { title: "Kilns" });
  assert.equal(second.draft?.title, "Kilns");
  assert.equal(second.draft?.body, "The kiln is fired on Tuesdays.");
  assert.equal(await world.bodies(), 2, "the first draft's text is gone");
  assert.deepEqual(await world.open(), ["The kiln is fired on Mondays."]);
  const published = await publishDraft(app, owner, twin_id, id);
  assert.deepEqual([published.status, published.title, published.body], [
    "published",
    "Kilns",
    "The kiln is fired on Tuesdays.",
  ]);
  assert.deepEqual(await world.open(), ["The kiln is fired on Tuesdays."]);
  assert.equal(await world.bodies(), 2, "what was before is a version");
  await assert.rejects(
    publishDraft(app, owner, twin_id, id),
    refused("conflict"),
  );
  await world.draft("The kiln is fired never.");
  await discardDraft(app, owner, twin_id, id);
  assert.equal((await world.view()).status, "published");
  assert.equal(await world.bodies(), 2);
  await assert.rejects(
    discardDraft(app, owner, twin_id, id),
    refused("conflict"),
  );
});

Deno.test("drafts: changing the published text keeps the draft; of two concurrent drafts one is kept", async () => {
  await using world = await openWorld();
  const { kv, owner, app, twin_id, id } = world;
  await world.draft("The kiln is fired on Tuesdays.");
  await world.change("The kiln is fired on Mondays and Fridays.");
  assert.equal(
    (await world.view()).draft?.body,
    "The kiln is fired on Tuesdays.",
  );
  const { kept, codes } = await outcomes([
    world.draft("One."),
    world.draft("Two."),
    world.draft("Three."),
  ]);
  assert.ok(kept >= 1 && codes.every((code) => code === "conflict"));
  assert.equal(await world.bodies(), 3);
  await deleteContent(app, owner, twin_id, id);
  world.domain.clock.advance(8 * DAY);
  await sweep(app);
  for (const prefix of [["content_bodies"], ["content_history"]]) {
    assert.equal(await countEntries(kv, prefix), 0, prefix[0]);
  }
});

Deno.test("drafts: an item never published answers nobody until it is", async () => {
  await using world = await openWorld();
  const { app, kv, owner, twin_id } = world;
  const { id, status } = await createContent(app, owner, twin_id, {
    title: "CANARY",
    body: "CANARY words.",
    visibility: "public",
    is_draft: true,
  });
  assert.equal(status, "draft");
  const seen = async () => {
    const reader = ownerReader(kv, twin_id);
    return [(await reader.items()).has(id), (await world.open()).length];
  };
  assert.deepEqual(await seen(), [false, 1]);
  const changed = await updateContent(app, owner, twin_id, id, {
    body: "Other words.",
  });
  assert.equal(changed.status, "draft");
  const saved = await saveDraft(app, owner, twin_id, id, { title: "Words" });
  assert.deepEqual([saved.status, saved.title], ["draft", "Words"]);
  assert.deepEqual(await seen(), [false, 1]);
  assert.deepEqual((await listVersions(app, owner, twin_id, id)).items, []);
  const { status: now } = await publishDraft(app, owner, twin_id, id);
  assert.equal(now, "published");
  assert.deepEqual(await seen(), [true, 2]);
});

Deno.test("versions: the last 20 are kept with their text and can be restored", async () => {
  await using world = await openWorld();
  const { app, owner, twin_id, id } = world;
  for (let n = 1; n <= 24; n++) await world.change(`Text number ${n}.`);
  const versions = await world.versions();
  assert.deepEqual(
    versions.map(({ n }) => n),
    Array.from({ length: 20 }, (_, i) => 24 - i),
  );
  assert.equal(await world.bodies(), 21);
  await updateContent(app, owner, twin_id, id, { visibility: "private" });
  assert.equal((await world.versions())[0].n, 24, "its text is the same");
  assert.equal(await world.bodies(), 21);
  const of = { twin_id, content_id: id, n: 10 };
  const { body, visibility } = await restoreVersion(app, owner, of);
  assert.deepEqual([body, visibility], ["Text number 9.", "private"]);
  assert.equal((await world.versions())[0].n, 25);
  await assert.rejects(
    restoreVersion(app, owner, { ...of, n: 3 }),
    refused("not_found"),
  );
});

Deno.test("publishDraft: a newer draft saved at the same moment is neither lost nor published unseen", async () => {
  await using world = await openWorld();
  const { app, owner, twin_id, id } = world;
  await world.draft("It is fired on Tuesdays.");
  const newer = "It is fired on Wednesdays.";
  const kv = interrupted(world.kv, () => world.draft(newer));
  await assert.rejects(
    publishDraft({ ...app, kv }, owner, twin_id, id),
    refused("conflict"),
  );
  assert.equal((await world.view()).draft?.body, newer);
  assert.deepEqual(await world.open(), ["The kiln is fired on Mondays."]);
  await publishDraft(app, owner, twin_id, id);
  assert.deepEqual(await world.open(), [newer]);
});
