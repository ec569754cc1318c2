import { readChat } from "./chat_log.ts";
import { readCsv } from "./csv.ts";
import {
  type ColumnChoice,
  oneText,
  type Reading,
  type Refusal,
} from "./kinds.ts";
import { readSpoken } from "./pasted.ts";
import { readTranscript } from "./subtitles.ts";

/** Lines of a table at least. */
const FEWEST = 3;

/**
 * A text file: a transcript, a chat, questions and answers, or a table with tabs, where the whole of it is one; else the
 * text as it is.
 */
export function readText(
  text: string,
  columns?: ColumnChoice,
): Reading | Refusal {
  if (columns && tableOf(text)) return readCsv(text, columns);
  return readTranscript(text) ?? readChat(text) ?? pairsOf(text) ??
    tableOf(text) ?? oneText(null, text);
}

/** At least two questions, of which each has its answer. */
function pairsOf(text: string): Reading | null {
  const read = readSpoken(text);
  if (!read || "refusal" in read || read.left_out.length > 0) return null;
  return read.items.length > 1 ? read : null;
}

/** Where each line has the same number of tabs. */
function tableOf(text: string): Reading | null {
  const lines = text.split("\n").filter((line) => /\S/.test(line));
  const tabs = (line: string) => line.split("\t").length - 1;
  const [first = ""] = lines;
  if (lines.length < FEWEST || tabs(first) === 0) return null;
  if (lines.some((line) => tabs(line) !== tabs(first))) return null;
  const read = readCsv(lines.join("\n"));
  return "refusal" in read ? null : read;
}
