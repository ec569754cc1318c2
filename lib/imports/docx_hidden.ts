import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { isWellFormedXml } from "./xml_shape.ts";

/** Parts that a Word document needs. */
const NEEDED = /^\[Content_Types\]\.xml$|\.rels$|^word\/[^/]+\.xml$/;

/**
 * Strips a Word document of hidden runs, whose text readers never see, of everything but well-formed XML, such as
 * pictures, and of texts that would slow down its parser. Size is checked before by `isZipWithinLimits`. Throws if a
 * needed part is not well-formed.
 */
export function readableParts(
  bytes: Uint8Array<ArrayBuffer>,
): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [name, part] of Object.entries(parts)) {
    const xml = strFromU8(part);
    if (!isWellFormedXml(xml)) {
      if (NEEDED.test(name)) throw new Error(`${name} is no sound XML`);
      delete parts[name];
    } else if (/<w:vanish\b/.test(xml)) parts[name] = strToU8(shownRuns(xml));
  }
  return zipSync(parts, { level: 0 });
}

/** Removes hidden runs. A run is marked as hidden at its beginning; runs may be nested. */
export function shownRuns(xml: string): string {
  const kept: string[] = [];
  const tags = /<w:r(?=[\s>])[^>]*>|<\/w:r>/g;
  let from = 0;
  let depth = 0;
  /** The nesting depth within a hidden run; 0 outside. */
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
