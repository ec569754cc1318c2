/** A sentence of a passage: `start` and `end` in UTF-16 units, `text` readable. */
export type Sentence = {
  start: number;
  end: number;
  text: string;
  /** Set if it only leads to what follows: a heading, a question, a table's head. */
  lead: "section" | "question" | null;
};

/** A longer sentence is cut, so that it fits into an excerpt. */
const LONGEST = 400;

// Expensive to create, stateless to use.
const SEGMENTER = new Intl.Segmenter(undefined, { granularity: "sentence" });
const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** A line break that only wraps a paragraph. */
const WRAP = /(?<!\n)\n(?!\s*(?:\n|#|[-*+•]\s|\d{1,9}[.)]\s|\||>|```|~~~|$))/g;
/** The end of a "sentence" that is an initial or an abbreviation. */
const ABBREVIATED =
  /(?:^|[\s("«])(?:\p{L}|\p{Lu}\.\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr|Sra|Dra|vs|etc|approx|ca|e\.g|i\.e|Gen|Col|Lt|Capt|Inc|Ltd|Co|Vol|Fig|al|bzw|z\.B|ул|им|тыс|млн|млрд|гг|руб|см|др|проф|डॉ|श्री|د)\.\s*$/u;

/** A list marker, which is not a sentence. */
const MARKER = /^\s*(?:[-*+•]|\d{1,9}[.)])\s*$/;

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
    if (MARKER.test(flat.slice(start, end))) continue;
    if (/\n\s*$/.test(segment) || end === flat.length) flush(end);
    else if (!unended(segment, next)) flush(end);
  }
  flush(flat.length);
  return sentences;
}

/** Whether the segmenter split a sentence: after "Dr." or "No." of "No. 5", or before a lowercase letter. */
function unended(segment: string, next: string): boolean {
  return ABBREVIATED.test(segment) || /^\p{Ll}/u.test(next) ||
    (/\bNo\.\s*$/.test(segment) && /^\p{Nd}/u.test(next));
}

/** Where to cut a sentence that is too long: at a clause, else a word, else a grapheme. */
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
    lead: leads(body, flat.slice(start + raw.length, start + raw.length + 80)),
  };
}

/** What a sentence leads to, given what follows it. */
function leads(body: string, next: string): Sentence["lead"] {
  if (/^#{1,6}\s|[:：][*_]*$|^\*\*[^*]+\*\*$/.test(body)) return "section";
  // A table's head, above its rule.
  if (body.startsWith("|") && /^\s*\|?[\s:|-]*-[\s:|-]*(?:\n|$)/.test(next)) {
    return "section";
  }
  return /[?？؟][*_"”»]*$/.test(body) || QUESTION.test(body)
    ? "question"
    : null;
}

const QUESTION =
  /^[*_#>\s-]*(?:Q|Question|Pregunta|P|Frage|F|Вопрос|В|问|問|प्र|प्रश्न|س|سؤال)\s?[:：.]/u;
const ANSWER =
  /^[*_\s]*(?:A|Answer|Respuesta|R|Antwort|Ответ|О|答|उ|उत्तर|ج|جواب)\s?[:：][*_]*\s*/u;

/** Markdown without markup: emphasis, links, bullets, table rules. */
export function readable(markdown: string): string {
  return markdown.replace(ANSWER, "")
    .replace(/^\s*(?:#{1,6}\s+|>\s?|[-*+•]\s+|\d{1,9}[.)]\s+)+/gm, "")
    .replace(/\s+#+\s*$/gm, "")
    .replace(/!?\[([^\]\n]*)\]\([^)\n]*\)/g, "$1")
    .replace(/\*\*|__|~~|`+/g, "")
    .replace(/(?<![\p{L}\p{N}])[*_](?=\S)|(?<=\S)[*_](?![\p{L}\p{N}])/gu, "")
    .replace(/^\s*\||\|\s*$/gm, "").replace(/\s*\|\s*/g, ", ")
    .replace(/\s+/g, " ").trim();
}

/** Whether a sentence begins with a word that refers to the one before it. */
export function pointsBack(sentence: string): boolean {
  return DANGLES.test(sentence);
}

const DANGLES =
  /^["'«“(]*(?:(?:it|its|they|their|them|he|his|she|her|this|that|these|those|then|there|both|such|afterwards|since then|each one|each of (?:them|these)|el|ella|ellos|ellas|esto|eso|este|esta|estos|estas|il|elle|ils|elles|cela|ce|cette|ces|er|sie|es|ihr|ihre|sein|seine|das|dies|diese|dieser|dieses|isso|isto|ele|ela|eles|elas|questo|questa|lui|lei|он|она|оно|они|его|ее|её|их|это|этот|эта|эти|यह|वह|ये|वे|इस|उस|इसका|इसकी|इसके|इसमें|इसे|उसका|उसकी|उनका|उनकी|उन्होंने|उसने|इन|وهو|وهي|هو|هي|هذا|هذه|ذلك|تلك|وكان|وكانت)(?![\p{L}\p{M}\p{N}'’])|it['’]s|they['’]re|[它他她这那其]|これ|それ)/iu;
