import type { LeftOut } from "./kinds.ts";

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
