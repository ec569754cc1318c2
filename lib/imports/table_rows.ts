import { asName } from "./column_names.ts";
import type { Reading } from "./kinds.ts";

/** A row of a table with its number in the file, from 1. */
export type Row = { n: number; cells: string[] };

/** Each row as a heading, its first cell, with the others below, each after its column name. */
export function readRows(all: Row[], title: string | null): Reading {
  const columns = all[0].cells.length;
  // A single cell above the headings concerns all rows.
  const from = all.findIndex(({ cells }) => filled(cells).length > 1);
  const above = columns > 1 ? all.slice(0, Math.max(0, from)) : [];
  const rows = all.slice(above.length);
  const [first, ...rest] = rows;
  const has_headings = columns > 1 && rest.length > 0 && isHeading(first);
  const said = (has_headings ? rest : rows).map(({ cells }) => {
    if (columns === 1) return oneLine(cells[0]);
    if (!has_headings) return cells.filter(Boolean).map(oneLine).join(" · ");
    const [name, ...others] = cells.map(oneLine);
    const lines = others.map((value, i) => {
      const heading = oneLine(first.cells[i + 1] ?? "");
      return value && (heading ? `${heading}: ${value}` : value);
    }).filter(Boolean);
    const about = name && `## ${name}`;
    return [about, lines.join("  \n")].filter(Boolean).join("\n\n");
  });
  const lead = above.map(({ cells }) => oneLine(filled(cells).join(" ")));
  const body = [...lead, ...said].join("\n\n");
  return { items: [{ kind: "text", title, body }], left_out: [] };
}

/** Whether a row is headings: unique names for most columns, without numbers. */
export function isHeading({ cells }: Row): boolean {
  const names = filled(cells).map(asName);
  return names.length > cells.length / 2 &&
    new Set(names).size === names.length &&
    names.every((name) => /\p{L}/u.test(name) && name.length <= 60);
}

/** The non-empty cells. */
export function filled(cells: string[]): string[] {
  return cells.filter(Boolean);
}

/** A text without line breaks. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}

/** A cell as quoted in a sentence. */
export function quoted(name: string): string {
  return `“${oneLine(name).slice(0, 60)}”`;
}
