// Renders an answer for a platform. The Markdown is cut first and each piece rendered separately, so that no piece
// ends inside a tag; cuts fall between grapheme clusters.
import {
  FORMATTED,
  inNotation,
  type Notation,
} from "../client/markdown_notation.ts";
import { sourceName } from "../client/sources.ts";
import { type Rows, splitTables } from "../client/table_lines.ts";
import type { OutgoingAnswer } from "./adapter.ts";

/** How a platform writes what Markdown means. */
export type Style = Notation & {
  /** The most characters per message, in UTF-16 units. */
  limit: number;
};

/** Renders an answer, or a piece of one, for a platform. */
export function renderMarkdown(markdown: string, style: Style): string {
  const escape = (text: string) => style.escape(withoutMentions(text));
  return inNotation(markdown, { ...style, escape });
}

/** Prevents mentions: an invisible word joiner follows each `@` that could begin one. */
function withoutMentions(text: string): string {
  return text.replace(/(?<![\w.+-])@(?=[\w&!])/g, "@\u2060");
}

/** No platform shows tables: each row becomes a line, with the column's header before each cell. */
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

/** An invisible character: these two platforms apply no formatting next to it and never show it. */
const UNSEEN = "\u00ad";

/** How to write plain text where `*`, `_`, `~` and a backtick format and cannot be escaped. */
export const UNFORMATTED: Required<Pick<Style, "literal" | "plain">> = {
  literal: (sign) => "*_~`".includes(sign) ? UNSEEN + sign + UNSEEN : sign,
  // Formatting stars, underscores and backticks are Markdown's as well; a single tilde is not.
  plain: (text) =>
    text.replace(
      /(?<=^|[\s("'[{])~(?=[^\s~][^~\n]*~(?![\w~]))/gm,
      `${UNSEEN}~${UNSEEN}`,
    ),
};

/** The whole answer as Markdown, in as many messages as needed. */
export function inParts(said: OutgoingAnswer, style: Style): string[] {
  const before = said.before;
  const text = withoutTables(said.text);
  const whole = [before, text, tailOf(said)].filter(Boolean).join("\n\n");
  const fits = (part: string) =>
    renderMarkdown(part, style).length <= style.limit;
  return cut(whole, fits).map((part) => renderMarkdown(part, style));
}

/** An answer in one message: text that does not fit is cut, then the last sources are dropped. */
export function inOne(said: OutgoingAnswer, style: Style): string[] {
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
  // The text before and after is too long even without sources.
  const [first] = cut(
    text,
    (part) => renderMarkdown(`${part}…`, style).length <= style.limit,
  );
  return [renderMarkdown(`${first}…`, style)];
}

function tailOf({ citations, after }: OutgoingAnswer): string {
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

/** Cuts a text into pieces that fit: after a paragraph, a line, a sentence or a word, if one is near. */
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
    // A shorter piece may render longer if it splits a pair of markers.
    if (!fits(rest.slice(0, at).trimEnd())) at = least;
    at = beforeSpan(rest, at);
    pieces.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return rest ? [...pieces, rest] : pieces;
}

/** Where a formatted span begins, if a piece would end inside it; only if most of the piece is left. */
function beforeSpan(text: string, at: number): number {
  for (const { index, 0: { length } } of text.matchAll(FORMATTED)) {
    if (index >= at) break;
    if (index + length > at && index > at / 2) return index;
  }
  return at;
}

const GRAPHEMES = new Intl.Segmenter("en", { granularity: "grapheme" });
/** More code units than any real character has. */
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
  // An endless run of combining marks: at least do not split a surrogate pair.
  const is_inside = /[\uD800-\uDBFF]/.test(text[most - 1]) && most > 1;
  return is_inside ? most - 1 : most;
}
