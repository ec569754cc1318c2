import assert from "node:assert/strict";
import { globSync } from "node:fs";
import { normalForm } from "./normal_form.ts";

const FORMS = ["NFC", "NFD", "NFKC", "NFKD"] as const;

Deno.test("normalForm: as String.normalize, keeping the first thirty of consecutive marks", () => {
  const texts = [
    "é e\u0301 ｱﾞ ﬁ",
    "שָׁלוֹם ที่นี่ हिन्दी",
    "Z\u0351\u036b\u0343a\u0336l\u0334go",
    "",
  ];
  for (const form of FORMS) {
    for (const text of texts) {
      assert.equal(normalForm(text, form), text.normalize(form));
    }
    for (const marks of ["\u0315\u0300\u05ae", "\uff9e\u0315"]) {
      const many = normalForm(`a${marks.repeat(500)}b`, form);
      assert.ok(many.length <= 62 && many.endsWith("b"), form);
    }
  }
});

Deno.test("normalForm: no other code normalises text", async () => {
  const found: string[] = [];
  const paths = globSync("lib/**/*.{ts,tsx}");
  assert.ok(paths.includes("lib/normal_form.ts"));
  for (const path of paths) {
    if (/_test\.ts$|normal_form\.ts$/.test(path)) continue;
    if (/\.normalize\(/.test(await Deno.readTextFile(path))) found.push(path);
  }
  assert.deepEqual(found, []);
});
