import { fold } from "./fold.ts";
import type { Language } from "./languages.ts";

const NUMBERS = /\p{Nd}+(?:[.,]\p{Nd}+)*/gu;
const CAPITALS = /(?<![\p{L}\p{M}\p{N}])\p{Lu}[\p{L}\p{M}\p{N}’'-]*/gu;
const QUOTED = /[«“"《「『]([^«“"《「『»”》」』\n]{1,100})[»”"》」』]/gu;

/** Capitalised words except the first, numbers, and quoted text, folded. */
export function namesIn(text: string, language: Language): Set<string> {
  const first = text.search(/[\p{L}\p{N}]/u);
  // German capitalises every noun.
  const capitals = language === "de" ? [] : Array.from(
    text.matchAll(CAPITALS),
    ({ 0: word, index }) => index === first ? "" : word,
  );
  const quoted = Array.from(text.matchAll(QUOTED), ([, words]) => words);
  const names = [...capitals, ...quoted, ...text.match(NUMBERS) ?? []];
  return new Set(fold(names.join(" ")).match(/[\p{L}\p{M}\p{N}]+/gu));
}
