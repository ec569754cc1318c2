import assert from "node:assert/strict";
import { quotedSentences } from "./sources.ts";

Deno.test("quotedSentences: what the answer says of an excerpt, and nothing where it says most of it", () => {
  const excerpt = "I drink oolong. My pot is from Kyoto!\n毎朝七時に飲みます。";
  assert.deepEqual(
    quotedSentences(excerpt, "Well: My pot is from Kyoto! And more."),
    ["My pot is from Kyoto!"],
  );
  assert.deepEqual(
    quotedSentences(excerpt, "毎朝七時に飲みます。"),
    ["毎朝七時に飲みます。"],
  );
  assert.deepEqual(quotedSentences(excerpt, `So: ${excerpt}`), []);
  assert.deepEqual(quotedSentences("", "x"), []);
});
