import { Parser } from "htmlparser2";

/**
 * How deep elements may lie in one another, how many there may be, and how many nodes of all kinds: elements, texts,
 * comments and attributes.
 */
export type HtmlBounds = { depth: number; elements: number; nodes: number };

/** Attributes of one element: no page has a hundred, and what reads them goes through all of them again and again. */
const MOST_ATTRIBUTES = 1_000;

class TooMuch extends Error {}

/**
 * Whether an HTML text has a bounded shape, found by the parser that reads it afterwards: what it closes by itself is
 * closed here too. Ends at the first element too many.
 */
export function isModestHtml(html: string, bounds: HtmlBounds): boolean {
  return countNodes(html, bounds) !== null;
}

/** How many nodes an HTML text comes to; null where that, or how it is built, is beyond the bounds. */
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
    // Each entity is its own text, and each sign that begins no tag.
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
