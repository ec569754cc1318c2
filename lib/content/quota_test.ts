import assert from "node:assert/strict";
import type { ContentItem } from "../schemas/content.ts";
import { keys } from "../store/keys.ts";
import { PassageQuota } from "./quota.ts";
import { createContent, updateContent } from "./content.ts";
import { discardDraft, publishDraft, saveDraft } from "./drafts.ts";
import { deleteContent, restoreContent } from "./deletion.ts";
import {
  countEntries,
  found,
  openDomain,
  outcomes,
  refused,
} from "../../tests/stores.ts";

/** A text of this many passages. */
const text = (passages: number) =>
  Array.from({ length: passages }, (_, i) => `# Head ${i}\n\nText ${i}.`)
    .join("\n\n");

async function open(max: number) {
  const domain = await openDomain({
    env: { TWINCAST_MAX_PASSAGES: String(max) },
  });
  const owner = await found(domain);
  const { app } = domain;
  const { twin_id } = owner;
  const add = (passages: number) =>
    createContent(app, owner, twin_id, {
      title: "Text",
      body: text(passages),
      visibility: "public",
    });
  return { ...domain, owner, twin_id, add };
}

Deno.test("quota: limits a twin's passages; deleting makes room", async () => {
  await using world = await open(10);
  const { app, owner, twin_id, add } = world;
  const item = await add(6);
  assert.equal(item.passages, 6);
  await assert.rejects(add(5), refused("payload_too_large"));
  await add(4);
  await assert.rejects(add(1), {
    message: /holds 10 of at most 10 passages.*Delete or shorten/,
  });
  const change = (passages: number) =>
    updateContent(app, owner, twin_id, item.id, { body: text(passages) });
  await assert.rejects(change(7), refused("payload_too_large"));
  await change(5);
  await add(1);
  await deleteContent(app, owner, twin_id, item.id);
  await add(5);
  const restore = () => restoreContent(app, owner, twin_id, item.id);
  await assert.rejects(restore(), refused("payload_too_large"));
});

Deno.test("quota: a draft counts by its length, with or without an item, until it is gone or published", async () => {
  await using world = await open(10);
  const { app, owner, twin_id, add } = world;
  const long = (passages: number) => "word ".repeat(passages * 140);
  const { id } = await add(1);
  const draft = (passages: number) =>
    saveDraft(app, owner, twin_id, id, { body: long(passages) });
  await draft(6);
  await assert.rejects(draft(10), refused("payload_too_large"));
  await assert.rejects(add(4), /shorten items or drafts/);
  await add(3);
  await discardDraft(app, owner, twin_id, id);
  const waits = {
    ...{
      title: "Later",
      visibility: "public" as const,
      is_draft: true as const,
    },
    body: long(6),
  };
  const alone = await createContent(app, owner, twin_id, waits);
  await assert.rejects(
    createContent(app, owner, twin_id, waits),
    refused("payload_too_large"),
  );
  await assert.rejects(draft(1), refused("payload_too_large"));
  const { passages } = await publishDraft(app, owner, twin_id, alone.id);
  await add(10 - 4 - passages);
});

Deno.test("quota: text hidden from readers takes room by its length", async () => {
  await using world = await open(10);
  const { app, owner, twin_id } = world;
  const hide = (characters: number) =>
    createContent(app, owner, twin_id, {
      title: "Notes",
      body: `<!-- ${"note ".repeat(characters / 5)}-->`,
      visibility: "private",
    });
  const { passages } = await hide(4_000);
  assert.equal(passages, 0);
  await assert.rejects(hide(9_000), refused("payload_too_large"));
  await hide(4_000);
  await assert.rejects(world.add(1), refused("payload_too_large"));
});

Deno.test("quota: deleted items have as much room again; the oldest are purged", async () => {
  await using world = await open(10);
  const { app, kv, owner, twin_id, clock, add } = world;
  const ids: string[] = [];
  for (let n = 0; n < 4; n++) {
    const { id } = await add(n === 0 ? 9 : 4);
    await deleteContent(app, owner, twin_id, id);
    clock.advance(1_000);
    ids.push(id);
  }
  const kept = () => countEntries(kv, keys.deletedContents(twin_id));
  // 9 and 4 exceed 10: the second addition evicted the first.
  assert.equal(await kept(), 3);
  const restore = (id: string) => restoreContent(app, owner, twin_id, id);
  await assert.rejects(restore(ids[0]), refused("not_found"));
  assert.equal(await countEntries(kv, ["content_bodies", ids[0]]), 0);
  // 12 exceed 10 again, but a restored item is not evicted by that.
  await restore(ids[1]);
  await restore(ids[3]);
  assert.equal(await kept(), 1);
});

Deno.test("quota: concurrent additions never exceed the limit", async () => {
  await using world = await open(10);
  const { kept, codes } = await outcomes(
    Array.from({ length: 12 }, () => world.add(3)),
  );
  assert.equal(kept, 3);
  assert.deepEqual(new Set(codes), new Set(["payload_too_large"]));
  await world.add(1);
});

Deno.test("quota: a long text is cut in a worker, into the same passages", async () => {
  await using world = await open(10_000);
  const { app } = world;
  const long = text(3_000);
  assert.ok(long.length > 60_000);
  const passages = await app.cutter.cut(long);
  assert.equal(passages.length, 3_000);
  assert.equal(passages[2_999], "# Head 2999\n\nText 2999.");
});

Deno.test("quota: a change that ends during the count is still counted", async () => {
  await using world = await open(10);
  const { kv, twin_id } = world;
  const item = await world.add(3);
  const { value: stored } = await kv.get<ContentItem>(
    keys.content(twin_id, item.id),
  );
  assert.ok(stored);
  const listed = Promise.withResolvers<void>();
  const goes_on = Promise.withResolvers<void>();
  // The content of a list is read, and reported once the other change has ended.
  const slow = new Proxy(kv, {
    get(target, name) {
      if (name === "get") return target.get.bind(target);
      return async function* (selector: Deno.KvListSelector) {
        const entries = await Array.fromAsync(target.list(selector));
        listed.resolve();
        await goes_on.promise;
        yield* entries;
      };
    },
  });
  const quota = new PassageQuota(slow, 10);
  const late = quota.within(
    { ...stored, id: "cnt_late" },
    null,
    () => Promise.resolve(),
  );
  await listed.promise;
  await world.add(6);
  goes_on.resolve();
  await assert.rejects(late, refused("payload_too_large"));
});
