import { asName, isAnswerName, isQuestionName } from "./column_names.ts";
import { readCsv } from "./csv.ts";
import { readTranscript } from "./subtitles.ts";
import type { ColumnChoice, Reading, ReadItem, Refusal } from "./kinds.ts";

/** As many as a table may have. */
const MAX_PAIRS = 1_000;
/** The longest question that fits a title. */
const MAX_QUESTION = 200;
/** `Q: …`, `**Answer:** …`, `问：…` */
const SPEAKS =
  /^[ \t]{0,20}(?:[*_#>-]{1,4}[ \t]{0,20})?([\p{L}\p{M} ]{1,25}?)[*_]{0,2}[ \t]{0,20}(?:\d{1,4}[ \t]{0,20})?[:：][*_]{0,2}[ \t]*(.*)$/u;

/**
 * Reads pasted text: a transcript with times; questions and answers, each with its prefix (`Q:` and `A:`, in many
 * languages); or a table copied from a spreadsheet or a text file.
 */
export function readPasted(
  text: string,
  columns?: ColumnChoice,
): Reading | Refusal {
  const transcript = readTranscript(text);
  if (transcript) return transcript;
  return readSpoken(text) ?? readCsv(text, columns);
}

/** Reads questions and answers with prefixes; null if the first line has none. */
export function readSpoken(text: string): Reading | Refusal | null {
  const pairs = spokenPairs(text);
  if (pairs.length === 0) return null;
  if (pairs.length > MAX_PAIRS) {
    return {
      refusal:
        `These are ${pairs.length} questions. Paste at most ${MAX_PAIRS} at once.`,
    };
  }
  const items: ReadItem[] = [];
  const left_out = [];
  for (const { question, answer } of pairs) {
    const title = question.replace(/\s+/g, " ").trim();
    const body = answer.trim();
    const why = !body
      ? "It has no answer."
      : title.length > MAX_QUESTION
      ? `It is longer than ${MAX_QUESTION} characters.`
      : null;
    if (why) left_out.push({ what: `“${title.slice(0, 60)}”`, why });
    else items.push({ kind: "pair", title, body });
  }
  if (items.length > 0) return { items, left_out };
  return { refusal: "None of these questions has an answer." };
}

/** Pairs of questions and answers by their prefixes; none if the first line has no prefix. */
function spokenPairs(text: string): { question: string; answer: string }[] {
  const pairs: { question: string; answer: string }[] = [];
  let is_answer = false;
  for (const line of text.trim().split(/\r\n?|\n/)) {
    const [, word = "", rest = ""] = SPEAKS.exec(line) ?? [];
    const name = word && asName(word);
    if (isQuestionName(name)) {
      pairs.push({ question: rest, answer: "" });
      is_answer = false;
      continue;
    }
    const pair = pairs.at(-1);
    if (!pair) return [];
    const begins = isAnswerName(name) && !is_answer;
    if (begins) is_answer = true;
    const said = begins ? rest : line;
    if (is_answer) pair.answer += `${pair.answer ? "\n" : ""}${said}`;
    else pair.question += ` ${said}`;
  }
  return pairs;
}
