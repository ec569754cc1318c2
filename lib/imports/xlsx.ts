import type { ColumnChoice, Reading, Refusal } from "./kinds.ts";
import { cellText, type Style } from "./xlsx_cell.ts";
import { type Span, spreadMerged } from "./merged_cells.ts";
import { readSheets, Room, type SheetRows, TooMuch } from "./sheets.ts";
import { textOf, unzip } from "./unzip.ts";
import { walkXml } from "./xml.ts";
import {
  isOn,
  readBook,
  readStrings,
  readStruck,
  readStyles,
} from "./xlsx_book.ts";

/** The most cell positions of a sheet, rows times columns: few bytes can claim many. */
const MAX_PLACES = 4_000_000;
/** The most merged cells handled per sheet. */
const MAX_MERGED = 2_000;
/** As many as Excel has. */
const MAX_COLUMN = 16_384;

/** Tables that the cells of all sheets refer to. */
type Book = {
  strings: string[];
  styles: Style[];
  /** Indices of the styles of struck-out cells, which are left out. */
  struck: ReadonlySet<number>;
  is_1904: boolean;
};

/** Reads the tables of a workbook, one per sheet, as displayed: hidden sheets, rows and columns are left out. */
export async function readXlsx(
  bytes: Uint8Array<ArrayBuffer>,
  columns?: ColumnChoice,
): Promise<Reading | Refusal> {
  const parts = await unzip(bytes, (name) => /\.(xml|rels)$/i.test(name));
  if (!parts?.has("xl/workbook.xml")) {
    return {
      refusal:
        "This Excel workbook is incomplete, locked, or too large when unpacked. Save it again as .xlsx without a password, or as .csv.",
    };
  }
  const { sheets, is_1904 } = readBook(parts);
  const styles = textOf(parts, "xl/styles.xml");
  const book: Book = {
    is_1904,
    strings: readStrings(textOf(parts, "xl/sharedStrings.xml")),
    styles: readStyles(styles),
    struck: readStruck(styles),
  };
  const room = new Room();
  const shown = function* (): Generator<SheetRows> {
    for (const { name, path, is_hidden } of sheets) {
      const read = is_hidden
        ? { rows: [], is_part_hidden: false, struck: 0 }
        : rowsOf(textOf(parts, path), book, room);
      yield { name, is_hidden, ...read };
    }
  };
  return readSheets(shown, columns);
}

/**
 * The visible cells of a sheet, row by row.
 * One function: opening, text and closing share state.
 */
function rowsOf(xml: string, book: Book, room: Room) {
  const rows: string[][] = [];
  const hidden_columns = new Set<number>();
  const used = new Set<number>();
  const spans: Span[] = [];
  /** The position of each row by its number. */
  const places = new Map<number, number>();
  let named = 0;
  let is_part_hidden = false;
  let struck = 0;
  let is_row_hidden = false;
  let cell = { at: 0, type: "n", style: 0, text: "" };
  let is_value = false;
  let is_struck = false;
  const keep = (row: string[]) => {
    const text = cellText(cell, book);
    if (text === "") return;
    if (book.struck.has(cell.style)) struck++;
    else if (is_row_hidden || hidden_columns.has(cell.at)) {
      is_part_hidden = true;
    } else {
      room.take(text);
      row[cell.at] = text;
      used.add(cell.at);
    }
  };
  walkXml(xml, {
    open(name, { r, t = "n", s, hidden, min, max, ref, val }) {
      const is_hidden = hidden === "1" || hidden === "true";
      if (name === "col" && is_hidden) {
        const last = Math.min(Number(max), MAX_COLUMN);
        for (let n = Number(min); n <= last; n++) {
          hidden_columns.add(n - 1);
          // Each is named once.
          if (++named > MAX_COLUMN) throw new TooMuch();
        }
      }
      if (name === "row") {
        is_row_hidden = is_hidden;
        places.set(Number(r ?? rows.length + 1), rows.length);
        rows.push([]);
      }
      if (name === "mergeCell" && ref && spans.length < MAX_MERGED) {
        spans.push(...spanOf(ref, places));
      }
      if (name === "c") {
        const at = r ? columnOf(r) : cell.at + 1;
        cell = { at, type: t, style: Number(s ?? 0), text: "" };
      }
      if (name === "c" || name === "r") is_struck = false;
      if (name === "strike") is_struck = isOn(val);
      is_value = name === "v" || name === "t" && !is_struck;
    },
    text(text) {
      if (is_value) cell.text += text;
    },
    close(name) {
      is_value = false;
      if (name === "c") keep(rows[rows.length - 1] ?? []);
    },
  });
  if (rows.length * used.size > MAX_PLACES) throw new TooMuch();
  const columns = [...used].sort((a, b) => a - b);
  const shown = rows.map((row) => columns.map((n) => row[n] ?? ""));
  spreadMerged(shown, spansAmong(spans, columns));
  return { is_part_hidden, struck, rows: shown };
}

/** Merged cells in terms of the columns that are left after empty and hidden ones are removed. */
function spansAmong(spans: readonly Span[], columns: number[]): Span[] {
  const place = (column: number) => columns.filter((n) => n < column).length;
  return spans.map((span) => {
    const column = place(span.column);
    const end = place(span.column + span.columns);
    return { ...span, column, columns: end - column };
  });
}

/** The merged cell for a range such as `A1:C2`; none if its first row is missing. */
function spanOf(ref: string, places: ReadonlyMap<number, number>): Span[] {
  const [, from, top, to, bottom] =
    /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(ref) ?? [];
  const row = places.get(Number(top));
  if (row === undefined) return [];
  // Rows omitted from the file are empty.
  let rows = 1;
  while (
    Number(top) + rows <= Number(bottom) &&
    places.get(Number(top) + rows) === row + rows
  ) rows++;
  const column = columnOf(from);
  return [{ row, column, rows, columns: columnOf(to) - column + 1 }];
}

/** The column index in a cell's name: 0 for `A1`, 26 for `AA7`. */
function columnOf(name: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/.exec(name)?.[0] ?? "A") {
    column = column * 26 + letter.charCodeAt(0) - 64;
  }
  return column - 1;
}
