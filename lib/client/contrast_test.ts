import assert from "node:assert/strict";
import { contrastInWords, textOn } from "./contrast.ts";

Deno.test("textOn: has a contrast of at least 4.5:1 on any colour, and contrastInWords agrees", () => {
  for (let grey = 0; grey < 256; grey++) {
    const colour = `#${grey.toString(16).padStart(2, "0").repeat(3)}`;
    const { words } = contrastInWords(colour);
    const ratio = Number(/([\d.]+) : 1/.exec(words)?.[1]);
    assert.ok(ratio >= 4.5, words);
    assert.ok(words.startsWith(textOn(colour) === "#ffffff" ? "W" : "B"));
  }
});

Deno.test("contrastInWords: warns of a button that is hard to see on a white page", () => {
  assert.equal(contrastInWords("#4f46e5").isFine, true);
  assert.equal(contrastInWords("#ffee00").isFine, false);
  assert.match(contrastInWords("#ffee00").words, /hardly stands out/);
});
