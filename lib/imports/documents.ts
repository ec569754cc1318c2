import type { Reading, Refusal } from "./kinds.ts";
import { readHtml } from "./html.ts";
import { readableParts } from "./docx_hidden.ts";
import { isZipWithinLimits } from "./zip.ts";

/** mammoth sets `__proto__` on its own class, which Deno removes. For this isolated code only. */
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

/** Reads a Word document's text as Markdown. */
export async function readDocx(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Reading | Refusal> {
  if (isSealed(bytes)) {
    return {
      refusal:
        "This Word document is locked with a password, or was made before Word 2007. Save it as .docx without a password.",
    };
  }
  if (!await isZipWithinLimits(bytes)) {
    return {
      refusal:
        "This Word document is incomplete, or too large when unpacked. Save it again as .docx without its pictures.",
    };
  }
  restoreProto();
  const { default: mammoth } = await import("mammoth");
  const { Buffer } = await import("node:buffer");
  try {
    const { value } = await mammoth.convertToHtml({
      buffer: Buffer.from(readableParts(bytes)),
    }, {
      styleMap: ["p[style-name='Title'] => h1:fresh"],
      convertImage: mammoth.images.imgElement(() =>
        Promise.resolve({ src: "" })
      ),
    });
    return readHtml(withNotesInPlace(value));
  } catch {
    return {
      refusal:
        "This Word document is broken and cannot be read. Save it again as .docx, or paste its text.",
    };
  }
}

/**
 * Whether it is a compound file ([MS-CFB]): Office uses them for encrypted files, and did for all files before 2007.
 */
function isSealed(bytes: Uint8Array): boolean {
  const mark = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  return mark.every((byte, i) => bytes[i] === byte);
}

/** mammoth's HTML with each footnote in brackets at its reference instead of in a list at the end. */
function withNotesInPlace(html: string): string {
  const notes = new Map<string, string>();
  const text = html.replace(
    /<li id="((?:foot|end)note-\d+)">([\s\S]*?)<\/li>/g,
    (_, id, note) => {
      const said = note.replace(/<a href="#[^"]*">↑<\/a>/, "")
        .replace(/<\/?p>/g, " ").trim();
      notes.set(id, said);
      return "";
    },
  ).replace(/<ol><\/ol>/g, "");
  return text.replace(
    /<sup><a href="#((?:foot|end)note-\d+)"[^>]*>\[\d+\]<\/a><\/sup>/g,
    (_, id) => notes.has(id) ? ` (${notes.get(id)})` : "",
  );
}
