import { MAX_UNPACKED } from "./bounds.ts";
import type {
  ColumnChoice,
  LeftOut,
  Reading,
  ReadItem,
  Refusal,
  TableRead,
} from "./kinds.ts";
import { leftStruck } from "./left_out.ts";
import { readTable } from "./table.ts";

/** The most non-empty cells in all sheets. */
const MAX_CELLS = 200_000;
/** The most UTF-16 units in all cells: few bytes can claim many. */
const MAX_UNITS = MAX_UNPACKED;

/** Thrown for a workbook beyond the limits. */
export class TooMuch extends Error {}

/** The capacity left for the remaining sheets. */
export class Room {
  #cells = MAX_CELLS;
  #units = MAX_UNITS;

  /** Throws `TooMuch` if this cell does not fit any more. */
  take(text: string): void {
    if (this.#cells-- <= 0 || (this.#units -= text.length) < 0) {
      throw new TooMuch();
    }
  }
}

/** A sheet as displayed. */
export type SheetRows = {
  name: string;
  rows: string[][];
  is_hidden: boolean;
  /** Whether some of its rows or columns are hidden and left out. */
  is_part_hidden: boolean;
  /** How many of its cells are struck out and left out. */
  struck: number;
};

/** Reads the tables of a workbook, one per sheet; hidden sheets are left out. */
export function readSheets(
  sheets: () => Iterable<SheetRows>,
  columns?: ColumnChoice,
): Reading | Refusal {
  const left_out: LeftOut[] = [];
  const items: ReadItem[] = [];
  const tables: TableRead[] = [];
  try {
    for (const sheet of sheets()) {
      const read = sheet.is_hidden
        ? hidden(`the hidden sheet “${sheet.name}”`)
        : readSheet(sheet, columns);
      items.push(...read.items);
      left_out.push(...read.left_out);
      if (read.table) tables.push(read.table);
    }
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    const most = MAX_CELLS.toLocaleString("en");
    return { refusal: `This workbook has more than ${most} cells. Split it.` };
  }
  const table = tableOf(tables);
  if (items.length > 0) return { items, left_out, ...table };
  const why = left_out.map(({ what, why }) => `Of ${what}: ${why}`).join(" ");
  const refusal = `No table was found in this workbook. ${why}`.trim();
  return { refusal, ...table };
}

/** The columns of all sheets, each name once; read as pairs if any of them is. */
function tableOf(tables: TableRead[]): { table?: TableRead } {
  const pairs = tables.find(({ read_as }) => read_as !== "rows");
  const [first] = pairs ? [pairs] : tables;
  if (!first) return {};
  const columns = [...new Set(tables.flatMap(({ columns }) => columns))];
  return { table: { columns, read_as: first.read_as } };
}

function hidden(what: string): Reading {
  const why = "Hidden parts are not read. Unhide it first if it should be.";
  return { items: [], left_out: [{ what, why }] };
}

function readSheet(
  { name, rows, is_part_hidden, struck }: SheetRows,
  columns?: ColumnChoice,
): Reading {
  const left_out = [
    ...is_part_hidden
      ? hidden(`the hidden rows and columns of the sheet “${name}”`).left_out
      : [],
    ...struck > 0 ? [leftStruck(struck)] : [],
  ];
  if (rows.length === 0) return { items: [], left_out };
  const read = readTable(rows, name, columns);
  const { table } = read;
  if ("refusal" in read) {
    const what = `the sheet “${name}”`;
    const refused = { what, why: read.refusal };
    return { items: [], left_out: [...left_out, refused], table };
  }
  const of = read.left_out.map(({ what, why }) => ({
    ...{ what: `${what} of the sheet “${name}”`, why },
  }));
  return { items: read.items, left_out: [...left_out, ...of], table };
}
