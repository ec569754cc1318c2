import { type Span, spreadMerged } from "./merged_cells.ts";
import type { OdfStyles } from "./odf_styles.ts";
import { Room, type SheetRows } from "./sheets.ts";
import { walkXml } from "./xml.ts";

/** How many columns one cell may repeat over, and how many rows one row: few bytes can claim a million. */
const MOST_COLUMNS = 200;
const MOST_ROWS = 100;
/** The most merged cells handled per sheet. */
const MAX_MERGED = 2_000;

type Cell = {
  text: string;
  times: number;
  columns: number;
  rows: number;
  is_struck: boolean;
  /** Whether it has text, read or struck out. */
  has_text: boolean;
};

/**
 * Reads the sheets of an OpenDocument spreadsheet as displayed. Throws `TooMuch`.
 * One function: opening, text and closing share state.
 */
export function odfSheets(xml: string, { hidden }: OdfStyles): SheetRows[] {
  const sheets: SheetRows[] = [];
  const room = new Room();
  let sheet: SheetRows | null = null;
  let spans: Span[] = [];
  let row: string[] = [];
  let repeated = { times: 1, is_hidden: false };
  let cell: Cell | null = null;
  let unread = 0;
  const keepCell = ({ text, times, columns, rows }: Cell) => {
    const said = text.trim();
    const at = row.length;
    if (said && (columns > 1 || rows > 1) && spans.length < MAX_MERGED) {
      const top = sheet?.rows.length ?? 0;
      spans.push({ row: top, column: at, rows, columns });
    }
    // Trailing empty cells are one repeated cell.
    for (let n = 0; n < Math.min(times, MOST_COLUMNS); n++) {
      if (said) room.take(said);
      row.push(said);
    }
  };
  const keepRow = () => {
    if (!sheet) return;
    while (row.length > 0 && !row.at(-1)) row.pop();
    const is_said = row.length > 0;
    if (repeated.is_hidden) {
      sheet.is_part_hidden ||= is_said;
      return;
    }
    const times = is_said ? Math.min(repeated.times, MOST_ROWS) : 1;
    for (let n = 0; n < times; n++) {
      if (n > 0) { for (const said of row) if (said) room.take(said); }
      sheet.rows.push([...row]);
    }
  };
  walkXml(xml, {
    open(name, attributes) {
      // Struck-out text is no longer valid.
      const is_struck = name === "span" &&
        hidden.has(attributes["style-name"] ?? "");
      if (unread > 0 || is_struck || /^(annotation|shapes)$/.test(name)) {
        unread++;
        return;
      }
      const many = (of: string) => Number(attributes[of]) || 1;
      if (name === "table") {
        sheet = {
          ...{ name: attributes.name ?? "", rows: [], is_part_hidden: false },
          struck: 0,
          is_hidden: hidden.has(attributes["style-name"] ?? ""),
        };
        spans = [];
      } else if (name === "table-row") {
        row = [];
        repeated = {
          times: many("number-rows-repeated"),
          is_hidden: /collapse|filter/.test(attributes.visibility ?? ""),
        };
      } else if (name === "table-cell" || name === "covered-table-cell") {
        cell = {
          ...{ text: "", times: many("number-columns-repeated") },
          columns: many("number-columns-spanned"),
          rows: many("number-rows-spanned"),
          is_struck: hidden.has(attributes["style-name"] ?? ""),
          has_text: false,
        };
      } else if (name === "p" && cell?.text) cell.text += "\n";
      else if (name === "s" && cell) cell.text += " ";
    },
    text(text) {
      if (unread > 0 || !cell) return;
      cell.has_text ||= /\S/.test(text);
      if (!cell.is_struck) cell.text += text;
    },
    close(name) {
      if (unread > 0) {
        unread--;
        return;
      }
      if (/^(covered-)?table-cell$/.test(name) && cell) {
        if (sheet && cell.is_struck && cell.has_text) sheet.struck++;
        keepCell(cell);
        cell = null;
      } else if (name === "table-row") keepRow();
      else if (name === "table" && sheet) {
        spreadMerged(sheet.rows, spans);
        sheets.push(sheet);
        sheet = null;
      }
    },
  });
  return sheets;
}
