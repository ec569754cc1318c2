/** How another notation expresses Markdown's formatting. Each function gets escaped text. */
export type Notation = {
  escape(text: string): string;
  /**
   * A character that must not be read as formatting, if the notation can express that; otherwise it is escaped as
   * text.
   */
  literal?(sign: string): string;
  /** Escaped text outside code, for a notation that gives meaning to characters which Markdown does not. */
  plain?(text: string): string;
  bold(text: string): string;
  italic(text: string): string;
  code(text: string): string;
  block(text: string): string;
  link(text: string, url: string): string;
};

/** A backslash escape; `@` is not among them, so that it mentions nobody either way. */
const TAKEN = /\\([!-/:-?[-`{-~])/g;

/** Formatted text, and characters that are not formatting. */
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

/** Converts Markdown to another notation. Unknown syntax is kept as escaped text. */
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
      // Split by a group: every other piece is an escaped character.
      const pieces = label.split(TAKEN);
      const text = pieces.map((piece, n) => (n % 2 ? literal : plain)(piece));
      out += notation.link(text.join(""), url);
    } else out += notation.italic(inline(italic, notation));
  }
  return out + plain(source.slice(end));
}
