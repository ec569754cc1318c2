import assert from "node:assert/strict";
import { readText } from "./text.ts";

Deno.test("readText: comments that Google Docs appends to a text are dropped", () => {
  const read = readText(
    "A seat costs 80 euros.[a] Open on Mondays[b], as ever.\n\n\n[a]Never below 60!\nAsk Hugo.\n[b]Our margin is 40 percent.",
  );
  assert.deepEqual(read, {
    items: [{
      kind: "text",
      title: null,
      body: "A seat costs 80 euros. Open on Mondays, as ever.",
    }],
    left_out: [{
      what: "2 comments",
      why: "Readers of the file do not see them.",
    }],
  });
  // A list of its own is none.
  for (
    const text of [
      "Choose:\n[a] tea\n[b] coffee",
      "See [a].\n[a]: tea\n[c]: milk",
    ]
  ) {
    const own = readText(text);
    assert.ok("items" in own);
    assert.equal(own.items[0].body, text);
  }
});
