import type { LeftOut, ReadItem } from "./kinds.ts";
import { pageMark } from "./page_marks.ts";

/** Surrounds a slide's number until its text is Markdown: a private-use character. */
const MARK = "\ue000";

/** The mark in HTML where a slide begins. */
export function slideBegins(n: number): string {
  return `<p>${MARK}${n}${MARK}</p>`;
}

/**
 * Marks where each slide of an item begins, like the pages of a PDF. An item without a title gets the first slide's.
 */
export function asSlides(item: ReadItem): ReadItem {
  const body = withMarks(item.body);
  if (item.kind === "pair") return { ...item, body };
  const [, first = null] = /^#{1,3} (.+)$/m.exec(body) ?? [];
  return { ...item, title: item.title ?? first, body };
}

function withMarks(body: string): string {
  const marked = body.replace(
    /\s*\ue000(\d{1,5})\ue000\s*/g,
    (_, n, at) => `${at === 0 ? "" : "\n"}${pageMark(Number(n))}\n`,
  );
  // Text before the second mark needs none.
  const first = `${pageMark(1)}\n`;
  return marked.startsWith(first) && marked.includes(pageMark(2))
    ? marked.slice(first.length)
    : marked;
}

/** The parts of a presentation that are left out: hidden slides, speaker notes, slides without text. */
export function slidesLeft(
  { hidden, noted, empty = [] }: {
    hidden: number[];
    noted: number[];
    empty?: number[];
  },
): LeftOut[] {
  const left_out: LeftOut[] = [];
  const leave = (slides: number[], what: string, why: string) => {
    if (slides.length > 0) {
      left_out.push({ what: `${what} ${namesOf(slides)}`, why });
    }
  };
  leave(hidden, "the hidden", "Hidden slides are not read. Show them first.");
  leave(
    noted,
    "the speaker notes of",
    "They are for the speaker. Paste those that visitors may know.",
  );
  leave(empty, "the text of", "There is none; it may be in a picture.");
  return left_out;
}

/** The most slides named individually. */
const MOST_NAMED = 10;

function namesOf(slides: number[]): string {
  const named = slides.slice(0, MOST_NAMED).join(", ");
  const more = slides.length - MOST_NAMED;
  return `${slides.length === 1 ? "slide" : "slides"} ${named}${
    more > 0 ? ` and ${more} more` : ""
  }`;
}
