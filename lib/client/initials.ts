/** The first letters of a name's first and last word, in capitals. */
export function initials(name: string): string {
  const letters = name.match(/(?<!\S)\S/gu) ?? [];
  return letters.filter((_, i) => !i || i === letters.length - 1)
    .join("").toLocaleUpperCase();
}
