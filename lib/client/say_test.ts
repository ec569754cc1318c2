import assert from "node:assert/strict";
import { say } from "./say.ts";

Deno.test("say: inserts values verbatim and leaves a placeholder without a value", () => {
  assert.equal(say("Hi {name}, {x}.", { name: "$& {x}" }), "Hi $& {x}, {x}.");
  assert.equal(say("{constructor}", {}), "{constructor}");
});
