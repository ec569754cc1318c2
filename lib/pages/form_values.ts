import { invalidInput } from "../errors.ts";

/** The entries of a text area, one per line or separated by commas or spaces. */
export function entriesOf(text = ""): string[] {
  return text.split(/[\s,]+/).filter(Boolean);
}

/** A whole number as typed; undefined for an empty field. Throws `invalid_input`. */
export function wholeNumberOf(path: string, text = ""): number | undefined {
  if (text.trim() === "") return undefined;
  if (/^\d{1,15}$/.test(text.trim())) return Number(text);
  throw invalidInput(path, "Write a whole number.");
}

/** A time from a `datetime-local` field, read as UTC; null for an empty one. Throws `invalid_input`. */
export function momentOf(path: string, text = ""): string | null {
  if (text.trim() === "") return null;
  const ms = Date.parse(`${text.trim()}Z`);
  if (Number.isFinite(ms)) return new Date(ms).toISOString();
  throw invalidInput(
    path,
    "Write a date and a time, such as 2030-01-31T18:00.",
  );
}

/** A time in a `datetime-local` field's format, in UTC. */
export function toMomentField(at: string | null): string {
  return at?.slice(0, 16) ?? "";
}

/** A whole number as typed; the schema refuses anything else with its own message. */
export function digitsOf(text = ""): number {
  return /^\d+$/.test(text.trim()) ? Number(text) : NaN;
}
