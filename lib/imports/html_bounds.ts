import { Parser } from "htmlparser2";

/**
 * Limits on depth, on the number of elements, and on the number of all nodes: elements, texts, comments and
 * attributes.
 */
export type HtmlBounds = { depth: number; elements: number; nodes: number };

/** The most attributes of one element: no page has a hundred, and parsers go through all of them repeatedly. */
const MOST_ATTRIBUTES = 1_000;

class TooMuch extends Error {}

/**
 * Whether an HTML text is within these limits, determined with the parser that reads it afterwards, so that implied
 * end tags are the same. Stops at the first element beyond them.
 */
export function isHtmlWithinLimits(html: string, bounds: HtmlBounds): boolean {
  return countNodes(html, bounds) !== null;
}

/** The number of nodes in an HTML text; null if that or its shape exceeds the limits. */
export function countNodes(html: string, bounds: HtmlBounds): number | null {
  let depth = 0;
  let elements = 0;
  let nodes = 0;
  let attributes = 0;
  const count = () => {
    if (++nodes > bounds.nodes) throw new TooMuch();
  };
  const parser = new Parser({
    onopentag() {
      depth++;
      elements++;
      if (depth > bounds.depth || elements > bounds.elements) {
        throw new TooMuch();
      }
      count();
      attributes = 0;
    },
    onclosetag() {
      depth--;
    },
    // Each entity is a text of its own, and so is each `<` that begins no tag.
    ontext: count,
    oncomment: count,
    onattribute() {
      if (++attributes > MOST_ATTRIBUTES) throw new TooMuch();
      count();
    },
  });
  try {
    parser.end(html);
    return nodes;
  } catch (error) {
    if (error instanceof TooMuch) return null;
    throw error;
  }
}
