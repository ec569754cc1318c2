import assert from "node:assert/strict";
import { isComposing } from "./composing.ts";

Deno.test("isComposing: also the Enter that Safari sends after composition has ended", () => {
  assert.ok(isComposing({ isComposing: true, keyCode: 13 }));
  assert.ok(isComposing({ isComposing: false, keyCode: 229 }));
  assert.ok(!isComposing({ isComposing: false, keyCode: 13 }));
});
