import assert from "node:assert/strict";
import { publicReader } from "./reader.ts";
import { TwinIndexes } from "./indexes.ts";
import { HOUR } from "../clock.ts";
import { createContent, updateContent } from "./content.ts";
import { deleteContent, restoreContent } from "./deletion.ts";
import { keys } from "../store/keys.ts";
import { sweep } from "../sweep.ts";
import { countEntries, found, openDomain } from "../../tests/stores.ts";

/** A twin with this many public items, and an index that counts its full scans. */
async function openWorld(count: number) {
  const domain = await openDomain();
  const { app, kv } = domain;
  const owner = await found(domain);
  const { twin_id } = owner;
  const ids: string[] = [];
  for (let n = 0; n < count; n++) {
    const { id } = await createContent(app, owner, twin_id, {
      title: `Kiln ${n}`,
      body: `The kiln number${n} was built in ${1900 + n}.`,
      visibility: "public",
    });
    ids.push(id);
  }
  const counts = { listings: 0 };
  const reader = publicReader(kv, twin_id);
  const { items } = reader;
  reader.items = () => {
    counts.listings++;
    return items();
  };
  const indexes = new TwinIndexes();
  const answers = async (n: number) => {
    const { value } = await kv.get<string>(keys.contentVersion(twin_id));
    const index = await indexes.get(twin_id, reader, value ?? "");
    const passages = index.all(1_000).map(({ passage }) => passage);
    return passages.find((passage) => passage.includes(`number${n} `)) ?? "";
  };
  return {
    ...{ domain, app, owner, twin_id, ids, counts, answers },
    [Symbol.asyncDispose]: () => domain[Symbol.asyncDispose](),
  };
}

Deno.test("content changes: each change is read on its own, whatever it is", async () => {
  await using world = await openWorld(30);
  const { app, owner, twin_id, ids, counts, answers } = world;
  assert.match(await answers(7), /1907/);
  const [id] = ids.slice(7);
  const change = (input: object) =>
    updateContent(app, owner, twin_id, id, input);
  await change({ body: "The kiln number7 was built in 1850." });
  assert.match(await answers(7), /1850/);
  await change({ visibility: "private" });
  assert.equal(await answers(7), "");
  await change({ visibility: "public", channels: ["link"] });
  assert.equal(await answers(7), "");
  await change({ channels: null });
  assert.match(await answers(7), /1850/);
  await deleteContent(app, owner, twin_id, id);
  assert.equal(await answers(7), "");
  await restoreContent(app, owner, twin_id, id);
  assert.match(await answers(7), /1850/);
  await createContent(app, owner, twin_id, {
    title: "New",
    body: "The kiln number99 was built in 1999.",
    visibility: "public",
  });
  assert.match(await answers(99), /1999/);
  assert.equal(counts.listings, 1);
});

Deno.test("content changes: concurrent changes are all seen", async () => {
  await using world = await openWorld(20);
  const { app, owner, twin_id, ids, counts, answers } = world;
  await answers(1);
  await Promise.all(ids.map(async (id, n) => {
    const body = `The kiln number${n} was moved in ${2000 + n}.`;
    await updateContent(app, owner, twin_id, id, { body });
    assert.match(await answers(n), /moved/);
  }));
  for (let n = 0; n < 20; n++) assert.match(await answers(n), /moved/);
  assert.equal(counts.listings, 1);
});

Deno.test("content changes: changes no longer listed trigger one full scan", async () => {
  await using world = await openWorld(5);
  const { domain, app, owner, twin_id, ids, counts, answers } = world;
  await answers(1);
  await updateContent(app, owner, twin_id, ids[2], {
    body: "The kiln number2 was sold.",
  });
  domain.clock.advance(3 * HOUR);
  await sweep(app);
  assert.equal(await countEntries(app.kv, keys.contentChanges(twin_id)), 0);
  await updateContent(app, owner, twin_id, ids[3], {
    body: "The kiln number3 was lent.",
  });
  assert.match(await answers(2), /sold/);
  assert.match(await answers(3), /lent/);
  assert.equal(counts.listings, 2);
  await updateContent(app, owner, twin_id, ids[4], {
    body: "The kiln number4 was lost.",
  });
  assert.match(await answers(4), /lost/);
  assert.equal(counts.listings, 2);
});
