import assert from "node:assert/strict";
import { initials } from "./initials.ts";

Deno.test("initials: from the first and last word, by whole characters; none for an empty name", () => {
  assert.equal(initials("mara van der Berg"), "MB");
  assert.equal(initials("  Ada "), "A");
  assert.equal(initials("😀 茶"), "😀茶");
  assert.equal(initials(" "), "");
});
