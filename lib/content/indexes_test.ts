import assert from "node:assert/strict";
import type { PublicContent } from "../schemas/content.ts";
import type { ContentReader } from "./reader.ts";
import { TwinIndexes } from "./indexes.ts";

/** A content place that counts its reads and can be held up. */
class Place {
  contents = new Map<string, { revision: string; text: string }>();
  /** Texts by item and revision, available for a while after the item has left. */
  #texts = new Map<string, string>();
  reads: string[] = [];
  gate: Promise<void> = Promise.resolve();
  /** Called when the items were read, before the gate. */
  onItems: () => void = () => {};

  constructor(readonly name: ContentReader["name"] = "public") {}

  set(id: string, revision: string, text: string) {
    this.contents.set(id, { revision, text });
    this.#texts.set(`${id} ${revision}`, text);
  }

  reader: ContentReader = {
    name: "public",
    items: async () => {
      const items = new Map<string, PublicContent>();
      for (const [id, { revision }] of this.contents) {
        items.set(id, { revision, title: id, source_url: null });
      }
      this.onItems();
      await this.gate;
      return items;
    },
    passages: async (id, revision) => {
      this.reads.push(`${id} ${revision}`);
      await Promise.resolve();
      const text = this.#texts.get(`${id} ${revision}`);
      return text === undefined ? [] : [text];
    },
    passagesOf: async (items) => {
      const found = new Map<string, string[]>();
      for (const [id, revision] of items) {
        found.set(id, await this.reader.passages(id, revision));
      }
      return found;
    },
  };
}

type Index = Awaited<ReturnType<TwinIndexes["get"]>>;

function finds(index: Index, question: string): string[] {
  return index.search(question).map((hit) => hit.passage).sort();
}

const TEA = "Oolong tea is served at seven in the morning.";
const SHIP = "The lighthouse ship sails on Friday evening.";

Deno.test("TwinIndexes: reads an item once, and again only in a new revision", async () => {
  const indexes = new TwinIndexes();
  const place = new Place();
  place.set("a", "r1", TEA);
  place.set("b", "r1", SHIP);
  await indexes.get("twn", place.reader, "v1");
  await indexes.get("twn", place.reader, "v1");
  place.set("b", "r2", SHIP.replace("Friday", "Sunday"));
  const index = await indexes.get("twn", place.reader, "v2");
  assert.deepEqual(place.reads, ["a r1", "b r1", "b r2"]);
  assert.match(
    finds(index, "When does the lighthouse ship sail?").join(),
    /Sunday/,
  );
  assert.ok(
    !finds(index, "When does the lighthouse ship sail?").join().includes(
      "Friday",
    ),
  );
});

Deno.test("TwinIndexes: items gone from the reader's place are no longer found", async () => {
  const indexes = new TwinIndexes();
  const place = new Place();
  place.set("a", "r1", TEA);
  place.set("b", "r1", SHIP);
  const before = await indexes.get("twn", place.reader, "v1");
  assert.equal(finds(before, "oolong tea").length, 1);
  place.contents.delete("a");
  const after = await indexes.get("twn", place.reader, "v2");
  assert.deepEqual(finds(after, "oolong tea"), []);
  assert.equal(after.size, 1);
});

Deno.test("TwinIndexes: each twin, and each reader of a twin, has its own index", async () => {
  const indexes = new TwinIndexes();
  const open = new Place();
  open.set("a", "r1", TEA);
  const all = new Place();
  all.set("b", "r1", SHIP);
  const owners: ContentReader = { ...all.reader, name: "owner" };
  await indexes.get("one", owners, "v1");
  const seen = await indexes.get("one", open.reader, "v1");
  assert.deepEqual(finds(seen, "lighthouse ship"), []);
  const other = await indexes.get("two", new Place().reader, "v1");
  assert.equal(other.size, 0);
});

