/** A merged cell: where it begins, and how many rows and columns it covers. */
export type Span = {
  row: number;
  column: number;
  rows: number;
  columns: number;
};

/** The most cells filled: few bytes can claim many. */
const MAX_FILLED = 20_000;

/**
 * Copies a merged cell's text into each place it covers, so that every row is complete; headings in two rows become
 * one. A cell across the whole width concerns everything, and stays alone. Changes the rows.
 */
export function spreadMerged(rows: string[][], spans: readonly Span[]): void {
  const width = Math.max(0, ...rows.map(({ length }) => length));
  let filled = 0;
  for (const { row, column, rows: height, columns } of spans) {
    const text = rows[row]?.[column];
    if (!text || columns >= width) continue;
    for (let y = row; y < Math.min(row + height, rows.length); y++) {
      // An otherwise empty row stays empty.
      if (y > row && !rows[y].some(Boolean)) continue;
      for (let x = column; x < Math.min(column + columns, width); x++) {
        if (++filled > MAX_FILLED) return;
        rows[y][x] ||= text;
      }
    }
  }
  joinHeadings(rows, spans, width);
}

/** A heading over several columns is put before each of theirs: "Price, summer", "Price, winter". */
function joinHeadings(
  rows: string[][],
  spans: readonly Span[],
  width: number,
): void {
  const at = rows.findIndex((row) => row.filter(Boolean).length > 1);
  const below = rows[at + 1];
  const is_over = spans.some(({ row, columns }) =>
    row === at && columns > 1 && columns < width
  );
  if (!is_over || !below || at + 2 >= rows.length) return;
  for (let x = 0; x < width; x++) {
    const [over, own] = [rows[at][x] ?? "", below[x] ?? ""];
    below[x] = over && own && over !== own ? `${over}, ${own}` : own || over;
  }
  rows[at] = [];
}
