// An answer in a platform's own words. It is cut as Markdown and each piece is rendered by itself, so that no piece ends
// inside a tag; and cut between what a reader sees as characters.
import {
  FORMATTED,
  inNotation,
  type Notation,
} from "../client/markdown_notation.ts";
import { sourceName } from "../client/sources.ts";
import { type Rows, splitTables } from "../client/table_lines.ts";
import type { Said } from "./adapter.ts";

/** How a platform writes what Markdown means. */
export type Style = Notation & {
  /** The most characters of one message, in UTF-16 units. */
  limit: number;
};

/** An answer, or a piece of one, as a platform writes it. */
export function renderMarkdown(markdown: string, style: Style): string {
  const escape = (text: string) => style.escape(withoutMentions(text));
  return inNotation(markdown, { ...style, escape });
}

/** Nobody is called by what a twin says: a word joiner, which is not seen, follows each `@` that could. */
function withoutMentions(text: string): string {
  return text.replace(/(?<![\w.+-])@(?=[\w&!])/g, "@\u2060");
}

/** No platform shows a table: each row is a line, with the head's word before what stands below it. */
function withoutTables(markdown: string): string {
  return splitTables(markdown).map((piece) =>
    typeof piece === "string" ? piece : linesOf(piece)
  ).join("\n");
}

function linesOf([head, ...rows]: Rows): string {
  return rows.map(([name = "", ...cells]) => {
    const said = cells.map((cell, i) => {
      const word = head[i + 1];
      return cell && (word ? `${word}: ${cell}` : cell);
    });
    const first = name && `**${name.replaceAll("**", "")}**`;
    return `• ${[first, ...said].filter(Boolean).join(" — ")}`;
  }).join("\n");
}

/** An unseen sign, beside which these two platforms read no formatting and which they show nowhere. */
const UNSEEN = "\u00ad";

/** How text is written where `*`, `_`, `~` and a backtick format and nothing takes their meaning from them. */
export const UNFORMATTED: Required<Pick<Style, "literal" | "plain">> = {
  literal: (sign) => "*_~`".includes(sign) ? UNSEEN + sign + UNSEEN : sign,
  // Stars, lines and backticks that format are Markdown's too; a single tilde is not.
  plain: (text) =>
    text.replace(
      /(?<=^|[\s("'[{])~(?=[^\s~][^~\n]*~(?![\w~]))/gm,
      `${UNSEEN}~${UNSEEN}`,
    ),
};

/** All of an answer as Markdown, as many messages as it takes. */
export function inParts(said: Said, style: Style): string[] {
  const before = said.before;
  const text = withoutTables(said.text);
  const whole = [before, text, tailOf(said)].filter(Boolean).join("\n\n");
  const fits = (part: string) =>
    renderMarkdown(part, style).length <= style.limit;
  return cut(whole, fits).map((part) => renderMarkdown(part, style));
}

/** An answer in one message: what does not fit of its text is left out, and then of its sources the last. */
export function inOne(said: Said, style: Style): string[] {
  const before = said.before;
  const text = withoutTables(said.text);
  for (let sources = said.citations.length; sources >= 0; sources--) {
    const tail = tailOf({
      ...said,
      citations: said.citations.slice(0, sources),
    });
    const around = (text: string) =>
      renderMarkdown(
        [before, text, tail].filter(Boolean).join("\n\n"),
        style,
      );
    if (around(text).length <= style.limit) return [around(text)];
    const fits = (part: string) => around(`${part}…`).length <= style.limit;
    if (!fits("")) continue;
    const [first] = cut(text, fits);
    return [around(`${first}…`)];
  }
  // Even without sources the text before and after is too long.
  const [first] = cut(
    text,
    (part) => renderMarkdown(`${part}…`, style).length <= style.limit,
  );
  return [renderMarkdown(`${first}…`, style)];
}

function tailOf({ citations, after }: Said): string {
  const sources = [
    ...new Set(citations.map(({ title, url, where }) => {
      const plain = title.replace(/[[\]\\*_`\s]+/g, " ").trim().slice(0, 100)
        .toWellFormed();
      const name = sourceName({ title: plain, where });
      return url && /^https?:\/\/[^\s()]{1,1000}$/.test(url)
        ? `• [${name}](${url})`
        : `• ${name}`;
    })),
  ];
  return [sources.join("\n"), after].filter(Boolean).join("\n\n");
}

/** Cuts a text into pieces that fit: after a paragraph, a line, a sentence or a word, where one is near. */
export function cut(text: string, fits: (piece: string) => boolean): string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest && !fits(rest)) {
    let [least, most] = [1, rest.length];
    while (least < most) {
      const middle = Math.ceil((least + most) / 2);
      if (fits(rest.slice(0, middle))) least = middle;
      else most = middle - 1;
    }
    let at = goodEnd(rest, least);
    // A shorter piece may be longer once it is rendered, if it cuts a pair of marks.
    if (!fits(rest.slice(0, at).trimEnd())) at = least;
    at = beforeSpan(rest, at);
    pieces.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return rest ? [...pieces, rest] : pieces;
}

/** Where what is formatted begins, if a piece would end inside it; only where most of the piece is left. */
function beforeSpan(text: string, at: number): number {
  for (const { index, 0: { length } } of text.matchAll(FORMATTED)) {
    if (index >= at) break;
    if (index + length > at && index > at / 2) return index;
  }
  return at;
}

const GRAPHEMES = new Intl.Segmenter("en", { granularity: "grapheme" });
/** No character is made of more units than are looked at. */
const LOOKED_AT = 200;

function goodEnd(text: string, most: number): number {
  const from = Math.floor(most / 2);
  for (const mark of ["\n\n", "\n", ". ", " "]) {
    const at = text.lastIndexOf(mark, most - mark.length);
    if (at > from) return at + mark.length;
  }
  const start = Math.max(0, most - LOOKED_AT);
  let end = start;
  const around = text.slice(start, most + LOOKED_AT);
  for (const { index } of GRAPHEMES.segment(around)) {
    if (start + index > most) break;
    end = start + index;
  }
  if (end > start) return end;
  // A heap of marks that never ends as one character: not inside a pair of units at least.
  const is_inside = /[\uD800-\uDBFF]/.test(text[most - 1]) && most > 1;
  return is_inside ? most - 1 : most;
}
