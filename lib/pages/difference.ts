import { diffLines, diffWordsWithSpace } from "diff";
import type { DifferencePart } from "../views/content.ts";

/** Texts up to this length are compared by words, longer ones by lines; in UTF-16 units. */
const BY_WORDS = 20_000;
/** Texts with more changes than this, or that take longer (in milliseconds), have little in common. */
const BOUNDS = { maxEditLength: 4_000, timeout: 150 };

/** The changes from one text to another. If that is nearly everything, both in full. */
export function difference(before: string, after: string): DifferencePart[] {
  const is_long = before.length + after.length > BY_WORDS;
  const found = is_long
    ? diffLines(before, after, BOUNDS)
    : diffWordsWithSpace(before, after, BOUNDS);
  const parts = found ??
    [{ removed: true, value: before }, { added: true, value: after }];
  return parts.map(({ added, removed, value }) => ({
    is: added ? "new" : removed ? "gone" : "same",
    text: value,
  }));
}
