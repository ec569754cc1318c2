// Finds the reading order of a PDF's page from the positions of its text: columns, lines.
import { type Line, UNSPACED } from "./pdf_text.ts";

/** A piece of text on a page, in points from the lower left corner; `text` is in logical order. */
export type Piece = {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
  is_rtl: boolean;
};

/** How deep a page is divided recursively. */
const DEEPEST = 12;
/** How many of the widest gaps are tried. */
const MOST_CUTS = 4;
/** The least gap between columns, and between cells, in line heights. */
const GUTTER = 1.1;
const CELLS = 1.5;
/** The least gap that stands for a space, in line heights. */
const BLANK = 0.25;
/** How much further apart paragraphs are than lines, and within which line heights. */
const PARAGRAPH = 1.35;
const [LEAST_APART, MOST_APART] = [1.4, 2.2];
/** The least share of its column that a line of running text fills. */
const FILLS = 0.55;

/** The lines of a page in reading order. */
export function linesOf(pieces: readonly Piece[]): Line[] {
  return partsOf(pieces, isRtl(pieces), 0).flatMap((part) => linesOfPart(part));
}

/** Divides a page: side by side at a gutter, otherwise one below the other. */
function partsOf(
  pieces: readonly Piece[],
  is_rtl: boolean,
  depth: number,
): Piece[][] {
  const said = pieces.filter(({ text }) => text.trim() !== "");
  if (said.length < 2 || depth > DEEPEST) return [[...pieces]];
  const height = middle(said.map(({ height }) => height));
  const cuts = cutAt(
    said.map(({ x, width }) => [x, x + width]),
    GUTTER * height,
  );
  const beside = cuts.slice(0, MOST_CUTS)
    .filter((at) => !isWithinTable(pieces, at, cuts, is_rtl))
    .map((at) => [
      pieces.filter(({ x }) => x < at),
      pieces.filter(({ x }) => x >= at),
    ]).find((columns) => columns.every(isRunningText));
  if (beside) {
    const order = is_rtl ? beside.toReversed() : beside;
    return order.flatMap((part) => partsOf(part, is_rtl, depth + 1));
  }
  const [above] = cutAt(
    said.map(({ y, height }) => [y, y + height]),
    0.5 * height,
  );
  if (above === undefined) return [[...pieces]];
  const parts = [
    pieces.filter(({ y }) => y >= above),
    pieces.filter(({ y }) => y < above),
  ].flatMap((part) => partsOf(part, is_rtl, depth + 1));
  // If neither half has columns, they are one text.
  return parts.length > 2 ? parts : [[...pieces]];
}

/** The middles of the gaps of at least `least` that no stretch overlaps, widest first. */
function cutAt(stretches: [from: number, to: number][], least: number) {
  const gaps: { at: number; width: number }[] = [];
  let end = -Infinity;
  for (const [from, to] of stretches.toSorted(([a], [b]) => a - b)) {
    if (end > -Infinity && from - end >= least) {
      gaps.push({ at: (from + end) / 2, width: from - end });
    }
    end = Math.max(end, to);
  }
  return gaps.sort((a, b) => b.width - a.width).map(({ at }) => at);
}

/**
 * Whether a gap separates text from its own figures, such as names from their prices, although running text may
 * follow beside those.
 */
function isWithinTable(
  pieces: readonly Piece[],
  at: number,
  cuts: readonly number[],
  is_rtl: boolean,
): boolean {
  const next = is_rtl
    ? Math.max(...cuts.filter((cut) => cut < at))
    : Math.min(...cuts.filter((cut) => cut > at));
  const [from, to] = is_rtl ? [next, at] : [at, next];
  if (!Number.isFinite(next)) return false;
  const cells = pieces.filter(({ x }) => x >= from && x < to);
  return !isRunningText(cells);
}

/** Whether pieces form a column of text: most cells of a table are much shorter than their column. */
function isRunningText(pieces: readonly Piece[]): boolean {
  const rows = rowsOf(pieces).map((row) => {
    const [from, to] = reach(row);
    return to - from;
  });
  const widest = rows.reduce((most, width) => Math.max(most, width), 0);
  return rows.length >= 3 &&
    rows.filter((width) => width > FILLS * widest).length > rows.length / 2 &&
    pieces.reduce((sum, { text }) => sum + text.trim().length, 0) >
      12 * rows.length;
}

