import type { ColumnChoice, LeftOut, Reading, Refusal } from "./kinds.ts";
import { readTable } from "./table.ts";

type Entry = Record<string, unknown>;

const NONE: Refusal = {
  refusal:
    "No list was found in this JSON file. Save what it says as a table (.csv) or as text (.txt).",
};

/**
 * Reads a list of entries, or one entry per line: texts if each has a title and a body, otherwise a table with the
 * value names as columns. Nested values are reported as left out.
 */
export function readJson(
  text: string,
  columns?: ColumnChoice,
): Reading | Refusal {
  const entries = listOf(parsed(text));
  if (!entries) return NONE;
  const texts = entries.map(({ title, body }) =>
    typeof title === "string" && typeof body === "string"
      ? { kind: "text" as const, title, body }
      : null
  ).filter((one) => one !== null);
  if (!columns && texts.length === entries.length) {
    return { items: texts, left_out: [] };
  }
  const names = [...new Set(entries.flatMap((entry) => Object.keys(entry)))];
  const plain = names.filter((name) =>
    entries.some((entry) => cellOf(entry[name]) !== "")
  );
  const deep = names.filter((name) =>
    entries.some((entry) => entry[name] && cellOf(entry[name]) === "")
  );
  const read = readTable(
    [
      plain,
      ...entries.map((entry) => plain.map((name) => cellOf(entry[name]))),
    ],
    null,
    columns,
  );
  if ("refusal" in read) return read;
  const left_out: LeftOut[] = deep.length === 0 ? [] : [{
    what: deep.slice(0, 20).map((name) => `“${name.slice(0, 60)}”`).join(", "),
    why: "Nested values are not read.",
  }];
  return { ...read, left_out: [...read.left_out, ...left_out] };
}

/** The whole as JSON, or each of its lines; null if it is neither. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    try {
      return text.split("\n").filter((line) => /\S/.test(line))
        .map((line) => JSON.parse(line));
    } catch {
      return null;
    }
  }
}

/** The entries of a list, or of the longest list in an object; null for anything else. */
function listOf(value: unknown): Entry[] | null {
  if (Array.isArray(value)) {
    return value.length > 0 && value.every(isEntry) ? value : null;
  }
  if (!isEntry(value)) return null;
  const lists = Object.values(value).map((one) =>
    Array.isArray(one) ? listOf(one) : null
  ).filter((list) => list !== null);
  return lists.sort((a, b) => b.length - a.length)[0] ?? null;
}

function isEntry(value: unknown): value is Entry {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A plain value, or a list of plain values, as text; empty for anything else. */
function cellOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") {
    return String(value);
  }
  return Array.isArray(value) && !value.some((one) => cellOf(one) === "")
    ? value.map(cellOf).join(", ")
    : "";
}
