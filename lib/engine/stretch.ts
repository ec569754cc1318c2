import type { Sentence } from "./text/sentences.ts";
import { pointsBack } from "./text/sentences.ts";
import type { Ranked } from "./ranking.ts";

/** An item this long, in UTF-16 units, is given whole. */
const WHOLE = 480;
/** The longest stretch of a longer item. */
const LONGEST = 450;
/** The longest list or table given whole, and the most lines of a longer one. */
const LONGEST_LIST = 600;
const MOST_LINES = 7;
/** How far below the best sentence the one before it may score and still open the stretch. */
const OPENS = 0.2;

/** The longest excerpt of an item offered beside another. */
const BRIEF = 160;

/** A contiguous part of one item, and the part of its passage that a citation quotes. */
type Stretch = { text: string; excerpt: string; left_out: number };

/** The stretch of an item that answers: all of a short one, otherwise the sentences around the best. */
export function stretchOf(
  { hit, sentences: scores }: Ranked,
  item: { passages: readonly string[] },
): Stretch {
  const whole = withoutHeading(item.passages.join("\n\n"));
  if (whole.length <= WHOLE) {
    return { text: whole, excerpt: quote(hit.passage), left_out: 0 };
  }
  const { sentences } = hit.read;
  const best = scores.indexOf(Math.max(...scores));
  if (best < 0) {
    return { text: quote(whole), excerpt: quote(hit.passage), left_out: 0 };
  }
  const lines = linesAround(hit.passage, sentences[best]);
  if (lines) return lines;
  let [first, last] = [best, best];
  const length = () => sentences[last].end - sentences[first].start;
  const fits = (place: number) =>
    place >= 0 && place < sentences.length &&
    Math.max(sentences[last].end, sentences[place].end) -
          Math.min(sentences[first].start, sentences[place].start) <= LONGEST;
  while (
    first > 0 && fits(first - 1) &&
    (pointsBack(sentences[first].text) ||
      scores[first - 1] >= scores[best] - OPENS) &&
    sentences[first - 1].lead !== "section"
  ) first--;
  while (fits(last + 1) && sentences[last + 1].lead === null) last++;
  while (
    length() < LONGEST / 2 && fits(first - 1) &&
    sentences[first - 1].lead === null
  ) first--;
  const text = hit.passage.slice(sentences[first].start, sentences[last].end);
  return { text, excerpt: quote(text), left_out: 0 };
}

/** All of a short passage; otherwise its best sentence and what follows, or a line of its list or table. */
export function briefOf({ hit: { passage, read }, sentences: scores }: Ranked) {
  const best = scores.indexOf(Math.max(...scores));
  if (best < 0 || passage.length <= BRIEF) return shortened(passage);
  const { sentences } = read;
  const lines = passage.split("\n");
  const at = lineOf(passage, sentences[best]);
  if (LINE.test(lines[at] ?? "")) return withHead(lines, at);
  const back = pointsBack(sentences[best].text) &&
    sentences[best - 1]?.lead === null;
  const { start } = sentences[back ? best - 1 : best];
  let last = best;
  while (
    sentences[last + 1]?.lead === null &&
    sentences[last + 1].end - start <= BRIEF
  ) last++;
  return shortened(passage.slice(start, sentences[last].end));
}

/** A line of a list, or a row of a table with its column heads. */
function withHead(lines: readonly string[], at: number): string {
  if (!lines[at].trim().startsWith("|")) return shortened(lines[at].trim());
  let first = at;
  while (lines[first - 1]?.trim().startsWith("|")) first--;
  const rows = [lines[first], lines[first + 1], lines[Math.max(at, first + 2)]];
  return rows.map((row) => row?.trim() ?? "").join("\n").trim();
}

/** One paragraph, cut after a word to at most this many UTF-16 units; kept whole if only slightly longer. */
function shortened(text: string): string {
  const [start] = text.trim().split(/\n\s*\n/);
  if (start.length <= BRIEF + 60) return start;
  return `${quote(start.slice(0, BRIEF)).replace(/\s+\S*$/, "")} …`;
}

/**
 * Removes a leading heading that repeats the title; the first of several headings of one level is kept, as it names
 * only its own part.
 */
function withoutHeading(text: string): string {
  const [, rank] = /^\s*(#{1,6})\s/.exec(text) ?? [];
  if (rank && text.trimStart().includes(`\n${rank} `)) return text.trim();
  return text.replace(/^\s*#{1,6}\s[^\n]*\n+/, "").trim() || text.trim();
}

/** At most 500 UTF-16 units, never splitting a surrogate pair. */
export function quote(text: string): string {
  return text.slice(0, 500).replace(/[\uD800-\uDBFF]$/, "");
}

/** A passage, or as many whole sentences around one (`best`) as a citation holds. */
export function around(
  passage: string,
  sentences: readonly Sentence[],
  best: number,
): string {
  if (passage.length <= 500 || sentences.length === 0) return quote(passage);
  let first = Math.max(0, best);
  let last = first;
  const length = (from: number, to: number) =>
    sentences[to].end - sentences[from].start;
  while (last + 1 < sentences.length && length(first, last + 1) <= 500) last++;
  while (first > 0 && length(first - 1, last) <= 500) first--;
  return quote(passage.slice(sentences[first].start, sentences[last].end));
}

const LINE = /^\s*(?:[-*+•]|\d{1,9}[.)])\s|^\s*\|/;

function lineOf(passage: string, { start }: Sentence): number {
  return passage.slice(0, start).split("\n").length - 1;
}

/** The list or table that contains a sentence, with its lead-in line; null if none does. */
function linesAround(passage: string, sentence: Sentence): Stretch | null {
  const lines = passage.split("\n");
  const at = lineOf(passage, sentence);
  if (!LINE.test(lines[at] ?? "")) return null;
  let first = at;
  let last = at;
  while (first > 0 && LINE.test(lines[first - 1])) first--;
  while (last + 1 < lines.length && LINE.test(lines[last + 1])) last++;
  const before = lines.slice(0, first).findLastIndex((line) => line.trim());
  const leads = before >= 0 && /[:：]\s*$/.test(lines[before]);
  const block = lines.slice(first, last + 1);
  const lead = leads ? [lines[before], ""] : [];
  const text = [...lead, ...block].join("\n").trim();
  if (text.length <= LONGEST_LIST) {
    return { text, excerpt: quote(text), left_out: 0 };
  }
  const is_table = block[0].trim().startsWith("|");
  const head = is_table ? block.slice(0, 2) : [];
  const rows = is_table ? block.slice(2) : block;
  const place = Math.max(0, at - first - head.length);
  const from = Math.max(0, Math.min(place - 1, rows.length - MOST_LINES));
  const kept = rows.slice(from, from + MOST_LINES);
  const cut = [...lead, ...head, ...kept].join("\n").trim();
  return {
    text: cut,
    excerpt: quote(lines[at].trim()),
    left_out: rows.length - kept.length,
  };
}
