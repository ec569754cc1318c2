import { MAX_TEXT } from "../schemas/text_sizes.ts";
import type { Part, Reading, ReadItem } from "./kinds.ts";

/** Where to cut a text, best first: before a heading, after a paragraph, a line, a word. */
const HEADINGS = ["\n# ", "\n## ", "\n### "];
const ENDS = ["\n\n", "\n", " "];

/**
 * Splits a text into parts of at most `most` UTF-16 units, each at least half as long except the last; blank ones are
 * dropped.
 */
export function partsOf(text: string, most = MAX_TEXT): string[] {
  const parts: string[] = [];
  for (let from = 0; from < text.length;) {
    const end = text.length - from <= most
      ? text.length
      : from + endOf(text.slice(from, from + most));
    parts.push(text.slice(from, end));
    from = end;
  }
  return parts.filter((part) => /\S/.test(part));
}

/** A reading with its long texts split into parts; a pair too long for one item is left out. */
export function inParts(reading: Reading): Reading {
  const cut: Reading = {
    ...reading,
    items: [],
    left_out: [...reading.left_out],
  };
  for (const item of reading.items) {
    if (item.body.length <= MAX_TEXT) cut.items.push(item);
    else if (item.kind === "pair") {
      cut.left_out.push({ what: item.title, why: "Its answer is too long." });
    } else {
      const bodies = partsOf(item.body);
      const of = bodies.length;
      cut.items.push(...bodies.map((body, i): ReadItem => ({
        ...{ ...item, body },
        part: { n: i + 1, of },
      })));
    }
  }
  return cut;
}

function endOf(window: string): number {
  const half = window.length / 2;
  for (const mark of [...HEADINGS, ...ENDS]) {
    const at = window.lastIndexOf(mark);
    if (at >= half) return at + (HEADINGS.includes(mark) ? 1 : mark.length);
  }
  // Does not split a surrogate pair.
  const is_split = window.charCodeAt(window.length - 1) >> 10 === 0x36;
  return is_split ? window.length - 1 : window.length;
}

/** A title of at most 200 UTF-16 units that names the part. */
export function partTitle(title: string, { n, of }: Part): string {
  const which = ` (${n} of ${of})`;
  return title.slice(0, 200 - which.length).toWellFormed() + which;
}