Deno.test("TwinIndexes: concurrent questions share one update", async () => {
  const indexes = new TwinIndexes();
  const place = new Place();
  place.set("a", "r1", TEA);
  const gate = Promise.withResolvers<void>();
  place.gate = gate.promise;
  const asked = Array.from(
    { length: 50 },
    () => indexes.get("twn", place.reader, "v1"),
  );
  gate.resolve();
  for (const index of await Promise.all(asked)) {
    assert.equal(finds(index, "oolong tea").length, 1);
  }
  assert.deepEqual(place.reads, ["a r1"]);
});

Deno.test("TwinIndexes: a question with a newer version never gets older content", async () => {
  const indexes = new TwinIndexes();
  const place = new Place();
  place.set("a", "r1", TEA);
  const gate = Promise.withResolvers<void>();
  place.gate = gate.promise;
  const read = Promise.withResolvers<void>();
  place.onItems = read.resolve;
  const early = indexes.get("twn", place.reader, "v1");
  await read.promise;
  // Read by the update above, and removed before the next question.
  place.contents.delete("a");
  const late = indexes.get("twn", place.reader, "v2");
  gate.resolve();
  assert.deepEqual(finds(await late, "oolong tea"), []);
  await early;
});

Deno.test("TwinIndexes: reads again after a failed update", async () => {
  const indexes = new TwinIndexes();
  const place = new Place();
  place.set("a", "r1", TEA);
  place.gate = Promise.reject(new Error("store down"));
  place.gate.catch(() => {});
  const asked = [1, 2].map(() => indexes.get("twn", place.reader, "v1"));
  for (const result of await Promise.allSettled(asked)) {
    assert.equal(result.status, "rejected");
  }
  place.gate = Promise.resolve();
  assert.equal((await indexes.get("twn", place.reader, "v1")).size, 1);
});

Deno.test("TwinIndexes: an item whose text vanished during the read is looked up again", async () => {
  const indexes = new TwinIndexes();
  const place = new Place();
  place.set("a", "r1", TEA);
  const { passages } = place.reader;
  place.reader.passages = () => Promise.resolve([]);
  assert.equal((await indexes.get("twn", place.reader, "v1")).size, 0);
  place.reader.passages = passages;
  assert.equal((await indexes.get("twn", place.reader, "v1")).size, 1);
});

Deno.test("TwinIndexes: beyond the limit the least recently used twin is dropped, and rebuilt when needed", async () => {
  const indexes = new TwinIndexes(null, 2);
  const places = ["one", "two", "three"].map((id) => {
    const place = new Place();
    place.set(id, "r1", TEA);
    return place;
  });
  const ask = (i: number) => indexes.get(`twn${i}`, places[i].reader, "v1");
  await ask(0);
  await ask(1);
  await ask(0);
  await ask(2);
  for (const i of [0, 2]) await ask(i);
  assert.deepEqual(places.map((place) => place.reads.length), [1, 1, 1]);
  await ask(1);
  assert.equal(places[1].reads.length, 2);
});

Deno.test("TwinIndexes: a twin larger than the limit is still answered", async () => {
  const indexes = new TwinIndexes(null, 1);
  const place = new Place();
  place.set("a", "r1", TEA);
  place.set("b", "r1", SHIP);
  const index = await indexes.get("twn", place.reader, "v1");
  assert.equal(index.size, 2);
});

Deno.test("TwinIndexes: others are served while a large item is indexed", async () => {
  const passages = Array.from(
    { length: 1_000 },
    (_, i) => `Passage ${i} tells of thing${i} and of ${TEA} ${SHIP}`,
  );
  const place = new Place();
  place.set("a", "r1", TEA);
  const reader = {
    ...place.reader,
    passages: () => Promise.resolve(passages),
  };
  let served = 0;
  const timer = setInterval(() => served++, 1);
  const index = await new TwinIndexes().get("twn", reader, "v1");
  clearInterval(timer);
  assert.equal(index.size, passages.length);
  // A single step followed by a pause would take one turn.
  assert.ok(served > 3, `served ${served} times`);
});
