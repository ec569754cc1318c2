import assert from "node:assert/strict";
import fc from "fast-check";
import type { Owner } from "../actor.ts";
import { ownerReader, publicReader } from "./reader.ts";
import { deleteRevision } from "./texts.ts";
import { HOUR } from "../clock.ts";
import { createContent, updateContent } from "./content.ts";
import { getContent, listContent } from "./listing.ts";
import { CONTENT_KEPT_MS, deleteContent, restoreContent } from "./deletion.ts";
import type {
  ContentItem,
  UpdateContentInput,
  Visibility,
} from "../schemas/content.ts";
import { delay } from "../store/commit.ts";
import { keys } from "../store/keys.ts";
import { sweep } from "../sweep.ts";
import {
  countEntries,
  type Domain,
  found,
  openDomain,
  outcomes,
  refused,
  staying,
} from "../../tests/stores.ts";

const ALL = { limit: 100 };

async function openWithOwner() {
  const domain = await openDomain();
  const owner = staying(await found(domain));
  return { ...domain, owner, twin_id: owner.twin_id };
}

type World = Domain & { owner: Owner; twin_id: string };

async function add(
  { app, owner, twin_id }: World,
  body: string,
  visibility: Visibility = "private",
) {
  const input = { title: "Item", body, visibility };
  return await createContent(app, owner, twin_id, input);
}

/** All that a visitor's reader can open. */
async function publicText({ kv, twin_id }: World): Promise<string> {
  const reader = publicReader(kv, twin_id);
  const texts: string[] = [];
  for (const [id, { revision }] of await reader.items()) {
    texts.push(...await reader.passages(id, revision));
  }
  return texts.join("\n");
}

/** Text entries in the store, in any place and of any revision. */
async function countTexts(kv: Deno.Kv): Promise<number> {
  const places = ["content_bodies", "public_passages", "private_passages"];
  const counts = places.map((place) => countEntries(kv, [place]));
  return (await Promise.all(counts)).reduce((a, b) => a + b, 0);
}

/** Text of this many characters of which each line tells its place. */
function longText(characters: number, mark: string): string {
  const lines: string[] = [];
  for (let size = 0; size < characters; size += lines.at(-1)!.length + 2) {
    lines.push(`${mark} line ${lines.length}: ${"word ".repeat(30)}.`);
  }
  return lines.join("\n\n");
}

Deno.test("createContent: what is stored is what comes back, of any size and in any script", async () => {
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

Deno.test("createContent: any text comes back, and its passages hold all of its words", async () => {
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

Deno.test("createContent: 2 MB over many commits are switched to by one", async () => {
  await using world = await openWithOwner();
  const { app, kv, owner, twin_id } = world;
  const before = longText(2_000_000, "before");
  const after = longText(2_100_000, "after");
  const { id } = await add(world, before, "public");
  let reading = true;
  const seen = new Set<string>();
  const reader = (async () => {
    while (reading) {
      const { body } = await getContent(app, owner, twin_id, id);
      assert.ok(body === before || body === after, "a mixture was read");
      seen.add(body === before ? "before" : "after");
      const open = publicReader(kv, twin_id);
      const item = (await open.items()).get(id);
      assert.ok(item);
      const passages = await open.passages(id, item.revision);
      // None, when its revision was replaced between the two reads.
      const marks = new Set(passages.map((p) => p.slice(0, p.indexOf(" "))));
      assert.ok(marks.size <= 1, "passages of two revisions were read");
    }
  })();
  await delay(20);
  await updateContent(app, owner, twin_id, id, { body: after });
  await delay(20);
  reading = false;
  await reader;
  assert.deepEqual([...seen], ["before", "after"]);
  assert.ok(!(await publicText(world)).includes("before line"));
});

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

Deno.test("updateContent: while an item flips between public and private, its private text is never public", async () => {
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

Deno.test("publicReader: opens no private passage, even when it is told where one lies", async () => {
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

Deno.test("updateContent: changes the given fields and no other", async () => {
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

Deno.test("updateContent: of changes at once those that win are whole, the others are conflicts", async () => {
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
  assert.equal(await countTexts(kv), 2, "what lost has left nothing");
  assert.equal(await countEntries(kv, ["content_by_digest"]), 1);
});

Deno.test("updateContent: what is noted of an item meanwhile is no conflict", async () => {
  await using world = await openWithOwner();
  const { app, owner, twin_id, kv } = world;
  const { id } = await add(world, "Tea at seven.");
  let tries = 0;
  const changed = await updateContent(app, owner, twin_id, id, {
    body: "Tea at eight.",
  }, (op) => {
    // Somebody writes the item's record between reading and commit, and the text is the same.
    if (tries++ === 0) {
      op.check({ key: keys.content(twin_id, id), versionstamp: null });
    }
  });
  assert.equal(tries, 2);
  assert.equal(changed.body, "Tea at eight.");
  assert.equal((await getContent(app, owner, twin_id, id)).body, changed.body);
  assert.equal(await countTexts(kv), 2);
});

Deno.test("updateContent: questions that a model foresaw go with the text they were foreseen of", async () => {
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

Deno.test("updateContent: a large change that loses takes its text along", async () => {
  await using world = await openWithOwner();
  const { app, kv, owner, twin_id } = world;
  const { id } = await add(world, "zero");
  const { kept } = await outcomes(
    ["one", "two", "three"].map((mark) =>
      updateContent(app, owner, twin_id, id, { body: longText(600_000, mark) })
    ),
  );
  assert.equal(kept, 1);
  const item = (await ownerReader(kv, twin_id).items()).get(id);
  for (const place of ["content_bodies", "private_passages"]) {
    for await (const { key } of kv.list({ prefix: [place] })) {
      assert.ok(key.includes(item?.revision ?? "-"), `${place} of a loser`);
    }
  }
});

Deno.test("deleteRevision: never takes the text that an item names, deleted or not", async () => {
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

Deno.test("updateContent: against a deletion at once, what is gone stays gone", async () => {
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

Deno.test("createContent: the same text again names the item that holds it", async () => {
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

Deno.test("deleteContent: unreachable at once, and after 7 days nothing is left of its text", async () => {
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

Deno.test("restoreContent: brings an item back whole; deleted again, its days begin anew", async () => {
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

Deno.test("content: every change gives the twin's content another version", async () => {
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

/** The store as a process leaves it that is killed at its n-th commit. */
function killedAt(kv: Deno.Kv, n: number): Deno.Kv {
  return new Proxy(kv, {
    get(target, name) {
      if (name === "atomic") {
        return () => {
          const op = target.atomic();
          const commit = op.commit.bind(op);
          op.commit = () =>
            --n < 0 ? Promise.reject(new Error("killed")) : commit();
          return op;
        };
      }
      const member = Reflect.get(target, name);
      return typeof member === "function" ? member.bind(target) : member;
    },
  });
}

Deno.test("content: what a process leaves that dies in the middle is swept, and the item is whole", async () => {
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
      const item = (await ownerReader(kv, twin_id).items()).get(id);
      const bodies = await Array.fromAsync(
        kv.list({ prefix: ["content_bodies"] }),
      );
      assert.ok(
        bodies.every(({ key }) => key[2] === item?.revision),
        `at ${n}`,
      );
    }
    if (done) return;
  }
  assert.fail("the update never came to its end");
});

Deno.test("content: a purge that is cut short is taken up again", async () => {
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

Deno.test("createContent: what its author hid in a comment is in no passage, however long the text", async () => {
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
