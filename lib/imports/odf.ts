import { readHtml } from "./html.ts";
import type { ColumnChoice, LeftOut, Reading, Refusal } from "./kinds.ts";
import { odfHtml } from "./odf_html.ts";
import { readStyles } from "./odf_styles.ts";
import { odfSheets } from "./ods.ts";
import { readSheets } from "./sheets.ts";
import { asSlides, slidesLeft } from "./slides.ts";
import { textOf, unzip } from "./unzip.ts";

const BROKEN: Refusal = {
  refusal:
    "This OpenDocument file is incomplete, or too large when unpacked. Save it again without its pictures, or paste its text.",
};
const LOCKED: Refusal = {
  refusal:
    "This OpenDocument file is locked with a password. Save it again without one.",
};

/**
 * Reads an OpenDocument 1.3 text, presentation or spreadsheet (LibreOffice and others) as displayed: without
 * comments, deleted, struck-out and hidden text, speaker notes and hidden slides.
 */
export async function readOdf(
  bytes: Uint8Array<ArrayBuffer>,
  columns?: ColumnChoice,
): Promise<Reading | Refusal> {
  const parts = await unzip(bytes, (name) => /\.xml$/i.test(name));
  if (!parts) return BROKEN;
  if (/<[\w:]*encryption-data\b/.test(textOf(parts, "META-INF/manifest.xml"))) {
    return LOCKED;
  }
  const xml = textOf(parts, "content.xml");
  if (!xml) return BROKEN;
  const styles = readStyles([textOf(parts, "styles.xml"), xml]);
  if (/<office:spreadsheet\b/.test(xml)) {
    return readSheets(() => odfSheets(xml, styles), columns);
  }
  const { html, hidden_slides, noted } = odfHtml(xml, styles);
  const read = readHtml(html);
  if ("refusal" in read) return read;
  const left_out: LeftOut[] = slidesLeft({ hidden: hidden_slides, noted });
  const items = /<office:presentation\b/.test(xml)
    ? read.items.map(asSlides)
    : read.items;
  return { ...read, items, left_out: [...read.left_out, ...left_out] };
}
