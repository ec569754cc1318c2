import assert from "node:assert/strict";
import { epub, zip } from "../../tests/documents.ts";
import { FileReader } from "./file_reader.ts";
import type { Kind, ReadItem } from "./kinds.ts";

const encode = (text: string) => new TextEncoder().encode(text);

/** Shared by the tests of this file: starting its process takes longer than reading. */
const reader = new FileReader();
Deno.test.afterAll(() => reader.close());

function readBytes(kind: Kind, bytes: Uint8Array<ArrayBuffer>) {
  return reader.tryRead({ kind, bytes }, "a");
}

async function read(
  kind: Kind,
  files: Record<string, string | Uint8Array<ArrayBuffer>>,
) {
  const bytes = await zip(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        typeof content === "string" ? encode(content) : content,
      ]),
    ),
  );
  return await readBytes(kind, bytes);
}

const told = (items: ReadItem[]) =>
  items.map(({ title, body }) => [title, body.trim()]);

Deno.test("ZIP: each file is read by its kind, and others are reported by name", async () => {
  const reading = await read("zip", {
    "notes/tea.md": "# Oolong\n\nAt eight.",
    "hours.txt": "Open on Mondays.",
    "faq.csv": "Question,Answer\nDo you ship?,To Norway.",
    "__MACOSX/._tea.md": "rubbish",
    ".DS_Store": "rubbish",
    "../../etc/passwd.txt": "No path of ours.",
    "caf\u00e9.txt": "Open daily.",
    "20 late.txt": "The last but one.",
    "3 early.txt": "The first.",
    "content.json": "{}",
    "photo.jpg": "rubbish",
    "inner.zip": await zip({
      "within.txt": encode("Tea is served."),
      "deeper.zip": await zip({ "secret.txt": encode("deep") }),
    }),
    "pack.7z": "rubbish",
    "broken.docx": "no document",
  });
  assert.ok("items" in reading, JSON.stringify(reading));
  assert.deepEqual(told(reading.items), [
    ["3 early", "The first."],
    ["20 late", "The last but one."],
    ["café", "Open daily."],
    ["Do you ship?", "To Norway."],
    ["hours", "Open on Mondays."],
    ["within", "Tea is served."],
    ["tea", "# Oolong\n\nAt eight."],
  ]);
  const why = Object.fromEntries(
    reading.left_out.map(({ what, why }) => [what, why]),
  );
  assert.deepEqual(Object.keys(why).sort(), [
    "../../etc/passwd.txt",
    "broken.docx",
    "content.json",
    "inner.zip, deeper.zip",
    "pack.7z",
    "photo.jpg",
  ]);
  assert.match(why["inner.zip, deeper.zip"], /Unpack it and add its files/);
  assert.match(why["pack.7z"], /pack them as \.zip/);
  assert.match(why["content.json"], /by itself/);
  assert.match(why["../../etc/passwd.txt"], /leads out of the archive/);
  for (const name of ["/etc/a.txt", "b/../../a.txt", "C:\\a.txt"]) {
    const out = await read("zip", { [name]: "No path of ours." });
    assert.match(JSON.stringify(out), /leads out of the archive/, name);
  }
});

Deno.test("ZIP: locked and oversized archives say what to do", async () => {
  const archive = await zip({ "a.txt": encode("Words.") });
  const view = new DataView(archive.buffer);
  // The directory's flag for an encrypted entry.
  view.setUint16(view.getUint32(archive.length - 6, true) + 8, 1, true);
  const locked = await readBytes("zip", archive);
  assert.match(JSON.stringify(locked), /with a password\. Pack it again/);
  const bomb = await read("zip", { "a.txt": new Uint8Array(61 * 2 ** 20) });
  assert.match(
    JSON.stringify(bomb),
    /more than 60 MiB\. Split it into several/,
  );
  const many = Array.from({ length: 202 }, (_, i) => [`${i}.txt`, `Day ${i}.`]);
  const some = await read("zip", Object.fromEntries(many));
  assert.ok("items" in some);
  assert.equal(some.items.length, 200);
  assert.match(some.left_out[0].what, /^2 more files/);
});

