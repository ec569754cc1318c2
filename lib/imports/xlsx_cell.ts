import { dateFromSerial, format, getFormatFromId, isDateFormat } from "numfmt";

/** A number format: the id of a built-in one, or a pattern. */
export type Style = number | string;

type Cell = { type: string; style: number; text: string };

/** Days between the two date epochs of workbooks. */
const DAYS_1904 = 1_462;

/** A cell's displayed text. Dates are written unambiguously: `2026-03-04`. */
export function cellText(
  { type, style, text }: Cell,
  { strings, styles, is_1904 }: {
    strings: string[];
    styles: Style[];
    is_1904: boolean;
  },
): string {
  if (type === "s") return (strings[Number(text)] ?? "").trim();
  if (type === "b") return text === "1" ? "yes" : "no";
  // A failed formula has no text.
  if (type === "e") return "";
  if (type !== "n" || text === "") return text.trim();
  const value = Number(text);
  if (!Number.isFinite(value)) return text.trim();
  const of = styles[style] ?? 0;
  const pattern = typeof of === "number"
    ? String(getFormatFromId(of) ?? "General")
    : of;
  if (isDateFormat(pattern)) {
    return dateText(value + (is_1904 ? DAYS_1904 : 0));
  }
  return formatted(pattern, value);
}

function formatted(pattern: string, value: number): string {
  try {
    return format(pattern, value).trim();
  } catch {
    // Not a valid pattern.
    return String(value);
  }
}

function dateText(serial: number): string {
  const date = dateFromSerial(serial);
  if (!date) return "";
  const [year, month, day, hours, minutes] = date.map((part: number) =>
    String(part).padStart(2, "0")
  );
  const time = `${hours}:${minutes}`;
  if (serial < 1) return time;
  const on = `${year}-${month}-${day}`;
  return serial % 1 === 0 ? on : `${on} ${time}`;
}
