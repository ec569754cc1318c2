// Hostile files of LibreOffice, PowerPoint, rich text, mails, e-books and exports of newsletters and photo sites.
import { zip } from "./documents.ts";
import type { HostileFile } from "./hostile_files.ts";

const encode = (text: string) => new TextEncoder().encode(text);
type Parts = Record<string, string>;

async function packed(name: string, parts: Parts): Promise<HostileFile> {
  const files = Object.fromEntries(
    Object.entries(parts).map(([part, text]) => [part, encode(text)]),
  );
  return { name, bytes: await zip(files) };
}

function plain(name: string, text: string): HostileFile {
  return { name, bytes: encode(text) };
}

const ENTITIES = `<!DOCTYPE a [<!ENTITY a "ha ha ha ha">${
  Array.from("bcdefghij", (letter, i) =>
    `<!ENTITY ${letter} "${`&${"abcdefghij"[i]};`.repeat(20)}">`).join("")
}]>`;

function odf(kind: "text" | "spreadsheet" | "presentation", body: string) {
  return `<office:document-content><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document-content>`;
}

const cells = `<table:table-row table:number-rows-repeated="1048576">${
  '<table:table-cell table:number-columns-repeated="16384"><text:p>ha</text:p></table:table-cell>'
    .repeat(50)
}</table:table-row>`;

/** LibreOffice and PowerPoint files, nested, repeated and self-referencing. */
async function ofOffices(): Promise<HostileFile[]> {
  return [
    await packed("nested.odt", {
      "content.xml": odf("text", "<text:span>".repeat(1_500_000)),
    }),
    await packed("notes.odt", {
      "content.xml": odf(
        "text",
        "<text:note-body><text:p>a</text:p>".repeat(300_000),
      ),
    }),
    await packed("blanks.odt", {
      "content.xml": odf(
        "text",
        `<text:p>${'<text:s text:c="2147483647"/>'.repeat(900_000)}</text:p>`,
      ),
    }),
    await packed("entities.odt", {
      "content.xml": ENTITIES + odf("text", "<text:p>&j;</text:p>"),
    }),
    await packed("styles.odt", {
      "styles.xml": Array.from(
        { length: 200_000 },
        (_, i) =>
          `<style:style style:name="a${i}" style:parent-style-name="a${
            (i + 1) % 200_000
          }"/>`,
      ).join(""),
      "content.xml": odf("text", '<text:p text:style-name="a0">a</text:p>'),
    }),
    await packed("repeated.ods", {
      "content.xml": odf(
        "spreadsheet",
        `<table:table>${cells.repeat(2_000)}</table:table>`,
      ),
    }),
    await packed("merged.ods", {
      "content.xml": odf(
        "spreadsheet",
        `<table:table>${
          `<table:table-row>${
            '<table:table-cell table:number-columns-spanned="16384" table:number-rows-spanned="1048576"><text:p>a</text:p></table:table-cell>'
              .repeat(20)
          }</table:table-row>`.repeat(20_000)
        }</table:table>`,
      ),
    }),
    await packed("frames.odp", {
      "content.xml": odf(
        "presentation",
        "<draw:page><draw:frame><draw:text-box>".repeat(400_000),
      ),
    }),
    await packed("slides.pptx", {
      "ppt/presentation.xml": `<p:presentation><p:sldIdLst>${
        '<p:sldId r:id="rId1"/>'.repeat(800_000)
      }</p:sldIdLst></p:presentation>`,
      "ppt/_rels/presentation.xml.rels":
        '<Relationships><Relationship Id="rId1" Type="slide" Target="slides/slide1.xml"/></Relationships>',
      "ppt/slides/slide1.xml": `<p:sld>${
        "<a:p><a:r><a:t>ha ha ha</a:t></a:r></a:p>".repeat(20_000)
      }</p:sld>`,
    }),
    await packed("merged.xlsx", {
      "xl/workbook.xml":
        '<workbook><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
      "xl/_rels/workbook.xml.rels":
        '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
      "xl/worksheets/sheet1.xml":
        `<worksheet><sheetData><row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>a</t></is></c></row></sheetData><mergeCells>${
          '<mergeCell ref="A1:XFD1048576"/>'.repeat(500_000)
        }</mergeCells></worksheet>`,
    }),
  ];
}

/** Rich text with unclosed groups and absurd counts. */
function ofRichText(): HostileFile[] {
  return [
    plain("groups.rtf", "{\\rtf1" + "{".repeat(9_000_000)),
    plain("one.rtf", "{\\rtf1 " + "a".repeat(9_500_000) + "}"),
    plain("cells.rtf", "{\\rtf1\\trowd" + "\\cell".repeat(1_800_000) + "}"),
    plain("rows.rtf", "{\\rtf1" + "\\trowd a\\cell\\row".repeat(450_000)),
    plain("fields.rtf", "{\\rtf1" + "{\\field{\\*\\fldinst a".repeat(200)),
    plain("bytes.rtf", "{\\rtf1\\bin2147483647 a}"),
    plain("unicode.rtf", "{\\rtf1\\uc9" + "\\u-1 ".repeat(1_800_000) + "}"),
    plain("styles.rtf", "{\\rtf1{\\stylesheet" + "{\\s1 a;}".repeat(1_000_000)),
  ];
}

