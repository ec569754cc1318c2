import assert from "node:assert/strict";
import { englishWords } from "./english.ts";
import { ENGLISH, wordsFor } from "./words.ts";
import { languages } from "../languages.ts";

const holes = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

Deno.test("words: every language has every sentence, with the same placeholders", () => {
  for (const language of Object.keys(languages)) {
    const words = wordsFor(language);
    assert.equal(words.lang, language);
    for (const [name, sentence] of Object.entries(englishWords)) {
      const own = words[name as keyof typeof englishWords];
      assert.deepEqual(holes(own), holes(sentence), `${language}: ${name}`);
      assert.ok(own.trim(), `${language}: ${name}`);
    }
    assert.deepEqual(
      Object.keys(words).sort(),
      Object.keys(ENGLISH).sort(),
    );
  }
});

Deno.test("wordsFor: by weight, then by position; English when none is known", () => {
  const spoken: [string | undefined, string][] = [
    ["de-AT,de;q=0.9,en;q=0.8", "de"],
    ["en;q=0.5, fr;q=0.8", "fr"],
    ["xx, y;q=0.5, ja;q=0.1", "ja"],
    ["fi, en;q=0.9, de;q=0.8", "en"],
    ["de;q=0, es", "es"],
    ["ZH-Hant-TW", "zh"],
    ["constructor, __proto__", "en"],
    ["*", "en"],
    ["", "en"],
    [undefined, "en"],
  ];
  for (const [header, language] of spoken) {
    assert.equal(wordsFor(header).lang, language, header);
  }
});
