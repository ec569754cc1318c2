import { pageMark } from "./page_marks.ts";
import { goesOn, goOn, type Line, textOf } from "./pdf_text.ts";

/** Lines at the top of a page, and at its bottom, that may be its head or foot. */
const OUTERMOST = 3;
/** How far such a line may stand from where it is on other pages, in points. */
const NEAR = 6;

/** Pages without what all of them bear: the document's name, the chapter, the page's number. */
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
  // Heads of left and right pages take turns.
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

/** The lines that stand highest and lowest, whatever the order in which they are read. */
function outermost(lines: readonly Line[]): Line[] {
  const sorted = lines.toSorted((a, b) => b.y - a.y);
  return [
    ...new Set([...sorted.slice(0, OUTERMOST), ...sorted.slice(-OUTERMOST)]),
  ];
}

/** What a head says on every page: numbers are another on each. */
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
    // Behind its first word, of which the end of the last page may have a part.
    if (goes_on) goOn(said, page.replace(/ |$/, ` ${mark}`).trimEnd());
    else {
      // Taken out, it leaves the blank line that parts two paragraphs.
      if (said.length > 0) said.push(mark ? "\n" : "\n\n");
      if (mark) said.push(`${mark}\n`);
      said.push(page);
    }
  }
  return said.join("");
}
