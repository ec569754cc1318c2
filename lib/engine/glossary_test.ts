import assert from "node:assert/strict";
import { Glossary } from "./glossary.ts";
import { FOUND_BY_LETTERS, type Language } from "./text/languages.ts";
import { tokenize } from "./text/tokens.ts";
import { WordVectors } from "./word_vectors.ts";

const ENGLISH = ["horse", "hair", "sofa", "thanks", "house", "eat", "go"];
const vectors = new WordVectors(ENGLISH, new Int8Array(ENGLISH.length * 64));

/** The English words a glossary of these lines finds in a text. */
function englishOf(
  text: string,
  language: Language,
  lines: readonly string[],
  elsewhere: string[] = [],
): string[] {
  const glossary = new Glossary(
    language,
    (entry) =>
      FOUND_BY_LETTERS.has(language)
        ? entry
        : tokenize(entry, language).map(({ stem }) => stem).join(" "),
  );
  for (const line of lines) glossary.add(line, vectors);
  return glossary.rowsIn(
    text,
    tokenize(text, language),
    ({ form }) => elsewhere.includes(form) ? [ENGLISH.indexOf("go")] : [],
  ).map((row) => ENGLISH[row]);
}

Deno.test("Glossary: a compound means what its parts do, linking letters included", () => {
  const lines = ["Pferd = horse", "Haar, Haare = hair", "Sofa = sofa"];
  assert.deepEqual(englishOf("Pferdehaare", "de", lines), ["horse", "hair"]);
  assert.deepEqual(englishOf("Pferdshaare", "de", lines), ["horse", "hair"]);
  assert.deepEqual(englishOf("Bergpferde", "de", lines), []);
  assert.deepEqual(englishOf("Sofahaar", "de", lines), ["sofa", "hair"]);
  assert.deepEqual(englishOf("Sofas", "de", lines), ["sofa"]);
});

Deno.test("Glossary: a multi-word entry is found as one, the longest first", () => {
  const lines = ["cảm ơn = thanks", "ngôi nhà = house", "nhà = sofa"];
  assert.deepEqual(englishOf("cảm ơn ngôi nhà nhà", "vi", lines), [
    "thanks",
    "house",
    "sofa",
  ]);
});

Deno.test("Glossary: without word breaks, finds the longest entry at each place, and what is known of the rest", () => {
  const lines = ["一戸建て = house", "食べる = eat"];
  assert.deepEqual(englishOf("一戸建てで食べる", "ja", lines), [
    "house",
    "eat",
  ]);
  assert.deepEqual(englishOf("東京で食べる", "ja", lines, ["東京"]), [
    "go",
    "eat",
  ]);
});

Deno.test("Glossary: a word with an ending no stemmer knows means what it begins with", () => {
  const lines = ["식사 = eat"];
  assert.deepEqual(englishOf("식사하셨어요", "ko", lines), ["eat"]);
  assert.deepEqual(englishOf("식당", "ko", lines), []);
});

Deno.test("Glossary: a word on two lines belongs to the first; a line without a known English word is ignored", () => {
  const lines = ["casa = house", "casa = sofa", "perro = xyzzy"];
  assert.deepEqual(englishOf("casa perro", "es", lines), ["house"]);
});
