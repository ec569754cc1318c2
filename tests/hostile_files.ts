// Files made to exhaust a server's time or memory, small enough to be accepted.
import { zip } from "./documents.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const MEBIBYTE = 2 ** 20;

export type HostileFile = { name: string; bytes: Uint8Array<ArrayBuffer> };

async function deflated(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([bytes]).stream()
    .pipeThrough(new CompressionStream("deflate"));
  return await new Response(packed).bytes();
}

/** A PDF of one page whose content decompresses to `size` bytes. */
export async function heavyPdf(size: number): Promise<Uint8Array<ArrayBuffer>> {
  const line = encode("BT /F1 12 Tf (a) Tj ET\n");
  const plain = new Uint8Array(size);
  for (let at = 0; at < size; at += line.length) {
    plain.set(line.subarray(0, size - at), at);
  }
  const packed = await deflated(plain);
  const head = encode(
    `%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >> endobj
5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj
4 0 obj << /Length ${packed.length} /Filter /FlateDecode >>
stream
`,
  );
  const tail = encode(
    "\nendstream endobj\ntrailer << /Size 6 /Root 1 0 R >>\n%%EOF",
  );
  return await new Blob([head, packed, tail]).bytes();
}

/** A Word document whose directory omits its last entry, which decompresses to 64 MiB. */
async function lyingDocx(): Promise<Uint8Array<ArrayBuffer>> {
  const archive = await zip({
    "[Content_Types].xml": encode("<Types/>"),
    "word/document.xml": new Uint8Array(64 * MEBIBYTE).fill(0x20),
  });
  const end = new DataView(archive.buffer, archive.length - 22, 22);
  end.setUint16(8, 1, true);
  end.setUint16(10, 1, true);
  return archive;
}

/** A file of each kind that did harm, or might. None is worth reading. */
export async function hostileFiles(): Promise<HostileFile[]> {
  const text = (name: string, part: string, times: number): HostileFile => ({
    name,
    bytes: encode(part.repeat(times)),
  });
  return [
    text("nested.html", "<div>", 1_500_000),
    text("closed-elsewhere.html", "<div></span>", 800_000),
    text("comments.html", "<div><!--</div>-->", 500_000),
    text("flat.html", "<p>a", 2_000_000),
    text("links.html", '<a href="x">', 800_000),
    text("attributes.html", "<p " + "a=b ".repeat(2_000_000) + ">a</p>", 1),
    text("open-tag.html", "<a <a ", 1_600_000),
    { name: "heavy.pdf", bytes: await heavyPdf(100 * MEBIBYTE) },
    { name: "lying.docx", bytes: await lyingDocx() },
  ];
}
