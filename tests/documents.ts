// Small documents created here, for tests of their readers.
import { crc32 } from "node:zlib";

const encode = (text: string) => new TextEncoder().encode(text);

/** A PDF with a page per text; an empty text makes an empty page. */
export function pdf(lines: string[]): Uint8Array<ArrayBuffer> {
  const text = lines.map((line, i) =>
    `BT /F1 12 Tf 72 ${720 - 40 * i} Td (${line}) Tj ET`
  ).join("\n");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${`${at}`.padStart(10, "0")} 00000 n \n`;
  });
  const start = file.length;
  const size = objects.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join("")}`;
  file +=
    `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`;
  return encode(file);
}

/** A ZIP archive of these files, deflated. */
export async function zip(
  files: Record<string, Uint8Array<ArrayBuffer>>,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const entries: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  for (const [name, bytes] of Object.entries(files)) {
    const packed = await new Response(
      new Blob([bytes]).stream().pipeThrough(
        new CompressionStream("deflate-raw"),
      ),
    ).bytes();
    const shared = [
      ...[20, 0, 8, 0, 0], // versions, flags, method, time, date
    ];
    const sizes = [crc32(bytes), packed.length, bytes.length];
    const { length } = encode(name);
    const local = record(0x04034b50, shared, sizes, [length, 0], [], name);
    entries.push(
      record(0x02014b50, [20, ...shared], sizes, [length, 0, 0, 0, 0], [
        0,
        at,
      ], name),
    );
    parts.push(local, packed);
    at += local.length + packed.length;
  }
  const directory = entries.reduce((sum, { length }) => sum + length, 0);
  const count = entries.length;
  const end = record(
    0x06054b50,
    [0, 0, count, count],
    [directory, at],
    [0],
    [],
    "",
  );
  return await new Response(new Blob([...parts, ...entries, end])).bytes();
}

/** A record of the archive: a signature, then 16-bit, 32-bit, 16-bit and 32-bit fields, then a name. */
function record(
  signature: number,
  first: number[],
  second: number[],
  third: number[],
  fourth: number[],
  name: string,
): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  const put = (value: number, size: number) => {
    for (let i = 0; i < size; i++) bytes.push((value >>> (8 * i)) & 0xff);
  };
  put(signature, 4);
  for (const value of first) put(value, 2);
  for (const value of second) put(value, 4);
  for (const value of third) put(value, 2);
  for (const value of fourth) put(value, 4);
  return new Uint8Array([...bytes, ...encode(name)]);
}

/** A Word document of paragraphs, each with its style or none. */
export async function docx(
  paragraphs: [style: string | null, text: string][],
): Promise<Uint8Array<ArrayBuffer>> {
  const escape = (text: string) =>
    text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const body = paragraphs.map(([style, text]) =>
    `<w:p>${
      style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ""
    }<w:r><w:t>${escape(text)}</w:t></w:r></w:p>`
  ).join("");
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const relations =
    "http://schemas.openxmlformats.org/package/2006/relationships";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006";
  const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  const types = "http://schemas.openxmlformats.org/package/2006/content-types";
  const files: Record<string, string> = {
    "[Content_Types].xml":
      `${head}<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    "_rels/.rels":
      `${head}<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml":
      `${head}<w:document xmlns:w="${word}"><w:body>${body}</w:body></w:document>`,
    "word/styles.xml":
      `${head}<w:styles xmlns:w="${word}"><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`,
    "word/_rels/document.xml.rels":
      `${head}<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/relationships/styles" Target="styles.xml"/></Relationships>`,
  };
  return await zip(
    Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, encode(text)]),
    ),
  );
}

/** A book's other files, by path, which may replace standard ones. */
export type BookParts = Record<string, string>;

/** An EPUB 3 book: its chapters by id, in archive order, and its reading order. */
export async function epub(
  chapters: Record<string, string>,
  { spine = Object.keys(chapters), contents = {}, parts = {} }: {
    spine?: string[];
    /** Chapter titles of the table of contents. */
    contents?: Record<string, string>;
    parts?: BookParts;
  } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const head = '<?xml version="1.0" encoding="UTF-8"?>';
  const page = (body: string) =>
    `${head}<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>${body}</body></html>`;
  const items = Object.keys(chapters).map((id) =>
    `<item id="${id}" href="text/${id}.xhtml" media-type="application/xhtml+xml"/>`
  );
  const nav = Object.entries(contents).map(([id, name]) =>
    `<li><a href="text/${id}.xhtml#start">${name}</a></li>`
  );
  const files: BookParts = {
    mimetype: "application/epub+zip",
    "META-INF/container.xml":
      `${head}<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`,
    "OEBPS/book.opf":
      `${head}<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Salt &amp; Bread</dc:title></metadata><manifest><item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>${
        items.join("")
      }</manifest><spine><itemref idref="nav"/>${
        spine.map((id) => `<itemref idref="${id}"/>`).join("")
      }</spine></package>`,
    "OEBPS/nav.xhtml": page(
      `<nav epub:type="toc"><h1>Table of contents</h1><ol>${
        nav.join("")
      }</ol></nav>`,
    ),
    ...Object.fromEntries(
      Object.entries(chapters).map((
        [id, body],
      ) => [`OEBPS/text/${id}.xhtml`, page(body)]),
    ),
    ...parts,
  };
  return await zip(
    Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, encode(text)]),
    ),
  );
}