Deno.test("ZIP: an archive without readable files, or a corrupt one, says so", async () => {
  const nothing = await read("zip", { "photo.jpg": "rubbish" });
  assert.match(JSON.stringify(nothing), /Nothing in this archive can be read/);
  const broken = await readBytes("zip", encode("PK no archive"));
  assert.match(JSON.stringify(broken), /ZIP archive is incomplete/);
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

Deno.test("EPUB: chapters in reading order, without anything else", async () => {
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

Deno.test("EPUB: as converters write them: self-closing elements, notes aside, chapters listed only in the contents", async () => {
  const reading = await readBytes(
    "epub",
    await epub({
      two:
        '<a id="p2"/><h2>The oven</h2><p>Bake for forty minutes<a epub:type="noteref" href="#n1">7</a>.</p><aside epub:type="footnote" id="n1">Fifty in winter.</aside>',
      one: "<p>Feed the starter twice a day.</p>",
      cover: '<img src="cover.jpg" alt="Cover"/>',
      unread: "<p>A page of no chapter.</p>",
    }, {
      spine: ["cover", "one", "two"],
      contents: { one: "The starter", two: "Named elsewhere" },
    }),
  );
  assert.ok("items" in reading, JSON.stringify(reading));
  assert.deepEqual(told(reading.items), [
    [
      "Salt & Bread: The starter",
      "# The starter\n\nFeed the starter twice a day.",
    ],
    [
      "Salt & Bread: The oven",
      "## The oven\n\nBake for forty minutes.\n\nFifty in winter.",
    ],
  ]);
  const old = await readBytes(
    "epub",
    await epub({ one: "<p>Feed it.</p>", toc: "<p>Contents ... 1</p>" }, {
      parts: {
        "OEBPS/book.opf":
          '<package version="2.0"><metadata><dc:title>Old</dc:title></metadata><manifest><item id="ncx" href="toc.ncx"/><item id="a" href="text/one.xhtml"/><item id="b" href="text/toc.xhtml"/></manifest><spine toc="ncx"><itemref idref="b"/><itemref idref="a"/></spine><guide><reference type="toc" href="text/toc.xhtml"/></guide></package>',
        "OEBPS/toc.ncx":
          '<ncx><docTitle><text>Old</text></docTitle><navMap><navPoint><navLabel><text>Chapter I</text></navLabel><content src="text/one.xhtml"/></navPoint></navMap></ncx>',
      },
    }),
  );
  assert.ok("items" in old, JSON.stringify(old));
  assert.deepEqual(told(old.items), [
    ["Old: Chapter I", "# Chapter I\n\nFeed it."],
  ]);
  const pictures = await readBytes("epub", await epub({ one: "<img/>" }));
  assert.match(JSON.stringify(pictures), /only pictures of text/);
});

Deno.test("EPUB: a protected book is refused with what to do, one with obfuscated fonts is read", async () => {
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
  const licensed = await read("epub", {
    ...BOOK,
    "META-INF/rights.xml": "<r/>",
  });
  assert.match(JSON.stringify(licensed), /Ask its publisher for a copy/);
  const fonts = await read(
    "epub",
    encrypted("http://www.idpf.org/2008/embedding", "OEBPS/a.otf"),
  );
  assert.ok("items" in fonts);
  const broken = await read("epub", { "META-INF/container.xml": CONTAINER });
  assert.match(JSON.stringify(broken), /EPUB is incomplete/);
});

Deno.test("ZIP: a Notion export keeps its page names, and each table once with all its rows", async () => {
  const id = "1f2e3d4c5b6a79880123456789abcdef";
  const inner = await zip({
    [`Wiki ${id}.md`]: encode("# Wiki\n\nClosed on Mondays."),
    [`Wiki/Parking ${id}.md`]: encode("Park behind the barn."),
    [`Wiki/Courses ${id}.csv`]: encode("Name,Price\nRaku,140\n"),
    [`Wiki/Courses ${id}_all.csv`]: encode("Name,Price\nRaku,140\nWheel,75\n"),
  });
  const reading = await read("zip", { "Export/Part-1.zip": inner });
  assert.ok("items" in reading, JSON.stringify(reading));
  assert.deepEqual(
    reading.items.map(({ title }) => title),
    ["Wiki", "Courses", "Parking"],
  );
  assert.match(reading.items[1].body, /Wheel/);
});

Deno.test("ZIP: limits nested archives and their unpacked size", async () => {
  const inner = await zip({ "a.txt": encode("Tea.") });
  const names = Array.from({ length: 8 }, (_, n) => `${n}.zip`);
  const many = await read(
    "zip",
    Object.fromEntries(names.map((n) => [n, inner])),
  );
  assert.ok("items" in many);
  assert.equal(many.items.length, 5);
  assert.equal(many.left_out.length, 3);
  const bomb = await zip({ "a.txt": new Uint8Array(70 * 2 ** 20) });
  const reading = await read("zip", { "b.zip": bomb, "c.txt": "Tea." });
  assert.match(JSON.stringify(reading), /unpacks to more than/);
});

Deno.test("ZIP: from a service's export, published posts are read and followers are not", async () => {
  const corpus = async (name: string) => {
    const at = new URL(`../../tests/corpus/${name}`, import.meta.url);
    const reading = await readBytes("zip", await Deno.readFile(at));
    assert.ok("items" in reading, name);
    return reading;
  };
  const people =
    "It lists people by their e-mail addresses. Add it by itself if visitors may know them.";
  const substack = await corpus("substack.zip");
  assert.deepEqual(substack.items.map(({ title }) => title), [
    "How I prune apple trees",
  ]);
  assert.deepEqual(
    Object.fromEntries(substack.left_out.map(({ what, why }) => [what, why])),
    {
      "email_list.orchard.csv": people,
      "posts.csv": "The posts that it lists are read.",
      "posts/101.how-i-prune.opens.csv": people,
      "posts/102.for-members.html":
        "Only paying readers may read it. Add it by itself, private or public as you choose.",
      "posts/103.half-done.html":
        "It was not published. Publish it first, or paste its text.",
    },
  );
  const { items: [letter] } = await corpus("mailchimp.zip");
  assert.match(letter.body, /^# Spring in the nursery\n\nDear, from March/);
  const instagram = await corpus("instagram-json.zip");
  assert.deepEqual(instagram.left_out.map(({ what }) => what), [
    "Short captions (1)",
    "Other files of this archive (2)",
  ]);
});

Deno.test("ZIP: recognises a Substack export repacked with its folder, and every part of a Mailchimp export", async () => {
  const folder = "orchard/";
  const substack = await read("zip", {
    [`${folder}posts.csv`]:
      "post_id,is_published,audience,title\n1.prune,true,everyone,Pruning\n2.draft,false,everyone,Half done\n",
    [`${folder}posts/1.prune.html`]: "<p>Prune in late February.</p>",
    [`${folder}posts/2.draft.html`]: "<p>Wasps, maybe.</p>",
  });
  assert.ok("items" in substack, JSON.stringify(substack));
  assert.deepEqual(told(substack.items), [
    ["Pruning", "Prune in late February."],
  ]);
  assert.match(substack.left_out[1].why, /It was not published/);
  const letter = (text: string) =>
    `<h1>Spring</h1><p>${text}</p><p><a href="x">Unsubscribe</a></p>`;
  const mailchimp = await read("zip", {
    "campaigns.csv": "Title,Total Recipients\nSpring,812\n",
    "campaigns_content/8812_spring.html": letter("From March on."),
    "campaigns_content/8812_spring.txt": "Spring\n\nFrom March on.",
    "campaigns_content/9001_plain.txt": "Only in words.",
    "templates/11_blank.html": letter("Lorem ipsum."),
    "lists/members_1/subscribed.csv": "Email,Name\na@b.example,Ada\n",
    "reports/aggregate_activity/opens.csv": "Campaign,Opens\nSpring,400\n",
    "granular_activity/opens/8812.csv": "Timestamp,IP\n2026,1.2.3.4\n",
  });
  assert.ok("items" in mailchimp, JSON.stringify(mailchimp));
  assert.deepEqual(told(mailchimp.items), [
    ["Spring", "# Spring\n\nFrom March on."],
    ["9001_plain", "Only in words."],
  ]);
  assert.equal(mailchimp.left_out.length, 6);
});
