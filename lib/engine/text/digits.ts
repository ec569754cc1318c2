/** Converts Arabic, Persian, Devanagari and full-width digits to 0 to 9. */
export function westernDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹०-९０-９]/g, (digit) => {
    const code = digit.charCodeAt(0);
    const zero = ZEROS.findLast((zero) => zero <= code) ?? 0;
    return String(code - zero);
  });
}

/** The code of the zero of each. */
const ZEROS = [0x660, 0x6f0, 0x966, 0xff10];
