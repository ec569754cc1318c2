import { wrappedKv } from "../store/wrapped_kv.ts";
import assert from "node:assert/strict";
import { deleteRevision } from "./texts.ts";
import { HOUR } from "../clock.ts";
import { createContent, updateContent } from "./content.ts";
import { getContent, listContent } from "./listing.ts";
import { CONTENT_KEPT_MS, deleteContent, restoreContent } from "./deletion.ts";
import { keys } from "../store/keys.ts";
import { sweep } from "../sweep.ts";
import {
  countEntries,
  found,
  openDomain,
  refused,
} from "../../tests/stores.ts";
import {
  add,
  countTexts,
  longText,
  namedRevisions,
  openWithOwner,
  publicText,
} from "../../tests/content_world.ts";

const ALL = { limit: 100 };

Deno.test("deleteRevision: never deletes the text an item refers to, deleted or not", async () => {
  await using domain = await openDomain();
  const { app, kv } = domain;
  const owner = await found(domain);
  const { id } = await createContent(app, owner, owner.twin_id, {
    title: "Tea",
    body: "Oolong.",
    visibility: "public",
  });
  const key = keys.content(owner.twin_id, id);
  const item = await kv.get<{ revision: string }>(key);
  const revision = item.value?.revision ?? "";
  await deleteRevision(kv, { twin_id: owner.twin_id, id, revision });
  const read = await getContent(app, owner, owner.twin_id, id);
  assert.equal(read.body, "Oolong.");
  await deleteContent(app, owner, owner.twin_id, id);
  await deleteRevision(kv, { twin_id: owner.twin_id, id, revision });
  await restoreContent(app, owner, owner.twin_id, id);
  assert.equal(
    (await getContent(app, owner, owner.twin_id, id)).body,
    "Oolong.",
  );
});

Deno.test("deleteContent: unreachable at once, and erased after 7 days", async () => {
  await using world = await openWithOwner();
  const { app, kv, owner, twin_id } = world;
  const { id } = await add(world, longText(700_000, "gone"), "public");
  await deleteContent(app, owner, twin_id, id);
  assert.equal(await publicText(world), "");
  for (const place of ["content", "public_content", "content_by_digest"]) {
    assert.equal(await countEntries(kv, [place]), 0, place);
  }
  assert.deepEqual((await listContent(app, owner, twin_id, ALL)).items, []);
  await assert.rejects(
    deleteContent(app, owner, twin_id, id),
    refused("not_found"),
  );
  world.clock.advance(CONTENT_KEPT_MS + 2 * HOUR);
  await sweep(app);
  assert.equal(await countTexts(kv), 0);
  await assert.rejects(
    restoreContent(app, owner, twin_id, id),
    refused("not_found"),
  );
});

Deno.test("restoreContent: restores an item whole; deleting it again restarts the 7 days", async () => {
  await using world = await openWithOwner();
  const { app, owner, twin_id, clock } = world;
  const body = longText(700_000, "back");
  const { id } = await add(world, body, "public");
  await deleteContent(app, owner, twin_id, id);
  clock.advance(CONTENT_KEPT_MS - HOUR);
  await restoreContent(app, owner, twin_id, id);
  assert.equal((await getContent(app, owner, twin_id, id)).body, body);
  assert.ok((await publicText(world)).includes("back"));
  await deleteContent(app, owner, twin_id, id);
  clock.advance(2 * HOUR);
  await sweep(app);
  await restoreContent(app, owner, twin_id, id);
  assert.equal((await getContent(app, owner, twin_id, id)).body, body);
});

/** The state of the store left by a process killed at its n-th commit. */
function killedAt(kv: Deno.Kv, n: number): Deno.Kv {
  return wrappedKv(kv, {
    atomic() {
      const op = kv.atomic();
      const commit = op.commit.bind(op);
      op.commit = () =>
        --n < 0 ? Promise.reject(new Error("killed")) : commit();
      return op;
    },
  });
}

Deno.test("content: leftovers of a process that died are swept, and the item stays whole", async () => {
  const before = longText(900_000, "before");
  const after = longText(1_000_000, "after");
  for (let n = 0; n < 12; n++) {
    await using world = await openWithOwner();
    const { app, kv, clock, owner, twin_id } = world;
    const { id } = await add(world, before, "public");
    const whole = await countTexts(kv);
    const dying = { ...app, kv: killedAt(kv, n) };
    const update = updateContent(dying, owner, twin_id, id, { body: after });
    const done = await update.then(() => true, () => false);
    const { body } = await getContent(app, owner, twin_id, id);
    assert.ok(body === before || body === after, `killed at commit ${n}`);
    clock.advance(3 * HOUR);
    await sweep(app);
    assert.equal((await getContent(app, owner, twin_id, id)).body, body);
    if (body === before) assert.equal(await countTexts(kv), whole, `at ${n}`);
    else {
      const text = await publicText(world);
      assert.ok(text.includes("after line 0:") && !text.includes("before"));
      const named = await namedRevisions(world, id);
      const bodies = await Array.fromAsync(
        kv.list({ prefix: ["content_bodies"] }),
      );
      assert.ok(bodies.every(({ key }) => named.has(key[2])), `at ${n}`);
    }
    if (done) return;
  }
  assert.fail("the update never came to its end");
});

Deno.test("content: an interrupted purge is resumed", async () => {
  for (let n = 0; n < 4; n++) {
    await using world = await openWithOwner();
    const { app, kv, clock, owner, twin_id } = world;
    const { id } = await add(world, "Gone.", "private");
    await deleteContent(app, owner, twin_id, id);
    clock.advance(CONTENT_KEPT_MS + 2 * HOUR);
    await sweep({ ...app, kv: killedAt(kv, n) }).catch(() => {});
    clock.advance(26 * HOUR);
    await sweep(app);
    assert.equal(await countTexts(kv), 0, `killed at commit ${n}`);
  }
});
