import assert from "node:assert/strict";
import { engineTables } from "../engine/tables.ts";
import { update } from "./built_index.ts";
import { IndexedItems } from "./indexed_items.ts";
import type { ContentReader } from "./reader.ts";

/** Looks at the index wherever others are served while it changes. */
class Watched extends IndexedItems {
  onBreath: () => void = () => {};
  #look = () => Promise.resolve(this.onBreath());

  override add(...[id, item]: Parameters<IndexedItems["add"]>) {
    return super.add(id, item, this.#look);
  }

  override remove(id: string) {
    return super.remove(id, this.#look);
  }
}

/** A reader of one item with these passages. */
function readerOf(revision: string, passages: string[]): ContentReader {
  return {
    name: "public",
    items: () =>
      Promise.resolve(
        new Map([["a", { title: "Tea", source_url: null, revision }]]),
      ),
    passages: () => Promise.resolve(passages),
    passagesOf: () => Promise.resolve(new Map([["a", passages]])),
  };
}

Deno.test("update: a changed item is never missing meanwhile, and nothing of the old one is left", async () => {
  const items = new Watched(engineTables());
  const built = {
    ...{ items, version: null, up_to: null },
    ...{ updating: null, users: 0 },
  };
  const passages = (of: number, word: string) =>
    Array.from({ length: of }, (_, n) => `Oolong tea ${n} is ${word}.`);
  await update(built, readerOf("r1", passages(35, "old")), "v1");
  assert.equal(items.size, 35);
  let looked = 0;
  items.onBreath = () => {
    looked++;
    assert.ok(items.index.search("oolong tea").length > 0);
  };
  for (const [revision, count] of [["r2", 12], ["r3", 35]] as const) {
    await update(built, readerOf(revision, passages(count, revision)), "v");
    assert.equal(items.size, count);
    const found = items.index.all(100).map(({ passage }) => passage);
    assert.ok(found.every((text) => text.endsWith(`${revision}.`)));
  }
  assert.ok(looked >= 8, `looked ${looked} times`);
});
