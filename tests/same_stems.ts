// What words of one stem are, for the tests of how words are read.
import assert from "node:assert/strict";
import type { Language } from "../lib/engine/text/languages.ts";
import { tokenize } from "../lib/engine/text/tokens.ts";

export function stems(text: string, language: Language = "en"): string[] {
  return tokenize(text, language).map(({ stem }) => stem);
}

export function same(a: string, b: string, language: Language = "en"): void {
  assert.deepEqual(stems(a, language), stems(b, language), `${a} ~ ${b}`);
}

export function differ(a: string, b: string, language: Language = "en"): void {
  assert.notDeepEqual(stems(a, language), stems(b, language), `${a} ≁ ${b}`);
}

/** The same for one language. */
export function readIn(language: Language) {
  return {
    stems: (text: string) => stems(text, language),
    same: (a: string, b: string) => same(a, b, language),
    differ: (a: string, b: string) => differ(a, b, language),
  };
}
