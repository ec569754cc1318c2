import assert from "node:assert/strict";
import { FileReader } from "./file_reader.ts";
import { MAX_TEXT } from "../schemas/text_sizes.ts";
import { type Kind, kindOf } from "./kinds.ts";
import { outcomes } from "../../tests/stores.ts";
import { docx, pdf, zip } from "../../tests/documents.ts";

const encode = (text: string) => new TextEncoder().encode(text);

/** Shared by the tests of this file: starting its process takes longer than reading. */
const files = new FileReader();
Deno.test.afterAll(() => files.close());

function open() {
  const readAll = (kind: Kind, bytes: Uint8Array<ArrayBuffer>, url?: string) =>
    files.read({ kind, bytes, url }, "team");
  const read = async (...task: Parameters<typeof readAll>) =>
    (await readAll(...task)).items[0];
  const refuses = (kind: Kind, bytes: Uint8Array<ArrayBuffer>, why: RegExp) =>
    assert.rejects(read(kind, bytes), { name: "AppError", message: why });
  return { read, readAll, refuses };
}

Deno.test("kindOf: by extension, in any case", () => {
  assert.equal(kindOf("Notes.MD"), "markdown");
  assert.equal(kindOf("page.htm"), "html");
  assert.equal(kindOf("a.b.docx"), "docx");
  assert.equal(kindOf("all.pdf.zip"), "zip");
  assert.equal(kindOf("Talk.PPSX"), "pptx");
  for (const name of ["a.odt", "a.ods", "a.odp"]) {
    assert.equal(kindOf(name), "odf", name);
  }
  for (const name of ["notes", "notes.doc", "notes.md.exe", ".pdf.rar", ""]) {
    assert.equal(kindOf(name), null, name);
  }
});

