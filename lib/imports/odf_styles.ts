import { walkXml } from "./xml.ts";

/** The styles of a document that matter to its readers. */
export type OdfStyles = {
  /** Styles whose text, slide or sheet is hidden. */
  hidden: ReadonlySet<string>;
  /** Styles of headings, including titles, each with its level. */
  headings: ReadonlyMap<string, number>;
};

/** Reads the styles of OpenDocument texts; earlier texts take precedence. */
export function readStyles(texts: string[]): OdfStyles {
  const hidden = new Set<string>();
  const headings = new Map([["Title", 1]]);
  let style = "";
  for (const xml of texts) {
    walkXml(xml, {
      open(name, attributes) {
        if (name === "style") {
          // Names of different families never collide: each begins with its own letters.
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
        const struck = attributes["text-line-through-style"] ??
          attributes["text-line-through-type"] ?? "none";
        const is_hidden = name === "text-properties" &&
            (display === "none" || struck !== "none") ||
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
