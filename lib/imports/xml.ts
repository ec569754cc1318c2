import { Parser } from "htmlparser2";
import { DEEPEST } from "./xml_shape.ts";

type XmlVisitor = {
  /** Names come without prefixes, for elements and attributes; `whole` has the attributes with theirs. */
  open?: (
    name: string,
    attributes: Record<string, string>,
    whole: Record<string, string>,
  ) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
};

/**
 * Walks an XML text. Custom entities are not expanded, and no external entity is read. Throws if elements are nested
 * too deeply, and the visitor's errors.
 */
export function walkXml(xml: string, visitor: XmlVisitor): void {
  let depth = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      // The parser's cost per new element grows with the number of open ones.
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
