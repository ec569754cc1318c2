import { oneText, type Reading, type Refusal } from "./kinds.ts";
import { MAX_PDF_UNPACKED } from "./bounds.ts";
import { isPdfWithinLimits } from "./pdf_bounds.ts";
import { linesOf, type Piece } from "./pdf_layout.ts";
import type { Line } from "./pdf_text.ts";
import { textOfPages, withoutHeads } from "./pdf_pages.ts";
import { normalForm } from "../normal_form.ts";

/** The most pages read per PDF. */
const MAX_PAGES = 1_000;

/** A PDF's text in reading order. */
export async function readPdf(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Reading | Refusal> {
  if (MAX_PDF_UNPACKED && !await isPdfWithinLimits(bytes, MAX_PDF_UNPACKED)) {
    return { refusal: "This PDF is too large when unpacked. Split it." };
  }
  const { getDocumentProxy } = await import("unpdf");
  let pdf: Awaited<ReturnType<typeof getDocumentProxy>>;
  try {
    pdf = await getDocumentProxy(bytes, { verbosity: 0 });
  } catch (error) {
    const is_locked = error instanceof Error &&
      error.name === "PasswordException";
    return {
      refusal: is_locked
        ? "This PDF is locked with a password. Save it without one."
        : "This PDF is broken and cannot be read. Save it again, or paste its text.",
    };
  }
  if (pdf.numPages > MAX_PAGES) {
    return { refusal: `This PDF has more than ${MAX_PAGES} pages. Split it.` };
  }
  const pages: Line[][] = [];
  for (let n = 1; n <= pdf.numPages; n++) {
    const { items } = await (await pdf.getPage(n)).getTextContent();
    pages.push(
      linesOf((items as TextItem[]).flatMap((item) => pieceOf(item) ?? [])),
    );
  }
  const body = textOfPages(withoutHeads(pages));
  if (body) return oneText(null, body);
  return {
    refusal:
      "This PDF contains only pictures of text. Run text recognition on it first, or paste its text.",
  };
}

type TextItem = {
  str?: string;
  dir?: string;
  width?: number;
  height?: number;
  transform?: number[];
};

/** A piece of text from pdf.js, in logical order; null for an empty one, and for text that is not upright. */
function pieceOf(
  { str = "", dir, width = 0, height = 0, transform }: TextItem,
): Piece | null {
  if (str === "" || !transform) return null;
  const [, slope, , size, x, y] = transform;
  if (Math.abs(slope) > Math.abs(size)) return null;
  const text = str.replace(/[^²³½¼¾…™]+/gu, (run) => normalForm(run, "NFKC"))
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "");
  const is_rtl = dir === "rtl";
  return { text, x, y, width, height: height || Math.abs(size), is_rtl };
}
