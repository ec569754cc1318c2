import { pageMark } from "./page_marks.ts";
import { goesOn, goOn, type Line, textOf } from "./pdf_text.ts";

/** How many lines at the top and bottom of a page may be its header or footer. */
const OUTERMOST = 3;
/** How far such a line's position may differ between pages, in points. */
const NEAR = 6;

/** Removes repeated headers and footers: the document's name, the chapter, the page number. */
export function withoutHeads(pages: readonly Line[][]): Line[][] {
  if (pages.length < 2) return [...pages];
  const seen = new Map<string, { y: number; pages: number }[]>();
  for (const lines of pages) {
    for (const { text, y } of outermost(lines)) {
      const places = seen.get(shapeOf(text)) ?? [];
      seen.set(shapeOf(text), places);
      const place = places.find((one) => Math.abs(one.y - y) <= NEAR);
      if (place) place.pages++;
      else places.push({ y, pages: 1 });
    }
  }
  // Headers of left and right pages alternate.
  const least = Math.max(2, Math.ceil(pages.length * 0.4));
  const isHead = ({ text, y }: Line) =>
    seen.get(shapeOf(text))?.some((place) =>
      Math.abs(place.y - y) <= NEAR && place.pages >= least
    );
  return pages.map((lines) => {
    const outer = new Set(outermost(lines).filter(isHead));
    const kept = lines.filter((line) => !outer.has(line));
    return kept;
  });
}

/** The topmost and bottommost lines, whatever the reading order. */
function outermost(lines: readonly Line[]): Line[] {
  const sorted = lines.toSorted((a, b) => b.y - a.y);
  return [
    ...new Set([...sorted.slice(0, OUTERMOST), ...sorted.slice(-OUTERMOST)]),
  ];
}

/** A header without its numbers, which differ between pages. */
function shapeOf(text: string): string {
  return text.toLowerCase().replace(/\p{Nd}+/gu, "#").replace(/\s+/g, " ");
}

/**
 * The text of all pages, each but the first preceded by its mark. A sentence that continues on the next page is
 * joined.
 */
export function textOfPages(pages: readonly Line[][]): string {
  const said: string[] = [];
  for (const [i, lines] of pages.entries()) {
    const mark = i === 0 ? "" : pageMark(i + 1);
    const page = textOf(lines);
    if (page === "") continue;
    const goes_on = goesOn(said.at(-1) ?? "", page);
    // After its first word, which may complete one from the previous page.
    if (goes_on) goOn(said, page.replace(/ |$/, ` ${mark}`).trimEnd());
    else {
      // Removing it leaves the blank line between two paragraphs.
      if (said.length > 0) said.push(mark ? "\n" : "\n\n");
      if (mark) said.push(`${mark}\n`);
      said.push(page);
    }
  }
  return said.join("");
}
