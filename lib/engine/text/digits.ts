/** Converts Arabic, Persian and Devanagari digits to 0 to 9. */
export function westernDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹०-९]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (code < 0x6f0 ? 0x660 : code < 0x900 ? 0x6f0 : 0x966));
  });
}
