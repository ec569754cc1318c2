import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { isSoundXml } from "./xml_shape.ts";

/** Parts that a Word document cannot be without. */
const NEEDED = /^\[Content_Types\]\.xml$|\.rels$|^word\/[^/]+\.xml$/;

/**
 * A Word document without its hidden runs, whose text its reader never sees, and without what is not formed as XML is:
 * pictures, and texts that would hold up its reader for long. Bounded before by `isZipWithinLimits`. Throws where a part
 * is not that it cannot be without.
 */
export function readableParts(
  bytes: Uint8Array<ArrayBuffer>,
): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [name, part] of Object.entries(parts)) {
    const xml = strFromU8(part);
    if (!isSoundXml(xml)) {
      if (NEEDED.test(name)) throw new Error(`${name} is no sound XML`);
      delete parts[name];
    } else if (/<w:vanish\b/.test(xml)) parts[name] = strToU8(shownRuns(xml));
  }
  return zipSync(parts, { level: 0 });
}

/** A run says of itself, at its beginning, that it is hidden; runs may lie in one another. */
export function shownRuns(xml: string): string {
  const kept: string[] = [];
  const tags = /<w:r(?=[\s>])[^>]*>|<\/w:r>/g;
  let from = 0;
  let depth = 0;
  /** How deep the hidden run lies; 0 outside of one. */
  let hidden = 0;
  for (let tag = tags.exec(xml); tag; tag = tags.exec(xml)) {
    if (tag[0].endsWith("/>")) continue;
    if (tag[0] !== "</w:r>") {
      depth++;
      if (hidden || !isHidden(xml, tags.lastIndex)) continue;
      kept.push(xml.slice(from, tag.index));
      hidden = depth;
    } else if (depth-- === hidden && hidden) {
      from = tags.lastIndex;
      hidden = 0;
    }
  }
  return kept.join("") + (hidden ? "" : xml.slice(from));
}

function isHidden(xml: string, at: number): boolean {
  const start = xml.slice(at, at + 4_000);
  const [, said = ""] = /^\s*<w:rPr\b[^>]*>(.*?)<\/w:rPr>/s.exec(start) ?? [];
  return /<w:vanish(?![^>]*w:val="(?:0|false|off)")[\s/>]/.test(said);
}
