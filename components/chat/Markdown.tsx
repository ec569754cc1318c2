import { type ComponentChild, h } from "preact";
import { renderMarkdown } from "../../lib/client/markdown.ts";

/** The part of an element that the Markdown builder uses. */
class Piece {
  href?: string;
  target?: string;
  rel?: string;
  readonly #attributes: Record<string, string> = {};
  readonly #children: (Piece | string)[] = [];
  #parent: Piece | null = null;

  constructor(readonly localName: string) {}

  append(...children: (Piece | string)[]): void {
    for (const child of children) {
      if (child instanceof Piece) child.#parent = this;
      this.#children.push(child);
    }
  }

  setAttribute(name: string, value: string): void {
    this.#attributes[name] = value;
  }

  get lastElementChild(): Piece | null {
    return this.#children.findLast((child) => child instanceof Piece) ?? null;
  }

  closest(name: string): Piece | null {
    return this.localName === name ? this : this.#parent?.closest(name) ?? null;
  }

  nodes(marked: string[]): ComponentChild[] {
    return this.#children.flatMap((child) =>
      child instanceof Piece ? [child.node(marked)] : markIn(child, marked)
    );
  }

  node(marked: string[]): ComponentChild {
    const { href, target, rel } = this;
    const props = { ...this.#attributes, href, target, rel };
    return h(this.localName, props, ...this.nodes(marked));
  }
}

// Pages rendered on the server use the same builder, with Preact nodes.
const DOCUMENT = {
  createDocumentFragment: () => new Piece(""),
  createElement: (name: string) => new Piece(name),
} as unknown as Document;

/** A text with some of its sentences marked. */
function markIn(text: string, [sentence, ...rest]: string[]): ComponentChild[] {
  if (!sentence) return [text];
  return text.split(sentence).flatMap((part, i) => [
    ...i === 0 ? [] : [<mark key={i}>{sentence}</mark>],
    ...markIn(part, rest),
  ]);
}

type Props = {
  text: string;
  /** The sentences to mark. */
  marked?: string[];
};

/** A Markdown text, built from nodes and never from an HTML string. */
export function Markdown({ text, marked = [] }: Props) {
  const made = renderMarkdown(text, DOCUMENT) as unknown as Piece;
  return <>{made.nodes(marked)}</>;
}
