import { Parser } from "htmlparser2";

/** How deep elements may lie in one another, and how many there may be. */
export type HtmlBounds = { depth: number; elements: number };

class TooMuch extends Error {}

/**
 * Whether an HTML text has a bounded shape, found by the parser that reads it afterwards: what it closes by itself is
 * closed here too. Ends at the first element too many.
 */
export function isModestHtml(html: string, bounds: HtmlBounds): boolean {
  let depth = 0;
  let elements = 0;
  const parser = new Parser({
    onopentag() {
      depth++;
      elements++;
      if (depth > bounds.depth || elements > bounds.elements) {
        throw new TooMuch();
      }
    },
    onclosetag() {
      depth--;
    },
  });
  try {
    parser.end(html);
    return true;
  } catch (error) {
    if (error instanceof TooMuch) return false;
    throw error;
  }
}
