/**
 * Removes the comments from a text that Google Docs saved: marks such as `[a]` in it, and the comments at its end.
 * Returns the text unchanged, and 0, if it has none.
 */
export function withoutComments(
  text: string,
): { said: string; comments: number } {
  const none = { said: text, comments: 0 };
  const first = /\n\[a\]/.exec(text);
  if (!first) return none;
  const before = text.slice(0, first.index);
  const names = Array.from(
    text.slice(first.index).matchAll(/^\[([a-z]{1,2})\]/gm),
    ([, name]) => name,
  );
  const are_comments = names.every((name, n) =>
    name === nameOf(n) && before.includes(`[${name}]`)
  );
  if (!are_comments) return none;
  const marks = new RegExp(`\\[(?:${names.join("|")})\\]`, "g");
  return { said: before.replace(marks, "").trimEnd(), comments: names.length };
}

/** The names of comments in order: a to z, then aa. */
function nameOf(n: number): string {
  const letter = String.fromCharCode(97 + n % 26);
  return n < 26 ? letter : nameOf(Math.floor(n / 26) - 1) + letter;
}
