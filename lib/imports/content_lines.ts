/** A line of a calendar or a contact: `DTSTART;TZID=Europe/Berlin:20261205T100000`. */
export type ContentLine = {
  name: string;
  parameters: ReadonlyMap<string, string>;
  /** As written, with its escapes. */
  value: string;
};

/**
 * The lines of a calendar (RFC 5545) or of contacts (RFC 6350, and 2.1 as phones write it), continuation lines
 * joined.
 */
export function* contentLines(text: string): Generator<ContentLine> {
  let open = "";
  for (const line of [...text.replace(/^\ufeff/, "").split(/\r\n?|\n/), ""]) {
    if (/^[ \t]/.test(line)) {
      open += line.slice(1);
      continue;
    }
    // A quoted-printable line of 2.1 continues without a leading space.
    if (/=$/.test(open) && /QUOTED-PRINTABLE/i.test(open.slice(0, 200))) {
      open = open.slice(0, -1) + line;
      continue;
    }
    const read = lineOf(open);
    if (read) yield read;
    open = line;
  }
}

function lineOf(line: string): ContentLine | null {
  const end = valueStart(line);
  if (end < 0) return null;
  const [head, ...others] = line.slice(0, end).split(";");
  const parameters = new Map(others.map((one) => {
    const [name, value = ""] = one.split("=");
    return [name.toUpperCase(), value.replaceAll('"', "")];
  }));
  const raw = line.slice(end + 1);
  const is_quoted = /QUOTED-PRINTABLE/i.test(line.slice(0, end));
  return {
    // Address books prefix group names: `item1.TEL`.
    name: head.slice(head.lastIndexOf(".") + 1).toUpperCase(),
    parameters,
    value: is_quoted ? unquoted(raw) : raw,
  };
}

/** The colon after the parameters, which may themselves contain one in quotes. */
function valueStart(line: string): number {
  let is_quoted = false;
  for (let at = 0; at < Math.min(line.length, 2_000); at++) {
    if (line[at] === '"') is_quoted = !is_quoted;
    if (line[at] === ":" && !is_quoted) return at;
  }
  return -1;
}

/** Decodes quoted-printable text (RFC 2045, 6.7), which phones write in UTF-8. */
function unquoted(text: string): string {
  const bytes: number[] = [];
  for (const part of text.match(/=[\dA-F]{2}|[^=]+|=/gi) ?? []) {
    if (/^=../.test(part)) bytes.push(parseInt(part.slice(1), 16));
    else new TextEncoder().encode(part).forEach((byte) => bytes.push(byte));
  }
  return new TextDecoder().decode(Uint8Array.from(bytes));
}

/** Unescapes the text of a value. */
export function textOfValue(value: string): string {
  return value.replace(
    /\\([\\;,nN])/g,
    (_, letter) => /n/i.test(letter) ? "\n" : letter,
  ).trim();
}

/** The non-empty parts of a value between its semicolons. */
export function partsOfValue(value: string): string[] {
  return value.split(/(?<!\\);/).map(textOfValue).filter(Boolean);
}
