/** Tells spreadsheet programs that a text is UTF-8. */
const BYTE_ORDER_MARK = "\ufeff";

/** What a table's program takes for the beginning of a formula, full-width forms too. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
/** The same inside a cell, where a program that parts cells at `;` or tabs, or that minds no quotes, begins one. */
const FORMULA_INSIDE = /[;\t\r\n](?=[" ]*[=+\-@＝＋－＠])/g;

/** The first line of a table, with its columns' names. */
export function csvHead(names: readonly string[]): string {
  return BYTE_ORDER_MARK + csvLine(names);
}

/**
 * A line of a table (RFC 4180). A text that would be a formula gets a quote before it, wherever it would be one, so
 * that no stranger's words are reckoned with where they are opened.
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
