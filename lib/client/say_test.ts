import assert from "node:assert/strict";
import { say } from "./say.ts";

Deno.test("say: puts values in as they are, and leaves a place without a value", () => {
  assert.equal(say("Hi {name}, {x}.", { name: "$& {x}" }), "Hi $& {x}, {x}.");
  assert.equal(say("{constructor}", {}), "{constructor}");
});
