import { textOf } from "./unzip.ts";
import type { Style } from "./xlsx_cell.ts";
import { walkXml } from "./xml.ts";

/** The longest number format that Excel accepts, in UTF-16 units. */
const LONGEST_PATTERN = 255;

/** The files within a workbook, by path. */
export type Parts = Map<string, Uint8Array<ArrayBuffer>>;
export type Sheet = { name: string; is_hidden: boolean; path: string };

/** The sheets of a workbook, and whether its dates count from 1904. */
export function readBook(parts: Parts): { sheets: Sheet[]; is_1904: boolean } {
  const paths = new Map<string, string>();
  walkXml(textOf(parts, "xl/_rels/workbook.xml.rels"), {
    open(_, { Id, Target }) {
      if (Id && Target) paths.set(Id, pathOf(Target));
    },
  });
  const sheets = new Map<string, Sheet>();
  let is_1904 = false;
  walkXml(textOf(parts, "xl/workbook.xml"), {
    open(name, { name: title, id, state, date1904 }) {
      if (name === "workbookPr") is_1904 = /^(1|true)$/.test(date1904 ?? "");
      if (name !== "sheet") return;
      const is_hidden = /hidden$/i.test(state ?? "");
      const path = paths.get(id) ?? "";
      // A few bytes could name one sheet a million times.
      if (!sheets.has(path)) sheets.set(path, { name: title, is_hidden, path });
    },
  });
  return { sheets: [...sheets.values()], is_1904 };
}

/** The path of a relation's target, relative to the workbook or to the archive's root. */
function pathOf(target: string): string {
  return target.startsWith("/") ? target.slice(1) : `xl/${target}`;
}

/** The strings that cells refer to by number. */
export function readStrings(xml: string): string[] {
  const strings: string[] = [];
  let is_text = false;
  // Phonetic guides for Japanese text are skipped.
  let is_phonetic = false;
  // Struck-out text is no longer valid.
  let is_struck = false;
  walkXml(xml, {
    open(name, { val }) {
      if (name === "si") strings.push("");
      if (name === "rPh") is_phonetic = true;
      if (name === "r" || name === "si") is_struck = false;
      if (name === "strike") is_struck = isOn(val);
      is_text = name === "t" && !is_phonetic && !is_struck;
    },
    text(text) {
      if (is_text) strings[strings.length - 1] += text;
    },
    close(name) {
      if (name === "rPh") is_phonetic = false;
      is_text = false;
    },
  });
  return strings;
}

/** Whether a text property such as `strike` is on. */
export function isOn(val = ""): boolean {
  return !/^(0|false)$/.test(val);
}

/** The indices of cell styles whose font is struck out. */
export function readStruck(xml: string): Set<number> {
  const struck = new Set<number>();
  const fonts = new Set<string>();
  let [font, style] = [-1, -1];
  let is_cell = false;
  walkXml(xml, {
    open(name, { fontId = "", val }) {
      if (name === "font") font++;
      if (name === "strike" && isOn(val)) fonts.add(String(font));
      if (name === "cellXfs") is_cell = true;
      if (name === "xf" && is_cell) {
        style++;
        if (fonts.has(fontId)) struck.add(style);
      }
    },
    close(name) {
      if (name === "cellXfs") is_cell = false;
    },
  });
  return struck;
}

/** The number format of each style, an id or a pattern. */
export function readStyles(xml: string): Style[] {
  const patterns = new Map<string, string>();
  const styles: Style[] = [];
  let is_cell = false;
  walkXml(xml, {
    open(name, { numFmtId = "0", formatCode }) {
      if (name === "numFmt") {
        const is_sound = formatCode && formatCode.length <= LONGEST_PATTERN;
        patterns.set(numFmtId, is_sound ? formatCode : "General");
      }
      if (name === "cellXfs") is_cell = true;
      if (name === "xf" && is_cell) {
        styles.push(patterns.get(numFmtId) ?? Number(numFmtId));
      }
    },
    close(name) {
      if (name === "cellXfs") is_cell = false;
    },
  });
  return styles;
}
