// What would make the programs that read a page slow, without saying anything to its reader: they look at a run of
// blanks once for each blank in it, and indent a list once for each list around it.

/** Blanks in a row that are kept; a line break counts as three. */
const MOST_BLANKS = 120;
const BREAK = 3;
/** Quotes and lists in one another that are kept as such. */
const DEEPEST_NESTS = 12;
const NESTS = new Set(["blockquote", "ul", "ol"]);
/** UTF-16 units of an attribute that are kept: longer than any address or list of classes that is read. */
const LONGEST_ATTRIBUTE = 4_000;

const ELEMENT = 1;
const TEXT = 3;

/** Bounds how many blanks follow one another in an element, and how deep its quotes and lists lie in one another. */
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
  // The outermost first: each node within is moved once.
  for (const node of too_deep) node.replaceWith(...node.childNodes);
}

/** Cuts attributes that are longer than any that is read. */
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
 * Keeps whitespace of a text only up to this many characters in a row, `before` of them already; returns how many end
 * it.
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

/** Each node within an element in the order of the page, and each element again where it ends. */
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
