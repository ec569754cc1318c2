/** A sentence of a passage: `start` and `end` in UTF-16 units, `text` readable. */
export interface Sentence {
  start: number;
  end: number;
  text: string;
  /** A heading names a subject but answers nothing. */
  heading: boolean;
}

/** A longer sentence is cut, so that every excerpt can hold it. */
const LONGEST = 400;

// Slow to make, stateless to use.
const SEGMENTER = new Intl.Segmenter(undefined, { granularity: "sentence" });
const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** A line break that only wraps a paragraph. */
const WRAP = /(?<!\n)\n(?!\s*(?:\n|#|[-*+•]\s|\d{1,9}[.)]\s|\||>|```|~~~|$))/g;
/** The end of a "sentence" that is an initial or an abbreviation. */
const ABBREVIATED =
  /(?:^|[\s("«])(?:\p{L}|\p{Lu}\.\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr|Sra|Dra|No|vs|etc|approx|ca|e\.g|i\.e|Gen|Col|Lt|Capt|Inc|Ltd|Co|Vol|Fig|al|bzw|z\.B|ул|им|тыс|млн|млрд|гг|руб|см|др|проф|डॉ|श्री|د)\.\s*$/u;

/** The sentences of a Markdown passage in order; list items and rows stand alone. */
export function cutSentences(passage: string): Sentence[] {
  const flat = passage.replace(
    WRAP,
    (_, at: number) =>
      /(?:^|\n)\s{0,3}#[^\n]*$/.test(passage.slice(0, at)) ? "\n" : " ",
  );
  const sentences: Sentence[] = [];
  let start = 0;
  const flush = (end: number) => {
    while (start < end) {
      const cut = end - start > LONGEST ? shorter(flat, start, end) : end;
      const sentence = trimmed(flat, start, cut);
      if (sentence) sentences.push(sentence);
      start = cut;
    }
  };
  for (const { segment, index } of SEGMENTER.segment(flat)) {
    const end = index + segment.length;
    const next = flat.slice(end, end + 2);
    if (/\n\s*$/.test(segment) || end === flat.length) flush(end);
    else if (!ABBREVIATED.test(segment) && !/^\p{Ll}/u.test(next)) flush(end);
  }
  flush(flat.length);
  return sentences;
}

/** Where to cut a sentence that is too long: clause, else word, else grapheme. */
function shorter(flat: string, start: number, end: number): number {
  const even = Math.ceil((end - start) / Math.ceil((end - start) / LONGEST));
  const window = flat.slice(start, start + LONGEST);
  for (const mark of [/[;:,，、；：،؛]\s*/gu, /\s+/gu]) {
    const cuts = Array.from(window.matchAll(mark), (m) => m.index + m[0].length)
      .filter((cut) => cut > even / 2 && cut < LONGEST);
    cuts.sort((a, b) => Math.abs(a - even) - Math.abs(b - even));
    if (cuts.length) return start + cuts[0];
  }
  const graphemes = Array.from(GRAPHEMES.segment(window), ({ index }) => index);
  return start + (graphemes.at(-1) || window.length);
}

function trimmed(flat: string, start: number, end: number): Sentence | null {
  const raw = flat.slice(start, end);
  const body = raw.trim();
  if (!/[\p{L}\p{N}]/u.test(body)) return null;
  const from = start + raw.length - raw.trimStart().length;
  return {
    start: from,
    end: from + body.length,
    text: readable(body),
    heading: /^#{1,6}\s/.test(body),
  };
}

/** Markdown without its signs: emphasis, links, bullets, table rules. */
export function readable(markdown: string): string {
  return markdown
    .replace(/^\s*(?:#{1,6}\s+|>\s?|[-*+•]\s+|\d{1,9}[.)]\s+)+/gm, "")
    .replace(/\s+#+\s*$/gm, "")
    .replace(/!?\[([^\]\n]*)\]\([^)\n]*\)/g, "$1")
    .replace(/\*\*|__|~~|`+/g, "")
    .replace(/(?<![\p{L}\p{N}])[*_](?=\S)|(?<=\S)[*_](?![\p{L}\p{N}])/gu, "")
    .replace(/^\s*\||\|\s*$/gm, "").replace(/\s*\|\s*/g, ", ")
    .replace(/\s+/g, " ").trim();
}
