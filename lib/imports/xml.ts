import { Parser } from "htmlparser2";

export type XmlVisitor = {
  /** Names come without their prefixes, of elements and of attributes. */
  open?: (name: string, attributes: Record<string, string>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
};

/** Walks through an XML text. Entities of its own are not expanded, and none of another file is read. */
export function walkXml(xml: string, visitor: XmlVisitor): void {
  const parser = new Parser({
    onopentag: (name, attributes) =>
      visitor.open?.(
        local(name),
        Object.fromEntries(
          Object.entries(attributes).map(([key, value]) => [local(key), value]),
        ),
      ),
    ontext: visitor.text,
    onclosetag: (name) => visitor.close?.(local(name)),
  }, { xmlMode: true });
  parser.end(xml);
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