/** Mails within mails, boundaries everywhere, words that need repeated decoding. */
function ofMails(): HostileFile[] {
  const nested = Array.from(
    { length: 60_000 },
    (_, i) => `Content-Type: multipart/mixed; boundary="b${i}"\n\n--b${i}\n`,
  ).join("");
  const head = 'Content-Type: multipart/mixed; boundary="b"\n\n';
  return [
    plain("nested.eml", nested),
    plain("parts.eml", head + "--b\n\na\n".repeat(1_200_000)),
    plain("dashes.eml", head + "--".repeat(4_500_000)),
    plain(
      "words.eml",
      "Subject: " + "=?utf-8?q?a?= ".repeat(600_000) + "\n\na",
    ),
    plain("open.eml", "Subject: " + "=?utf-8?q?".repeat(900_000) + "\n\na"),
    plain("folded.eml", "Subject: a\n" + " a\n".repeat(3_000_000) + "\na"),
    plain("heads.eml", "A: b\n".repeat(1_800_000) + "\na"),
    plain("people.eml", "To: " + "a <a@b.c>, ".repeat(800_000) + "\n\na"),
    plain("groups.eml", "To: " + "a: ".repeat(2_000_000) + "\n\na"),
    plain("quotes.eml", 'To: "' + '\\"'.repeat(4_000_000) + "\n\na"),
    plain(
      "html.eml",
      "Content-Type: text/html\n\n" + "<div>".repeat(1_500_000),
    ),
    plain("said.eml", "\n" + "On " + "a".repeat(190) + " wrote\n".repeat(9)),
    plain("wrote.eml", "\n" + `${"Am ".repeat(60)}schrieb `.repeat(40_000)),
    plain("many.mbox", "From a 2020\n\na\n\n".repeat(500_000)),
    plain(
      "from.mbox",
      "From " + "a".repeat(495) + "\n\nFrom a".repeat(800_000),
    ),
  ];
}

/** Books that repeat one long chapter. */
async function ofBooks(): Promise<HostileFile[]> {
  const container =
    '<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>';
  const book = (spine: string, chapter: string) => ({
    "META-INF/container.xml": container,
    "a.opf":
      `<package><manifest><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest><spine>${spine}</spine></package>`,
    "c.xhtml": chapter,
  });
  const paragraphs = `<html><body><h1>Ha</h1>${
    "<p>ha ha ha</p>".repeat(60_000)
  }</body></html>`;
  return [
    await packed("spine.epub", {
      ...book('<itemref idref="c"/>'.repeat(500_000), paragraphs),
    }),
    await packed("tags.epub", {
      ...book('<itemref idref="c"/>', "<a ".repeat(6_000_000)),
    }),
    await packed("marks.epub", {
      ...book('<itemref idref="c"/>', "<a ><sup>".repeat(3_000_000)),
    }),
  ];
}

/** Archives in archives, and fake exports. */
async function ofExports(): Promise<HostileFile[]> {
  const deep = "[".repeat(9_000_000);
  const heavy = await packed("heavy.zip", {
    "a.txt": "ha ".repeat(15_000_000),
  });
  const many = Object.fromEntries(
    Array.from(
      { length: 5 },
      (_, i): [string, Uint8Array<ArrayBuffer>] => [`${i}.zip`, heavy.bytes],
    ),
  );
  return [
    { name: "archives.zip", bytes: await zip(many) },
    await packed("instagram.zip", {
      "your_instagram_activity/media/posts_1.json": deep,
    }),
    await packed("captions.zip", {
      "your_instagram_activity/media/posts_1.json": `[${
        '{"title":"a","media":[{"title":"\\u00c3\\u00a9"}]},'.repeat(900_000)
      }0]`,
    }),
    await packed("substack.zip", {
      "posts.csv": "post_id,title\n" +
        Array.from({ length: 900_000 }, (_, i) => `${i},a\n`).join(""),
      "posts/1.a.html": "<p>a</p>",
    }),
    await packed("quoted.zip", {
      "posts.csv": "post_id,title\n" + '"a""'.repeat(9_000_000),
      "posts/1.a.html": "<p>a</p>",
    }),
    await packed("mailchimp.zip", {
      "campaigns_content/1.html": `<html><body>*|MC:SUBJECT|*${
        "*|IF:A|*".repeat(3_000_000)
      }</body></html>`,
    }),
    await packed("people.zip", {
      "a.csv": "a@" + "b".repeat(199) + "\n" + "a@".repeat(9_000_000),
    }),
  ];
}

/** Texts whose lines look like something else, over and over. */
function ofTexts(): HostileFile[] {
  return [
    plain("chat.txt", "[1/1/20, 1:1:1 ".repeat(650_000)),
    plain("said.txt", "1/1/20, 1:01 - a: b\n".repeat(500_000)),
    plain("times.srt", "00:00:01,000 --> ".repeat(580_000)),
    plain("cues.vtt", "WEBVTT\n\n" + "0:01.000 --> 0:02.000\n".repeat(450_000)),
    plain("tags.vtt", "WEBVTT\n\n0:01.000 --> 0:02.000\n" + "<v ".repeat(3e6)),
    plain("quotes.csv", '"'.repeat(9_999_999)),
    plain("columns.csv", "a,".repeat(4_900_000)),
    plain("pipes.md", "|a".repeat(4_900_000)),
    plain("rows.md", "|a|\n|-|\n".repeat(1_200_000)),
    plain("stars.md", "*a_ ".repeat(2_400_000)),
    plain("fences.md", "```\n".repeat(2_400_000)),
  ];
}

/** A potentially harmful file of each newer kind; some are read anyway. */
export async function hostilePacked(): Promise<HostileFile[]> {
  const found = [
    ...await ofOffices(),
    ...ofRichText(),
    ...ofMails(),
    ...await ofBooks(),
    ...await ofExports(),
    ...ofTexts(),
  ];
  const ours = 10 * 2 ** 20;
  for (const { name, bytes } of found) {
    const is_archive = name.endsWith(".zip");
    if (bytes.length > (is_archive ? 6 * ours : ours)) throw new Error(name);
  }
  return found;
}
