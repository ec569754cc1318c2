/** The deepest nesting of elements. */
export const DEEPEST = 500;

/** A tag with its attributes, matched without ambiguity, so that an unclosed one fails at once. */
const TAG =
  /<(\/?)[^\s<>/"'=]+(?:\s+[^\s<>/"'=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(\/?)>/y;
const OTHERS = [["<!--", "-->"], ["<![CDATA[", "]]>"], ["<?", "?>"]];

/**
 * Whether an XML text without a document type is well-formed (XML 1.0) and nowhere nested too deeply. Malformed XML
 * may make a parser search for each end from each beginning. Linear in the text.
 */
export function isWellFormedXml(xml: string): boolean {
  let depth = 0;
  const tag = new RegExp(TAG);
  for (let at = xml.indexOf("<"); at >= 0; at = xml.indexOf("<", at)) {
    const [begin, end] = OTHERS.find(([begin]) => xml.startsWith(begin, at)) ??
      [];
    if (begin && end) {
      const found = xml.indexOf(end, at + begin.length);
      if (found < 0) return false;
      at = found + end.length;
      continue;
    }
    tag.lastIndex = at;
    const [all, closes, is_empty] = tag.exec(xml) ?? [];
    if (!all) return false;
    if (closes) depth--;
    else if (!is_empty) depth++;
    if (depth < 0 || depth > DEEPEST) return false;
    at += all.length;
  }
  return depth === 0;
}
