import { readHtml } from "./html.ts";
import type { LeftOut, Reading, ReadItem, Refusal } from "./kinds.ts";
import { textOf, unzip } from "./unzip.ts";
import { walkXml } from "./xml.ts";

/** What a package document says of its book (EPUB 3.3, 5): its title, and its documents in the order of reading. */
type Book = { title: string | null; paths: string[] };

type Parts = Map<string, Uint8Array<ArrayBuffer>>;
type Chapter = Extract<ReadItem, { kind: "text" }>;

const BROKEN: Refusal = {
  refusal:
    "This is no whole EPUB, or it unpacks to too much. Save it again without its pictures, or paste its text.",
};
const LOCKED: Refusal = {
  refusal:
    "This e-book is protected against copying, so it cannot be read. Export it without protection, or paste its text.",
};
/** Ways to hide fonts, which hide no text. */
const OF_FONTS = /idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC/;

/** A book's chapters, an item each, in the order of reading; what stands beside it, such as its list of contents, is not read. */
export async function readEpub(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Reading | Refusal> {
  const parts = await unzip(
    bytes,
    (name) => /\.(opf|xml|x?html?)$/i.test(name),
  );
  if (!parts) return BROKEN;
  const path = packagePath(textOf(parts, "META-INF/container.xml"));
  if (!path || !parts.has(path)) return BROKEN;
  const book = readPackage(textOf(parts, path), path);
  if (isLocked(parts)) return LOCKED;
  const items: Chapter[] = [];
  const left_out: LeftOut[] = [];
  for (const path of book.paths) {
    const read = readHtml(textOf(parts, path));
    if ("refusal" in read) left_out.push({ what: path, why: read.refusal });
    else {
      for (const { body, title } of read.items) {
        if (/\S/.test(body)) addChapter(items, book, title, body);
      }
    }
  }
  return items.length > 0 ? { items, left_out } : BROKEN;
}

/** A document without a heading of its own goes on where the one before it ended. */
function addChapter(
  items: Chapter[],
  { title }: Book,
  chapter: string | null,
  body: string,
): void {
  const before = items.at(-1);
  if (before && !/^#{1,3} /.test(body)) {
    before.body += `\n\n${body}`;
    return;
  }
  const [, heading = chapter] = /^#{1,3} (.+)/.exec(body) ?? [];
  const parts = [title, heading === title ? null : heading].filter(Boolean);
  items.push({ kind: "text", title: parts.join(": ") || null, body });
}

function packagePath(container: string): string | null {
  let path: string | null = null;
  walkXml(container, {
    open(name, attributes) {
      if (name === "rootfile") path ??= attributes["full-path"] ?? null;
    },
  });
  return path;
}

function readPackage(xml: string, at: string): Book {
  const documents = new Map<string, string>();
  const paths: string[] = [];
  let title = "";
  let is_title = false;
  walkXml(xml, {
    open(name, { id, href, idref, linear, properties, "media-type": type }) {
      is_title = name === "title" && title === "";
      const is_text = /xhtml|html/.test(type ?? "");
      if (name === "item" && is_text && !/\bnav\b/.test(properties ?? "")) {
        documents.set(id ?? "", resolved(href ?? "", at));
      }
      if (name !== "itemref" || linear === "no") return;
      const path = documents.get(idref ?? "");
      if (path) paths.push(path);
    },
    text(text) {
      if (is_title) title += text;
    },
    close() {
      is_title = false;
    },
  });
  return { title: title.replace(/\s+/g, " ").trim() || null, paths };
}

/** A path of the archive, as another part of it refers to it. */
function resolved(href: string, from: string): string {
  const url = URL.parse(href, `epub:/${from}`);
  try {
    return decodeURIComponent(url?.pathname.slice(1) ?? "");
  } catch {
    return "";
  }
}

/** Whether a text is encrypted, and not only a font. */
function isLocked(parts: Parts): boolean {
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
