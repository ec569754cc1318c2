import { oneText, type Reading, type Refusal } from "./kinds.ts";
import { MAX_PDF_UNPACKED } from "./bounds.ts";
import { readHtml } from "./html.ts";
import { withoutHiddenRuns } from "./docx_hidden.ts";
import { isModestPdf } from "./pdf_bounds.ts";
import { isZipWithinLimits } from "./zip.ts";

/** Most pages of a PDF that are read. */
const MAX_PAGES = 1_000;

/** A PDF's text, page by page. Its lines are put together to paragraphs. */
export async function readPdf(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Reading | Refusal> {
  if (MAX_PDF_UNPACKED && !await isModestPdf(bytes, MAX_PDF_UNPACKED)) {
    return { refusal: "This PDF unpacks to too much. Split it." };
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
  const pages: string[] = [];
  for (let n = 1; n <= pdf.numPages; n++) {
    const { items } = await (await pdf.getPage(n)).getTextContent();
    pages.push(textOf(items as TextItem[]));
  }
  const body = pages.filter(Boolean).join("\n\n");
  if (body) return oneText(null, body);
  return {
    refusal:
      "This PDF holds pictures of text and no text. Run text recognition on it first, or paste its text.",
  };
}

type TextItem = {
  str?: string;
  hasEOL?: boolean;
  height?: number;
  transform?: number[];
};

/** The text of a page; a gap larger than a line's height begins a paragraph. */
function textOf(items: TextItem[]): string {
  const parts: string[] = [];
  let last_y: number | null = null;
  for (const { str = "", hasEOL, height = 0, transform } of items) {
    const y = transform?.[5] ?? null;
    if (last_y !== null && y !== null && str.trim()) {
      const gap = last_y - y;
      if (gap > height * 1.8 && height > 0) parts.push("\n\n");
      last_y = y;
    } else if (str.trim()) last_y = y;
    parts.push(str);
    if (hasEOL) endLine(parts);
  }
  return parts.join("").replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n\n+ ?/g, "\n\n").trim();
}

/** A word that was broken at the line's end is put together again. */
function endLine(parts: string[]): void {
  const last = parts.findLastIndex((part) => part !== "");
  const said = parts[last] ?? "";
  if (/\p{Ll}-$/u.test(said.slice(-4))) parts[last] = said.slice(0, -1);
  else parts.push(" ");
}

/** mammoth sets `__proto__` of a class of its own, which Deno leaves out. For this isolated code only. */
function restoreProto(): void {
  Object.defineProperty(Object.prototype, "__proto__", {
    configurable: true,
    get() {
      return Object.getPrototypeOf(this);
    },
    set(prototype) {
      Object.setPrototypeOf(this, prototype);
    },
  });
}

/** A Word document's text as Markdown. */
export async function readDocx(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Reading | Refusal> {
  if (!await isZipWithinLimits(bytes)) {
    return {
      refusal:
        "This is no whole Word document, or it unpacks to too much. Save it again as .docx without its pictures.",
    };
  }
  restoreProto();
  const { default: mammoth } = await import("mammoth");
  const { Buffer } = await import("node:buffer");
  try {
    const { value } = await mammoth.convertToHtml({
      buffer: Buffer.from(withoutHiddenRuns(bytes)),
    }, {
      convertImage: mammoth.images.imgElement(() =>
        Promise.resolve({ src: "" })
      ),
    });
    return readHtml(value);
  } catch {
    return {
      refusal:
        "This Word document is broken and cannot be read. Save it again as .docx, or paste its text.",
    };
  }
}
