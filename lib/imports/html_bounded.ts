// Limits shapes that make a page's parsers slow without mattering to readers: the parsers look at a run of spaces
// once per space in it, and indent a list once per list around it.

/** The longest run of spaces that is kept; a line break counts as three. */
const MOST_BLANKS = 120;
const BREAK = 3;
/** How deeply nested quotes and lists are kept. */
const DEEPEST_NESTS = 12;
const NESTS = new Set(["blockquote", "ul", "ol"]);
/** The longest attribute value kept, in UTF-16 units: longer than any address or class list in use. */
const LONGEST_ATTRIBUTE = 4_000;

const ELEMENT = 1;
const TEXT = 3;

/** Limits runs of spaces in an element, and the nesting of its quotes and lists. */
export function boundShape(root: Element): void {
  const too_deep: Element[] = [];
  let nests = 0;
  let blanks = 0;
  const enter = (node: Node) => {
    if (node.nodeType === TEXT) blanks = boundBlanks(node as Text, blanks);
    if (node.nodeType !== ELEMENT) return;
    const { localName } = node as Element;
    if (localName === "br" && (blanks += BREAK) > MOST_BLANKS) {
      too_deep.push(node as Element);
    }
    if (NESTS.has(localName) && ++nests > DEEPEST_NESTS) {
      too_deep.push(node as Element);
    }
  };
  walk(root, enter, ({ localName }) => {
    if (NESTS.has(localName)) nests--;
  });
  // The outermost first, so that each node within is moved once.
  for (const node of too_deep) node.replaceWith(...node.childNodes);
}

/** Truncates attributes longer than any in use. */
export function boundAttributes(root: Element): void {
  walk(root, (node) => {
    if (node.nodeType !== ELEMENT) return;
    const element = node as Element;
    for (const { name, value } of [...element.attributes]) {
      if (value.length <= LONGEST_ATTRIBUTE) continue;
      element.setAttribute(name, value.slice(0, LONGEST_ATTRIBUTE));
    }
  }, () => {});
}

/**
 * Truncates runs of whitespace to this many characters, `before` of which came already; returns how many end the
 * text.
 */
function boundBlanks(text: Text, before: number): number {
  const { data } = text;
  const bounded = data.replace(/\s+/g, (run, at: number) => {
    const most = Math.max(0, MOST_BLANKS - (at === 0 ? before : 0));
    return run.length > most ? run.slice(0, most) : run;
  });
  if (bounded.length < data.length) text.data = bounded;
  const ending = bounded.length - bounded.trimEnd().length;
  return ending === bounded.length ? before + ending : ending;
}

/** Visits every node within an element in document order, and each element again at its end. */
function walk(
  root: Element,
  enter: (node: Node) => void,
  leave: (element: Element) => void,
): void {
  for (let node: Node | null = root.firstChild; node;) {
    enter(node);
    let next: Node | null = node.firstChild;
    while (!next && node && node !== root) {
      if (node.nodeType === ELEMENT) leave(node as Element);
      next = node.nextSibling;
      node = next ? node : node.parentNode;
    }
    node = next;
  }
}
