import { stem } from "./stems.ts";

/** A word of a text: as written (folded) and its index term. */
export interface Word {
  form: string;
  stem: string;
}

const RUNS =
  /[@\p{Sc}]|\p{Nd}{1,2}:\p{Nd}{2}(?!\p{Nd})|\p{Nd}+(?:[.,٫٬]\p{Nd}+)*|\p{sc=Han}+|[\p{sc=Katakana}ー]+|\p{sc=Hiragana}+|\p{sc=Hangul}+|[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]+|[[\p{L}\p{M}\p{N}]--[\p{sc=Han}\p{sc=Katakana}\p{sc=Hiragana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Hangul}]]+/vg;

const HAN_PAIR = /^\p{sc=Han}{2}$/u;

// Slow to make, stateless to use.
const SEGMENTER = new Intl.Segmenter(undefined, { granularity: "word" });

/** The words of `text` in order; Chinese as single characters and pairs. */
export function words(text: string): Word[] {
  const out: Word[] = [];
  for (const [run] of fold(text).matchAll(RUNS)) addRun(run, out);
  return out;
}

/** The dictionary words of a text in a script without spaces. */
export function dictionaryWords(text: string): string[] {
  return Array.from(SEGMENTER.segment(text), ({ segment }) => segment);
}

/** The index terms of `text`, with repetitions; single characters are left to pairs. */
export function terms(text: string): string[] {
  const out: string[] = [];
  for (const [run] of fold(text).matchAll(RUNS)) {
    const found: Word[] = [];
    addRun(run, found);
    const pairs = found.some(({ stem }) => HAN_PAIR.test(stem));
    for (const { stem } of found) {
      if (!pairs || stem.length > 1) out.push(stem);
    }
  }
  return out;
}

function addRun(run: string, out: Word[]): void {
  const code = run.codePointAt(0) ?? 0;
  if (/^[@\p{Sc}]/u.test(run)) {
    const sign = run === "@" ? run : "€";
    out.push({ form: sign, stem: sign });
    return;
  }
  if (/^\p{Nd}+:/u.test(run)) {
    out.push({ form: ":", stem: ":" });
    for (const part of run.split(":")) addSpaced(part, code, out);
    return;
  }
  if (code < 0x0e00) return addSpaced(run, code, out);
  if (code >= 0xac00 && code <= 0xd7af) return addPairs(run, out, false);
  if (/^\p{sc=Han}/u.test(run)) {
    // Particles part words: "法国的首都" must not yield the pair "的首".
    for (const part of run.split(/[的了是在和与]/u)) addPairs(part, out, true);
  } else if (/^\p{sc=Hiragana}/u.test(run)) {
    // Short runs are particles and endings.
    if (run.length > 2) out.push({ form: run, stem: run });
  } else if (/^[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u.test(run)) {
    for (const { segment } of SEGMENTER.segment(run)) {
      out.push({ form: segment, stem: segment });
    }
  } else {
    addSpaced(run, code, out);
  }
}

function addSpaced(run: string, code: number, out: Word[]): void {
  const number = /^\p{Nd}/u.test(run);
  const form = number ? digits(run) : run;
  out.push({ form, stem: number ? form : stem(form, code) });
}

/** Overlapping pairs of characters, which find Chinese and Korean words best. */
function addPairs(run: string, out: Word[], single: boolean): void {
  const chars = Array.from(run);
  for (let i = 0; i < chars.length; i++) {
    if (single || chars.length === 1) {
      out.push({ form: chars[i], stem: chars[i] });
    }
    if (i + 1 < chars.length) {
      const pair = chars[i] + chars[i + 1];
      out.push({ form: pair, stem: pair });
    }
  }
}

/** "1,000", "1.000" and "١٠٠٠" are one term. */
function digits(run: string): string {
  return run.replace(
    /\P{Nd}/gu,
    "",
  ).replace(/[٠-٩۰-۹०-९]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (code < 0x6f0 ? 0x660 : code < 0x900 ? 0x6f0 : 0x966));
  });
}

/** Lower case, compatible forms unified, accents off where they are not letters. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (/^[ -~\s]*$/.test(lower)) return lower;
  return lower.normalize("NFKD")
    .replace(/(?<=[\p{sc=Latin}\p{sc=Greek}])\p{M}+/gu, "")
    .replace(
      /[\u0300\u0301\u064b-\u065f\u0670\u0640\u0591-\u05c7\u093c\u200c\u200d]/g,
      "",
    )
    .normalize("NFC")
    .replace(/[ßøłđıæœё]/g, (letter) => LETTERS[letter] ?? letter);
}

const LETTERS: Readonly<Record<string, string>> = {
  "ß": "ss",
  "ø": "o",
  "ł": "l",
  "đ": "d",
  "ı": "i",
  "æ": "ae",
  "œ": "oe",
  "ё": "е",
};
