import { walkXml } from "./xml.ts";

/** What the styles of a document say that matters to its readers. */
export type OdfStyles = {
  /** Those whose text, slide or sheet is not shown. */
  hidden: ReadonlySet<string>;
  /** Those of headings, a title among them, each with its level. */
  headings: ReadonlyMap<string, number>;
};

/** The styles of OpenDocument texts, those of the first first. */
export function readStyles(texts: string[]): OdfStyles {
  const hidden = new Set<string>();
  const headings = new Map([["Title", 1]]);
  let style = "";
  for (const xml of texts) {
    walkXml(xml, {
      open(name, attributes) {
        if (name === "style") {
          // Names of other families do not meet: each begins with its own letters.
          style = attributes.name ?? "";
          const parent = attributes["parent-style-name"] ?? "";
          if (hidden.has(parent)) hidden.add(style);
          const own = Number(
            attributes["default-outline-level"] ||
              /^Heading_20_(\d)$/.exec(style)?.[1],
          );
          const level = own || headings.get(parent);
          if (level) headings.set(style, level);
        }
        const { display, visibility } = attributes;
        const is_hidden = name === "text-properties" && display === "none" ||
          name === "table-properties" && display === "false" ||
          name === "drawing-page-properties" && visibility === "hidden";
        if (is_hidden && style) hidden.add(style);
      },
      close(name) {
        if (name === "style") style = "";
      },
    });
  }
  return { hidden, headings };
}
