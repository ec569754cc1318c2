/** How something other than Markdown writes what Markdown means. Each is handed text that is escaped already. */
export type Notation = {
  escape(text: string): string;
  /** A sign that must not be read as formatting, where the notation can say so; otherwise it is escaped as text. */
  literal?(sign: string): string;
  /** Escaped text that is not code, where the notation would read signs in it that Markdown does not. */
  plain?(text: string): string;
  bold(text: string): string;
  italic(text: string): string;
  code(text: string): string;
  block(text: string): string;
  link(text: string, url: string): string;
};

/** A sign that a backslash takes its meaning from; of `@` none does, so that it calls nobody either way. */
const TAKEN = /\\([!-/:-?[-`{-~])/g;

/** What is formatted, and signs that are not. */
export const FORMATTED = new RegExp(
  [
    "```[^\\n`]*\\n(?<block>[^]*?)```",
    "`(?<code>[^`\\n]+)`",
    "\\\\(?<sign>[!-/:-?[-`{-~])",
    "\\*\\*(?<bold>(?:\\\\.|[^*\\n\\\\]|\\*(?!\\*))+?)\\*\\*",
    "!?\\[(?<label>(?:\\\\.|[^\\]\\n\\\\]){1,400})\\]\\((?<url>https?:\\/\\/[^\\s)]{1,2000})\\)",
    "(?<![\\w*])[*_](?<italic>(?:\\\\.|[^*_\\s\\\\])(?:\\\\.|[^*_\\n\\\\])*)[*_](?![\\w*])",
  ].join("|"),
  "g",
);

/** Markdown in another notation. Unknown syntax is kept as text, escaped. */
export function inNotation(markdown: string, notation: Notation): string {
  const source = markdown
    .replace(
      /^#{1,6}[ \t]+(\S.*)$/gm,
      (_, title) => `**${title.replaceAll("**", "")}**`,
    )
    .replace(/^([ \t]*)[-*+][ \t]+/gm, "$1• ");
  return inline(source, notation);
}

function inline(source: string, notation: Notation): string {
  const { escape } = notation;
  const plain = (text: string) =>
    notation.plain?.(escape(text)) ?? escape(text);
  const literal = (sign: string) => notation.literal?.(sign) ?? escape(sign);
  let out = "";
  let end = 0;
  for (const match of source.matchAll(FORMATTED)) {
    const { block, code, sign, bold, label, url, italic } = match.groups ?? {};
    out += plain(source.slice(end, match.index));
    end = match.index + match[0].length;
    if (block !== undefined) out += notation.block(escape(block));
    else if (code !== undefined) out += notation.code(escape(code));
    else if (sign !== undefined) out += literal(sign);
    else if (bold !== undefined) out += notation.bold(inline(bold, notation));
    else if (url !== undefined) {
      // Split by a group, every other piece is a sign.
      const pieces = label.split(TAKEN);
      const text = pieces.map((piece, n) => (n % 2 ? literal : plain)(piece));
      out += notation.link(text.join(""), url);
    } else out += notation.italic(inline(italic, notation));
  }
  return out + plain(source.slice(end));
}
