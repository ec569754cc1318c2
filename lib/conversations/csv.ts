/** Tells spreadsheet programs that a text is UTF-8. */
const BYTE_ORDER_MARK = "\ufeff";

/** Characters that spreadsheets take for the beginning of a formula, including full-width forms. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
/** The same inside a cell, for programs that split cells at `;` or tabs, or ignore quotes. */
const FORMULA_INSIDE = /[;\t\r\n](?=[" ]*[=+\-@＝＋－＠])/g;

/** The first line of a table, with the column names. */
export function csvHead(names: readonly string[]): string {
  return BYTE_ORDER_MARK + csvLine(names);
}

/**
 * A line of CSV (RFC 4180). Text that a spreadsheet could run as a formula gets a quote before it, wherever it could
 * begin one, so that a stranger's text is never executed.
 */
export function csvLine(cells: readonly (string | number)[]): string {
  return cells.map(cellOf).join(",") + "\r\n";
}

function cellOf(value: string | number): string {
  if (typeof value === "number") return String(value);
  const inside = value.replace(FORMULA_INSIDE, "$&'");
  const safe = FORMULA.test(value) ? `'${inside}` : inside;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
