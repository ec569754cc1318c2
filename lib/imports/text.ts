import { readChat } from "./chat_log.ts";
import { readCsv } from "./csv.ts";
import {
  type ColumnChoice,
  oneText,
  type Reading,
  type Refusal,
} from "./kinds.ts";
import { leftComments } from "./left_out.ts";
import { readSpoken } from "./pasted.ts";
import { readTranscript } from "./subtitles.ts";
import { withoutComments } from "./text_comments.ts";

/** The fewest lines of a table. */
const FEWEST = 3;

/**
 * Reads a text file: a transcript, a chat, questions and answers, or a table with tabs, if the whole file is one;
 * otherwise as plain text.
 */
export function readText(
  text: string,
  columns?: ColumnChoice,
): Reading | Refusal {
  if (columns && tableOf(text)) return readCsv(text, columns);
  return readTranscript(text) ?? readChat(text) ?? pairsOf(text) ??
    tableOf(text) ?? plain(text);
}

function plain(text: string): Reading {
  const { said, comments } = withoutComments(text);
  const read = oneText(null, said);
  return comments > 0 ? { ...read, left_out: [leftComments(comments)] } : read;
}

/** Reads at least two questions, each with its answer. */
function pairsOf(text: string): Reading | null {
  const read = readSpoken(text);
  if (!read || "refusal" in read || read.left_out.length > 0) return null;
  return read.items.length > 1 ? read : null;
}

/** Reads a table if each line has the same number of tabs. */
function tableOf(text: string): Reading | null {
  const lines = text.split("\n").filter((line) => /\S/.test(line));
  const tabs = (line: string) => line.split("\t").length - 1;
  const [first = ""] = lines;
  if (lines.length < FEWEST || tabs(first) === 0) return null;
  if (lines.some((line) => tabs(line) !== tabs(first))) return null;
  const read = readCsv(lines.join("\n"));
  return "refusal" in read ? null : read;
}
