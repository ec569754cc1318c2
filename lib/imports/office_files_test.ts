import assert from "node:assert/strict";
import { zip } from "../../tests/documents.ts";
import { readMail } from "./mail.ts";
import { readOdf } from "./odf.ts";
import { readPptx } from "./pptx.ts";
import { readRtf } from "./rtf.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const corpus = (name: string) =>
  Deno.readFile(new URL(`../../tests/corpus/${name}`, import.meta.url));

async function odf(body: string, parts: Record<string, string> = {}) {
  const content =
    `<office:document-content><office:body>${body}</office:body></office:document-content>`;
  return await zip(
    Object.fromEntries(
      Object.entries({ "content.xml": content, ...parts })
        .map(([name, text]) => [name, encode(text)]),
    ),
  );
}

Deno.test("readPptx, readOdf: hidden slides and speaker notes are skipped and reported", async () => {
  const left_out = [
    {
      what: "the hidden slide 4",
      why: "Hidden slides are not read. Show them first.",
    },
    {
      what: "the speaker notes of slide 1",
      why: "They are for the speaker. Paste those that visitors may know.",
    },
  ];
  for (const name of ["bread.pptx", "impress.pptx"]) {
    const read = await readPptx(await corpus(name));
    assert.ok("items" in read, name);
    assert.deepEqual(read.left_out, left_out, name);
    assert.match(read.items[0].body, /^## Bread course\n\n- +We bake/);
  }
  const read = await readOdf(await corpus("bread.odp"));
  assert.ok("items" in read);
  assert.deepEqual(read.left_out, left_out);
  assert.match(read.items[0].body, /^## Bread course\n\n- +We bake/);
});

Deno.test("readPptx, readOdf: a slide without text is reported, and a corrupt file refused", async () => {
  const slide = (xml: string) =>
    zip({
      "ppt/presentation.xml": encode(
        '<p:presentation><p:sldIdLst><p:sldId id="256" r:id="r1"/><p:sldId r:id="r2" id="257"/></p:sldIdLst></p:presentation>',
      ),
      "ppt/_rels/presentation.xml.rels": encode(
        '<Relationships><Relationship Id="r1" Type="x/slide" Target="slides/a.xml"/><Relationship Id="r2" Type="x/slide" Target="slides/b.xml"/></Relationships>',
      ),
      "ppt/slides/a.xml": encode("<p:sld><p:pic/></p:sld>"),
      "ppt/slides/b.xml": encode(xml),
    });
  const said =
    "<p:sld><p:sp><a:p><a:r><a:t>Tea</a:t></a:r></a:p></p:sp></p:sld>";
  assert.deepEqual(await readPptx(await slide(said)), {
    items: [{ kind: "text", title: null, body: "<!-- page 2 -->\nTea" }],
    left_out: [{
      what: "the text of slide 1",
      why: "There is none; it may be in a picture.",
    }],
  });
  const none = await readPptx(await slide("<p:sld/>"));
  assert.match(JSON.stringify(none), /No text was found on the slides/);
  const broken = await readPptx(encode("PK\x03\x04"));
  assert.match(JSON.stringify(broken), /incomplete, locked, or too large/);
  const locked = await readOdf(
    await odf("", {
      "META-INF/manifest.xml":
        "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>",
    }),
  );
  assert.match(JSON.stringify(locked), /locked with a password/);
  const empty = await readOdf(await zip({ "a.txt": encode("a") }));
  assert.match(JSON.stringify(empty), /OpenDocument file is incomplete/);
});

Deno.test("readOdf: repeated and empty rows and columns are dropped, hidden ones reported", async () => {
  const cell = (text: string, more = "") =>
    `<table:table-cell${more}><text:p>${text}</text:p></table:table-cell>`;
  const empty =
    '<table:table-cell table:number-columns-repeated="16380"/></table:table-row>';
  const read = await readOdf(
    await odf(`<office:spreadsheet><table:table table:name="Prices">
      <table:table-row>${cell("Tea")}${cell("Price")}${empty}
      <table:table-row>${cell("Oolong")}${cell("5 euros")}${empty}
      <table:table-row table:visibility="collapse">${cell("Cost")}${
      cell("1 euro")
    }${empty}
      <table:table-row table:number-rows-repeated="1048000">${empty}
      </table:table></office:spreadsheet>`),
  );
  assert.deepEqual(read, {
    items: [{
      kind: "text",
      title: "Prices",
      body: "## Oolong\n\nPrice: 5 euros",
    }],
    left_out: [{
      what: "the hidden rows and columns of the sheet “Prices”",
      why: "Hidden parts are not read. Unhide it first if it should be.",
    }],
    table: { columns: ["Tea", "Price"], read_as: "rows" },
  });
});

Deno.test("readRtf: any font's letters and Unicode, lists, tables, links; nothing hidden or deleted", () => {
  const read = readRtf(encode(
    String
      .raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial;}{\f2\fcharset128 MS;}}
{\stylesheet{\s0 Normal;}{\s3\outlinelevel1 Chapter;}}{\info{\author Secret}}{\header Top}
\pard\s3\f0 Caf\'e9\par
\pard\f1\'d7\'e0\'e9 \f2\'82\'a8 \f0\u8364\'80 5\par
\pard{\listtext\'95\tab}\ls1 One\par {\listtext\'95\tab}Two\par
\pard\v hidden\v0 shown {\deleted gone}here\par
{\field{\*\fldinst HYPERLINK "https://tea.example/a"}{\fldrslt the shop}}{\*\unknown no}\par
\trowd\intbl Tea\cell Price\cell\row\intbl Oolong\cell 5 euros\cell\row\pard End \{\\\}}`,
  ));
  assert.deepEqual(read, {
    items: [{
      kind: "text",
      title: null,
      body: [
        ...["## Café", "Чай お € 5", "-   One\n-   Two", "shown here"],
        "[the shop](https://tea.example/a)",
        "Tea · Price\n\nOolong · 5 euros",
        "End {\\\\}",
      ].join("\n\n"),
    }],
    left_out: [],
  });
  const deep = readRtf(encode(`{\\rtf1${"{".repeat(1_000)}`));
  assert.match(JSON.stringify(deep), /damaged/);
});

Deno.test("readMail: attachments are reported; quoted mail and addresses are dropped", async () => {
  const read = await readMail(await corpus("reply.eml"));
  assert.ok("items" in read);
  assert.deepEqual(read.items, [{
    kind: "text",
    title: "Änderungen bei der Hafenrundfahrt",
    body:
      "Die Hafenrundfahrt beginnt jetzt um halb elf, und Kinder unter sechs fahren frei.\n\nHunde dürfen mit.",
  }]);
  assert.deepEqual(read.left_out.map(({ what }) => what), [
    "Who wrote it and to whom",
    "plan.pdf, attached to “Änderungen bei der Hafenrundfahrt”",
  ]);
  const empty = await readMail(encode("Subject: Hi\r\n\r\n"));
  assert.match(JSON.stringify(empty), /contains no text/);
  const head = 'Content-Type: multipart/mixed; boundary="b"\n\n';
  const parts = await readMail(encode(head + "--b\n\na\n".repeat(6_000)));
  assert.match(JSON.stringify(parts), /contains no text/);
});

Deno.test("crossed-out text is dropped from texts, slides and cells", async () => {
  const said = async (read: unknown) => JSON.stringify(await read);
  const styles =
    '<office:automatic-styles><style:style style:name="T1"><style:text-properties style:text-line-through-style="solid"/></style:style></office:automatic-styles>';
  const struck = 'Now <text:span text:style-name="T1">30 euros</text:span>45';
  const texts: Record<string, string> = {
    odt: await said(readOdf(
      await odf(
        `<office:text>${styles}<text:p>${struck}</text:p></office:text>`,
      ),
    )),
    ods: await said(readOdf(
      await odf(`<office:spreadsheet>${styles}<table:table table:name="Prices">
        <table:table-row><table:table-cell><text:p>Tea</text:p></table:table-cell><table:table-cell><text:p>${struck}</text:p></table:table-cell></table:table-row>
        <table:table-row><table:table-cell table:style-name="T1"><text:p>30 euros</text:p></table:table-cell><table:table-cell><text:p>Cake</text:p></table:table-cell></table:table-row>
        </table:table></office:spreadsheet>`),
    )),
    pptx: await said(readPptx(
      await zip({
        "ppt/presentation.xml": encode(
          '<p:presentation><p:sldIdLst><p:sldId r:id="r1"/></p:sldIdLst></p:presentation>',
        ),
        "ppt/_rels/presentation.xml.rels": encode(
          '<Relationships><Relationship Id="r1" Type="x/slide" Target="slides/a.xml"/></Relationships>',
        ),
        "ppt/slides/a.xml": encode(
          '<p:sld><p:sp><a:p><a:r><a:rPr strike="noStrike"/><a:t>Now </a:t></a:r><a:r><a:rPr strike="sngStrike"/><a:t>30 euros</a:t></a:r><a:r><a:t>45</a:t></a:r></a:p></p:sp></p:sld>',
        ),
      }),
    )),
    rtf: await said(readRtf(encode(
      String
        .raw`{\rtf1\ansi Now {\strike 30 euros}\strike 30 euros\strike0 45\par}`,
    ))),
  };
  for (const [kind, text] of Object.entries(texts)) {
    assert.match(text, /Now 45/, kind);
    assert.doesNotMatch(text, /30 euros/, kind);
  }
});

Deno.test("readOdf: a presentation marks each slide, and is titled by its first", async () => {
  const page = (n: number, title: string) =>
    `<draw:page draw:name="page${n}"><draw:frame presentation:class="title"><draw:text-box><text:p>${title}</text:p></draw:text-box></draw:frame></draw:page>`;
  const read = await readOdf(
    await odf(
      `<office:presentation>${page(1, "Bread")}${
        page(2, "Cake")
      }</office:presentation>`,
    ),
  );
  assert.deepEqual(read, {
    items: [{
      kind: "text",
      title: "Bread",
      body: "## Bread\n<!-- page 2 -->\n## Cake",
    }],
    left_out: [],
  });
});
