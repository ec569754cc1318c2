import { Parser } from "htmlparser2";
import { DEEPEST } from "./xml_shape.ts";

type XmlVisitor = {
  /** Names come without their prefixes, of elements and of attributes; `whole` has those of attributes as they are. */
  open?: (
    name: string,
    attributes: Record<string, string>,
    whole: Record<string, string>,
  ) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
};

/**
 * Walks through an XML text. Entities of its own are not expanded, and none of another file is read. Throws where
 * elements lie too deep in one another, and what the visitor throws.
 */
export function walkXml(xml: string, visitor: XmlVisitor): void {
  let depth = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      // The parser moves all that are open for each that opens.
      if (++depth > DEEPEST) throw new Error("Elements lie too deep");
      visitor.open?.(
        local(name),
        Object.fromEntries(
          Object.entries(attributes).map(([key, value]) => [local(key), value]),
        ),
        attributes,
      );
    },
    ontext: visitor.text,
    onclosetag(name) {
      depth--;
      visitor.close?.(local(name));
    },
  }, { xmlMode: true });
  parser.end(xml);
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
