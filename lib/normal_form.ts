/**
 * No language puts this many marks on one letter; some Thai and Hebrew letters have four (UAX #15, Stream-Safe Text
 * Format).
 */
const MOST_MARKS = 30;
/** These two are not marks but become some. */
const MARK = "[\\p{M}\\uff9e\\uff9f]";
const EXCESS = new RegExp(`(${MARK}{${MOST_MARKS}})${MARK}+`, "gu");

/**
 * Applies a Unicode normal form, dropping marks beyond the thirtieth in a row. Normalising sorts marks in quadratic
 * time: a hundred thousand in a row would take a quarter of a minute.
 */
export function normalForm(
  text: string,
  form: "NFC" | "NFD" | "NFKC" | "NFKD",
): string {
  return text.replace(EXCESS, "$1").normalize(form);
}
