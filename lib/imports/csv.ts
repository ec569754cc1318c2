// @ts-types="./papaparse.d.ts"
import Papa from "papaparse";
import { findColumns } from "./column_names.ts";
import type { ColumnChoice, Reading, Refusal } from "./kinds.ts";
import { MAX_COLUMNS, readTable } from "./table.ts";

const SEPARATORS = [",", ";", "\t", "|"];
/** Rows used to guess the separator. */
const FEW = 50;

/**
 * Reads a table from a text file: separated by commas, semicolons, tabs or bars, or as its first line says (`sep=;`).
 */
export function readCsv(
  text: string,
  columns?: ColumnChoice,
): Reading | Refusal {
  const stated = /^\ufeff?"?sep=([^\r\n])"?\r?\n?/i.exec(text);
  const table = stated ? text.slice(stated[0].length) : text;
  const separator = stated?.[1] ?? separatorOf(table);
  return readTable(parseTable(table, separator), null, columns);
}

/**
 * The cells of a table, row by row (RFC 4180): quoted ones may contain separators, line breaks and doubled quotes.
 */
export function parseTable(
  text: string,
  separator: string,
  most?: number,
): string[][] {
  return Papa.parse<string[]>(text, { delimiter: separator, preview: most })
    .data;
}

/**
 * The separator that makes a heading a known name, or gives the first rows the same number of cells, and many of
 * them.
 */
function separatorOf(text: string): string {
  const scores = SEPARATORS.map((separator) => {
    const rows = parseTable(text, separator, FEW)
      .filter((row) => row.some((cell) => cell.trim()));
    const width = rows[0]?.length ?? 1;
    // A table with this many columns is refused, whatever its separator.
    if (width === 1 || width > MAX_COLUMNS) return 0;
    const { question, answer } = findColumns(rows[0]);
    const alike = rows.filter((row) => row.length === width).length;
    const named = question >= 0 && answer >= 0 ? 1_000 : 0;
    return named + 100 * alike / rows.length + Math.min(width, 50);
  });
  return SEPARATORS[scores.indexOf(Math.max(...scores))];
}
