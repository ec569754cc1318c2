import { normalForm } from "../../normal_form.ts";

/** Lowercases, applies compatibility normalisation, and removes accents that do not make a separate letter. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (/^[ -~\s]*$/.test(lower)) return lower;
  const bare = normalForm(lower, "NFKD")
    .replace(/(?<=[\p{sc=Latin}\p{sc=Greek}])\p{M}+/gu, "")
    .replace(
      /[\u0300\u0301\u064b-\u065f\u0670\u0640\u0591-\u05c7\u093c\u200c\u200d]/g,
      "",
    );
  return normalForm(bare, "NFC")
    .replace(/[ßøłđıæœёँىیةک]/g, (letter) => LETTERS[letter] ?? letter);
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
  // Arabic letters that are typed for each other, and two that Persian keyboards have instead.
  "ى": "ي",
  "ی": "ي",
  "ة": "ه",
  "ک": "ك",
  // Hindi spelling uses them interchangeably.
  "ँ": "ं",
};

/** Folds a message and replaces everything but letters and digits by single spaces. */
export function bare(message: string): string {
  return fold(message).replace(/(?:[^\p{L}\p{M}\p{N}]|[\ufe00-\ufe0f])+/gu, " ")
    .trim();
}