/** The horizontal extent of pieces. */
function reach(pieces: readonly Piece[]): [from: number, to: number] {
  let [from, to] = [Infinity, -Infinity];
  for (const { x, width } of pieces) {
    from = Math.min(from, x);
    to = Math.max(to, x + width);
  }
  return [from, to];
}

/** Groups pieces at the same height, from the top. */
function rowsOf(pieces: readonly Piece[]): Piece[][] {
  const rows: Piece[][] = [];
  for (const piece of pieces.toSorted((a, b) => b.y - a.y)) {
    const row = rows.at(-1);
    const near = row ? Math.max(row[0].height, piece.height) / 2 : 0;
    if (row && row[0].y - piece.y < near) row.push(piece);
    else if (piece.text.trim() !== "") rows.push([piece]);
  }
  return rows;
}

function linesOfPart(pieces: readonly Piece[]): Line[] {
  const rows = rowsOf(withoutGaps(pieces));
  const apart = middle(
    rows.slice(1).map(([{ y }], n) => rows[n][0].y - y),
  );
  let last: Piece | null = null;
  return rows.map((row) => {
    const text = inOrder(row).replace(/\s+/g, " ").trim();
    const [x, end] = reach(row);
    const width = end - x;
    const [{ y, height }] = row;
    const most = Math.min(
      Math.max(PARAGRAPH * apart, LEAST_APART * height),
      MOST_APART * height,
    );
    const begins = !last || last.y - y > most ||
      Math.abs(last.height - height) > 0.25 * height;
    last = row[0];
    const is_row = text.includes(CELL);
    return { text, x, y, width, height, begins, is_row };
  });
}

/** The least rows with a gap at the same place for it not to be a wide space by chance. */
const FEWEST_ROWS = 3;

/** A part's pieces without the spaces that fill the gap between two columns of its table. */
function withoutGaps(pieces: readonly Piece[]): Piece[] {
  const said = pieces.filter(({ text }) => text.trim() !== "");
  if (rowsOf(said).length < FEWEST_ROWS) return [...pieces];
  const height = middle(said.map(({ height }) => height));
  const gaps = cutAt(
    said.map(({ x, width }) => [x, x + width]),
    CELLS * height,
  );
  return pieces.filter(({ text, x, width }) =>
    text.trim() !== "" || !gaps.some((gap) => x < gap && gap < x + width)
  );
}

/**
 * The text of one row. In right-to-left text the pieces are read from the right, numbers and Latin words within from
 * the left.
 */
function inOrder(row: readonly Piece[]): string {
  const from_left = row.toSorted((a, b) => a.x - b.x);
  if (!isRtl(row)) return joined(from_left);
  const isLtr = (piece?: Piece) =>
    piece !== undefined && !piece.is_rtl && /[\p{L}\p{Nd}]/u.test(piece.text);
  const runs: Piece[][] = [];
  for (const [n, piece] of from_left.entries()) {
    const run = runs.at(-1);
    // Whatever lies between two figures belongs to them.
    const goes_on = isLtr(piece) || !piece.is_rtl && isLtr(from_left[n + 1]);
    if (goes_on && isLtr(run?.[0])) run?.push(piece);
    else runs.push([piece]);
  }
  const said: string[] = [];
  let begin = NaN;
  for (const run of runs.toReversed()) {
    const { x, width, height } = run[run.length - 1];
    const gap = begin - (x + width);
    if (gap > CELLS * height) said.push(CELL);
    else if (gap > BLANK * height) said.push(" ");
    said.push(joined(run));
    begin = run[0].x;
  }
  return said.join("");
}

/** Whether most letters are right-to-left; figures are neutral. */
function isRtl(pieces: readonly Piece[]): boolean {
  let more = 0;
  for (const { text, is_rtl } of pieces) {
    const letters = text.match(/\p{L}/gu)?.length ?? 0;
    more += is_rtl ? letters : -letters;
  }
  return more > 0;
}

/** Separates the cells of a row. */
const CELL = " · ";

/** Joins pieces from left to right, with a space for each wide enough gap. */
function joined(pieces: readonly Piece[]): string {
  const said: string[] = [];
  let end = NaN;
  for (const { text, x, width, height } of pieces) {
    const last = said.at(-1)?.slice(-1) ?? "";
    const is_east = UNSPACED.test(last) && UNSPACED.test(text[0]);
    if (x - end > CELLS * height) said.push(CELL);
    else if (x - end > BLANK * height && !is_east) said.push(" ");
    said.push(text);
    end = x + width;
  }
  return said.join("");
}

function middle(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