Deno.test("FileReader: HTML becomes Markdown, without anything that is not text", async () => {
  const { read } = open();
  const { title, body } = await read(
    "html",
    encode(`<!doctype html><html><head><title>Site</title>
      <script>steal()</script></head><body><nav><a href="/">Home</a></nav>
      <h1>Tea &amp; me</h1><p>I drink <b>oolong</b> <a href="https://tea.example/x">here</a>
      and <a href="/there">there</a>.</p><ul><li>One</li><li>Two</li></ul>
      <table><tr><th>Day</th><th>Hour</th></tr><tr><td>Monday</td><td>9</td></tr></table>
      <img src="https://spy.example/x.png" alt="A picture"><footer>Imprint</footer></body></html>`),
  );
  assert.equal(title, "Tea & me");
  assert.match(body, /^# Tea & me$/m);
  assert.match(
    body,
    /\*\*oolong\*\* \[here\]\(https:\/\/tea\.example\/x\)\s+and there\./,
  );
  assert.match(body, /^- +One$/m);
  assert.match(body, /^\| Monday \| 9 \|$/m);
  assert.doesNotMatch(body, /steal|Home|Imprint|spy|\/there/);
});

Deno.test("FileReader: the main content of a web page", async () => {
  const { read } = open();
  const paragraph =
    "<p>The kiln was built in 1931 by three brothers, and it is still fired twice a year with birch wood from the hills around the village.</p>";
  const { title, body } = await read(
    "html",
    encode(`<html><head><title>The kiln – Village news</title></head><body>
      <div class="menu"><a href="/a">Weather</a> <a href="/b">Lottery</a></div>
      <article><h1>The kiln</h1>${paragraph.repeat(6)}</article>
      <div class="sidebar"><a href="/c">Subscribe now</a></div></body></html>`),
    "https://village.example/kiln",
  );
  assert.match(title ?? "", /The kiln/);
  assert.match(body, /built in 1931 by three brothers/);
  assert.doesNotMatch(body, /Lottery|Subscribe/);
});

Deno.test("FileReader: a table of pairs, and what it skipped", async () => {
  const { readAll, refuses } = open();
  const table = "id;Frage;Antwort\r\n1;Wer?;Ich\r\n2;Wann?;\r\n";
  assert.deepEqual(await readAll("csv", encode(table)), {
    items: [{ kind: "pair", title: "Wer?", body: "Ich" }],
    left_out: [
      {
        what: "the column “id”",
        why: "Only the questions and answers of this table are used.",
      },
      { what: "row 3", why: "It has no answer." },
    ],
    table: {
      columns: ["id", "Frage", "Antwort"],
      read_as: { question: "Frage", answer: "Antwort" },
    },
  });
  await refuses("csv", encode("question,answer\n"), /no rows/);
});

Deno.test("FileReader: a PDF's text; a broken, empty or locked one says what to do", async () => {
  const { read, refuses } = open();
  const { body } = await read(
    "pdf",
    pdf(["I fire the kiln on Thursdays.", "Bring your own clay."]),
  );
  assert.match(body, /I fire the kiln on Thursdays\.\s+Bring your own clay\./);
  await refuses("pdf", pdf([]), /text recognition/);
  await refuses("pdf", encode("%PDF-1.4 nonsense"), /broken/);
});

Deno.test("FileReader: a Word document as Markdown; broken, locked and bomb files are refused", async () => {
  const { read, refuses } = open();
  const { title, body } = await read(
    "docx",
    await docx([["Heading1", "About me"], [
      null,
      "I teach pottery & glazing.",
    ]]),
  );
  assert.equal(title, "About me");
  assert.match(body, /^# About me$/m);
  assert.match(body, /I teach pottery & glazing\./);
  await refuses("docx", encode("PK nonsense"), /Word document is incomplete/);
  const sealed = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
  await refuses("docx", sealed, /locked with a password.*without a password/);
  await refuses("docx", await zip({ "x.txt": encode("x") }), /broken/);
  const bomb = await zip({ "word/document.xml": new Uint8Array(80 * 2 ** 20) });
  assert.ok(bomb.length < 2 ** 20);
  await refuses("docx", bomb, /too large when unpacked/);
});

Deno.test("FileReader: text in its encoding; empty and non-text files are refused", async () => {
  const { read, refuses } = open();
  assert.equal((await read("text", encode("Grüße"))).body, "Grüße");
  const utf16 = new Uint8Array([0xff, 0xfe, 0x48, 0, 0x69, 0]);
  assert.equal((await read("text", utf16)).body, "Hi");
  const latin = new Uint8Array([
    ...encode("<meta charset=iso-8859-1><p>caf"),
    0xe9,
    ...encode("</p>"),
  ]);
  assert.match((await read("html", latin)).body, /café/);
  await refuses("text", new Uint8Array(100), /UTF-8/);
  await refuses("text", encode(" \n"), /empty/);
  await refuses("html", encode("<script>1</script>"), /no text/);
});

Deno.test("FileReader: a file that takes too long is stopped, and the next is read", async () => {
  // No file is read in zero time.
  const files = new FileReader({ ms: 1 });
  const slow = files.read({ kind: "text", bytes: encode("slow") }, "team");
  await assert.rejects(slow, { message: /too long to read/ });
  files.close();
});

Deno.test("FileReader: the next file is read after one that crashed its process", async () => {
  const files = new FileReader({ memory: 2 ** 20 });
  const task = { kind: "csv", bytes: encode("a,b\n".repeat(2e6)) } as const;
  await assert.rejects(files.read(task, "team"), { message: /memory/ });
  files.close();
});

Deno.test("FileReader: twenty of a team's files may wait; another team's are read", async () => {
  const read = (account: string) =>
    files.read({ kind: "text", bytes: encode(account) }, account);
  const many = outcomes(Array.from({ length: 30 }, () => read("many")));
  assert.equal((await read("other")).items[0].body, "other");
  const { kept, codes } = await many;
  // One is being read, and twenty are waiting.
  assert.equal(kept, 21);
  assert.deepEqual(codes, Array(9).fill("unavailable"));
});

Deno.test("FileReader: a long text is read in parts that fit a page and a save; an answer that long is skipped", async () => {
  const { items } = await files.read(
    { kind: "markdown", bytes: encode("A sentence of it.\n\n".repeat(60_000)) },
    "a",
  );
  assert.deepEqual(
    items.map((item) => item.kind === "text" && item.part),
    [1, 2, 3].map((n) => ({ n, of: 3 })),
  );
  for (const { body } of items) assert.ok(body.length <= MAX_TEXT);
  const answer = "x".repeat(MAX_TEXT + 1);
  const table = `question,answer\nShort?,Yes.\nLong?,${answer}\n`;
  const read = await files.read({ kind: "csv", bytes: encode(table) }, "a");
  assert.deepEqual(read.items.map(({ title }) => title), ["Short?"]);
  assert.deepEqual(read.left_out.map(({ what }) => what), ["Long?"]);
});

Deno.test("FileReader: exported content is read item by item, oldest first, long texts in parts", async () => {
  const item = { visibility: "public", body: "Tea." };
  const archive = {
    format: "twincast-content-1",
    items: [
      { ...item, title: "New", body: "word ".repeat(150_000) },
      { ...item, title: "Old" },
    ],
  };
  const read = await files.readArchive(encode(JSON.stringify(archive)), "a");
  const items = await Array.fromAsync(read);
  assert.deepEqual(items.map(({ title }) => title), [
    "Old",
    "New (1 of 2)",
    "New (2 of 2)",
  ]);
  await assert.rejects(
    files.readArchive(
      encode('{"format":"twincast-content-1","items":[{}]}'),
      "a",
    ),
    /file of exported content is incomplete/,
  );
  await assert.rejects(
    files.read({ kind: "json", bytes: encode('[{"media":[]}]') }, "a"),
    /table/,
  );
});
