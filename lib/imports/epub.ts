import { readHtml } from "./html.ts";
import { classesStruckBy } from "./html_unmeant.ts";
import type { Reading, ReadItem, Refusal } from "./kinds.ts";
import { type Book, type BookParts, openBook } from "./epub_package.ts";
import { textOf, unzip } from "./unzip.ts";
import { walkXml } from "./xml.ts";

type Chapter = Extract<ReadItem, { kind: "text" }>;

const BROKEN: Refusal = {
  refusal:
    "This EPUB is incomplete, or too large when unpacked. Save it again without its pictures, or paste its text.",
};
const LOCKED: Refusal = {
  refusal:
    "This e-book is protected against copying (DRM), so it cannot be read. Ask its publisher for a copy without protection, or paste its text.",
};
const NO_TEXT: Refusal = {
  refusal:
    "This e-book contains only pictures of text. Add its manuscript, or paste its text.",
};
/** Licences of Adobe, Apple and Readium. */
const LICENCES = ["rights.xml", "sinf.xml", "license.lcpl"];
/** Obfuscation of fonts, which hides no text. */
const OF_FONTS = /idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC/;

/** Reads a book's chapters, one item each, in reading order; skips the rest, such as the table of contents. */
export async function readEpub(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Reading | Refusal> {
  const parts = await unzip(
    bytes,
    (name) => /\.(opf|ncx|xml|lcpl|css|x?html?)$/i.test(name),
  );
  const book = parts && openBook(parts);
  if (!parts || !book) return BROKEN;
  if (isLocked(parts)) return LOCKED;
  const items: Chapter[] = [];
  const struck = struckStyle(parts);
  for (const { path, name } of book.chapters) {
    const read = readHtml(
      asHtml(textOf(parts, path)).replace(/<head\b[^<>]*>/i, `$&${struck}`),
    );
    // A page with only pictures, such as the cover.
    if ("refusal" in read) continue;
    const body = read.items.map(({ kind, title, body }) =>
      kind === "pair" ? `## ${title}\n\n${body}` : body
    ).join("\n\n");
    if (/\S/.test(body)) addChapter(items, book, name, body);
  }
  return items.length > 0 ? { items, left_out: [] } : NO_TEXT;
}

/** A document without a heading or an entry in the table of contents continues the one before it. */
function addChapter(
  items: Chapter[],
  { title }: Book,
  name: string | null,
  body: string,
): void {
  const before = items.at(-1);
  const [, own] = /^#{1,3} (.+)/.exec(body) ?? [];
  if (before && !own && !name) {
    before.body += `\n\n${body}`;
    return;
  }
  const heading = own ?? name;
  const said = !own && name ? `# ${name}\n\n${body}` : body;
  const parts = [title, heading === title ? null : heading].filter(Boolean);
  items.push({ kind: "text", title: parts.join(": ") || null, body: said });
}

/** A style element with the classes that the book's style sheets strike out. */
function struckStyle(parts: BookParts): string {
  const sheets = [...parts.keys()].filter((name) => /\.css$/i.test(name))
    .map((name) => textOf(parts, name));
  const classes = classesStruckBy(sheets).map((name) => `.${name}`);
  return classes.length > 0
    ? `<style>${classes.join()}{text-decoration:line-through}</style>`
    : "";
}

const VOID =
  /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;

/** A chapter's XHTML as HTML: empty elements closed, note references removed, notes kept in place. */
function asHtml(xhtml: string): string {
  return xhtml
    .replace(
      /<([a-z][\w:-]{0,40})((?:\s[^<>]*)?)\/>/gi,
      (all, name, rest) => VOID.test(name) ? all : `<${name}${rest}></${name}>`,
    )
    .replace(
      /<a\s[^<>]*>(?:<sup>)?[^<>]{0,20}(?:<\/sup>)?<\/a>/gi,
      // Checked separately: within the pattern above it would be tried at every position of an unclosed tag.
      (all) => /epub:type=["']noteref["']/i.test(all) ? "" : all,
    )
    .replace(/<(\/?)aside\b/gi, "<$1div");
}

/** Whether it has a licence file, or some of its text is encrypted, not only fonts. */
function isLocked(parts: BookParts): boolean {
  if (LICENCES.some((name) => parts.has(`META-INF/${name}`))) return true;
  let is_font = false;
  let is_locked = false;
  walkXml(textOf(parts, "META-INF/encryption.xml"), {
    open(name, { Algorithm, URI }) {
      if (name === "EncryptedData") is_font = false;
      if (name === "EncryptionMethod") is_font = OF_FONTS.test(Algorithm ?? "");
      if (name === "CipherReference" && URI && !is_font) is_locked = true;
    },
  });
  return is_locked;
}
