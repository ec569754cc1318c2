/**
 * So many marks are on one letter in no language; some Thai and Hebrew ones have four (UAX #15, Stream-Safe Text
 * Format).
 */
const MOST_MARKS = 30;
/** These two are no marks and become some. */
const MARK = "[\\p{M}\\uff9e\\uff9f]";
const EXCESS = new RegExp(`(${MARK}{${MOST_MARKS}})${MARK}+`, "gu");

/**
 * A text in a normal form of Unicode, marks past the thirtieth in a row left out. A normal form brings marks into an
 * order, which takes the square of their number: a hundred thousand in a row would take a quarter of a minute.
 */
export function normalForm(
  text: string,
  form: "NFC" | "NFD" | "NFKC" | "NFKD",
): string {
  return text.replace(EXCESS, "$1").normalize(form);
}
