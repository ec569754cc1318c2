import assert from "node:assert/strict";
import { zip } from "../../tests/documents.ts";
import { FileReader } from "./file_reader.ts";
import type { Kind, ReadItem } from "./kinds.ts";

const encode = (text: string) => new TextEncoder().encode(text);

async function read(
  kind: Kind,
  files: Record<string, string | Uint8Array<ArrayBuffer>>,
) {
  const reader = new FileReader();
  const bytes = await zip(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        typeof content === "string" ? encode(content) : content,
      ]),
    ),
  );
  try {
    return await reader.tryRead({ kind, bytes }, "a");
  } finally {
    reader.close();
  }
}

const told = (items: ReadItem[]) =>
  items.map(({ title, body }) => [title, body.trim()]);

Deno.test("ZIP: each of its files as that kind of file is read, and what is none is left out by name", async () => {
  const reading = await read("zip", {
    "notes/tea.md": "# Oolong\n\nAt eight.",
    "hours.txt": "Open on Mondays.",
    "faq.csv": "Question,Answer\nDo you ship?,To Norway.",
    "__MACOSX/._tea.md": "rubbish",
    ".DS_Store": "rubbish",
    "../../etc/passwd.txt": "No path of ours.",
    "photo.jpg": "rubbish",
    "inner.zip": await zip({ "secret.txt": encode("deep") }),
    "broken.docx": "no document",
  });
  assert.ok("items" in reading, JSON.stringify(reading));
  assert.deepEqual(told(reading.items), [
    ["Do you ship?", "To Norway."],
    ["hours", "Open on Mondays."],
    ["tea", "# Oolong\n\nAt eight."],
  ]);
  const why = Object.fromEntries(
    reading.left_out.map(({ what, why }) => [what, why]),
  );
  assert.deepEqual(Object.keys(why).sort(), [
    "broken.docx",
    "inner.zip",
    "photo.jpg",
  ]);
  assert.match(why["inner.zip"], /Add it by itself/);
});

Deno.test("ZIP: one that holds nothing to read, or is none, says so", async () => {
  const nothing = await read("zip", { "photo.jpg": "rubbish" });
  assert.match(JSON.stringify(nothing), /Nothing in this archive can be read/);
  const reader = new FileReader();
  const bytes = encode("PK no archive");
  const broken = await reader.tryRead({ kind: "zip", bytes }, "a");
  reader.close();
  assert.match(JSON.stringify(broken), /no whole ZIP archive/);
});

const CONTAINER =
  '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>';
const PACKAGE = `<package><metadata xmlns:dc="x"><dc:title>Clay
 and fire</dc:title><dc:title>Second</dc:title></metadata><manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="c2" href="text/two%20b.xhtml" media-type="application/xhtml+xml"/>
<item id="c1" href="text/one.xhtml" media-type="application/xhtml+xml"/>
<item id="c1b" href="text/one-b.xhtml" media-type="application/xhtml+xml"/>
<item id="ad" href="text/ad.xhtml" media-type="application/xhtml+xml"/>
<item id="pic" href="a.png" media-type="image/png"/></manifest>
<spine><itemref idref="nav"/><itemref idref="c1"/><itemref idref="c1b"/><itemref idref="pic"/><itemref idref="c2"/><itemref idref="ad" linear="no"/></spine></package>`;
const chapter = (text: string) =>
  `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>${text}</body></html>`;
const BOOK = {
  mimetype: "application/epub+zip",
  "META-INF/container.xml": CONTAINER,
  "OEBPS/book.opf": PACKAGE,
  "OEBPS/nav.xhtml": chapter("<h1>Contents</h1>"),
  "OEBPS/text/one.xhtml": chapter("<h1>Glazes</h1><p>Fired at 1240 °C.</p>"),
  "OEBPS/text/one-b.xhtml": chapter("<p>And cooled for a day.</p>"),
  "OEBPS/text/two b.xhtml": chapter("<h2>Clay</h2><p>With grog.</p>"),
  "OEBPS/text/ad.xhtml": chapter("<h1>Also by</h1><p>Buy more.</p>"),
};

Deno.test("EPUB: its chapters in the order of reading, without what stands beside them", async () => {
  const reading = await read("epub", BOOK);
  assert.ok("items" in reading, JSON.stringify(reading));
  assert.deepEqual(told(reading.items), [
    [
      "Clay and fire: Glazes",
      "# Glazes\n\nFired at 1240 °C.\n\nAnd cooled for a day.",
    ],
    ["Clay and fire: Clay", "## Clay\n\nWith grog."],
  ]);
});

Deno.test("EPUB: one that is protected is refused with what to do, one with hidden fonts is read", async () => {
  const encrypted = (algorithm: string, uri: string) => ({
    ...BOOK,
    "META-INF/encryption.xml":
      `<encryption><EncryptedData><EncryptionMethod Algorithm="${algorithm}"/><CipherData><CipherReference URI="${uri}"/></CipherData></EncryptedData></encryption>`,
  });
  const locked = await read(
    "epub",
    encrypted(
      "http://www.w3.org/2001/04/xmlenc#aes256-cbc",
      "OEBPS/text/one.xhtml",
    ),
  );
  assert.match(JSON.stringify(locked), /protected against copying/);
  const fonts = await read(
    "epub",
    encrypted("http://www.idpf.org/2008/embedding", "OEBPS/a.otf"),
  );
  assert.ok("items" in fonts);
  const broken = await read("epub", { "META-INF/container.xml": CONTAINER });
  assert.match(JSON.stringify(broken), /no whole EPUB/);
});
