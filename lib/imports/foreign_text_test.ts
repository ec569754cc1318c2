// Readers of foreign texts take linear time.
import assert from "node:assert/strict";
import { renderMarkdown, type Style } from "../channels/rendering.ts";
import { csvLine } from "../conversations/csv.ts";
import { asTitle, readAsked } from "../engine/paraphrases.ts";
import { engineTables } from "../engine/tables.ts";
import { bare } from "../engine/text/fold.ts";
import { HTML_BOUNDS } from "./bounds.ts";
import { parseTable, readCsv } from "./csv.ts";
import { decodeText } from "./encoding.ts";
import { isHtmlWithinLimits } from "./html_bounds.ts";
import { readHtml } from "./html.ts";
import { readMarkdown } from "./markdown.ts";
import { readPasted } from "./pasted.ts";
import { visibleText } from "./notes.ts";
import { readSubtitles } from "./subtitles.ts";
import { readFeed } from "./feed.ts";
import { readLinks } from "./links.ts";
import { isAllowed, readRobots } from "./robots.ts";
import { readAddresses, readSitemap } from "./sitemap.ts";
import { isWellFormedXml } from "./xml_shape.ts";

/** Repeated to build long texts: what a backtracking expression retries from every position. */
const PARTS = [
  ...["a", " ", "\n", "\t", " a", "a\n", "0,", "-", "=", "\u0301", "é", "茶"],
  "\u0315\u0300\u05ae",
  ...["<", "<loc", "<loc ", "<loc>", "<loc></loc", "<!--", "<![CDATA[", "]]>"],
  ...["&amp", "&", '"', '""', '",', ";", "; ", "<a <a ", "<div", "</div>"],
  ...["http://", "https://a/ ", "<meta ", "charset=", "<sitemapindex", "«“"],
  ...[
    "{/*",
    "%%",
    "{% comment",
    "[//]: # (",
    "[a]: b\n",
    "[^1]",
    "[[a|",
    "![a](",
    "`",
    "```\n",
    "---\n",
    "<script",
    "<br",
    "a@",
    "[a][b]",
    ":::",
  ],
];

const READERS: Record<string, (text: string) => unknown> = {
  "a sitemap": (text) => readSitemap(text, "https://a.example/"),
  "a list of addresses": (text) => readAddresses(text, "https://a.example/"),
  "a feed": (text) => readFeed(`<rss><item>${text}`, "https://a.example/"),
  "links": (text) => readLinks(text, "https://a.example/"),
  "robots.txt": (text) => readRobots(text, "twincast", "https://a.example/"),
  "a rule of robots.txt": (text) =>
    isAllowed(
      {
        rules: [{ allow: false, path: text.slice(0, 500) + "*z$" }],
        sitemaps: [],
        delay_s: 0,
      },
      `https://a.example/${encodeURI(text.toWellFormed())}`,
    ),
  "Markdown": readMarkdown,
  "subtitles": (text) => readSubtitles(`00:01.000 --> 00:02.000\n${text}`),
  "what a reader sees": visibleText,
  "a table": (text) => readCsv(text),
  "what was pasted": (text) => readPasted(`Q: ${text}`),
  "bytes": (text) => decodeText(Uint8Array.from(text, (c) => c.charCodeAt(0))),
  "the cells of a table": (text) => parseTable(text, ";"),
  "a cell of an export": (text) => csvLine([text]),
  "a title": asTitle,
  "letters and digits": bare,
  "a question": (text) => readAsked(text, engineTables().lexica),
  "the shape of a page": (text) => isHtmlWithinLimits(text, HTML_BOUNDS),
};

/** Long texts that once blocked a reader, by length in UTF-16 units. */
const MADE: [reader: keyof typeof MAKERS, make: (length: number) => string][] =
  [
    ["a page", (n) => `<ol>${"<li>a".repeat(n / 20)}</ol>`],
    ["a page", (n) => `<p>a${"<br>".repeat(n / 20)}b`],
    ["a page", (n) => `<p>a${"<b>&nbsp;</b>".repeat(n / 20)}b`],
    ["a page", (n) => `<pre>a${" \n".repeat(n / 2)}b</pre>`],
    [
      "a page",
      (n) =>
        nested("<table><tr><td>a", "</table>", Math.min(60, 8 * n / 20_000)),
    ],
    [
      "a page",
      (n) => nested("<blockquote>a", "</blockquote>", 90).repeat(n / 20_000),
    ],
    ["a feed", (n) => "<rss><item>".repeat(n / 10)],
    ["a sitemap", (n) => "<urlset><url>".repeat(n / 10)],
    ["a rule of robots.txt", (n) => "*a".repeat(n / 2)],
    [
      "robots.txt",
      (n) =>
        `${"User-agent: *\n".repeat(n / 30)}${"Allow: /\n".repeat(n / 20)}`,
    ],
    [
      "robots.txt",
      (n) =>
        Array.from({ length: n / 30 }, (_, i) => `User-agent: ${i}`).join(
          "\n",
        ) +
        "\nAllow: /".repeat(n / 20),
    ],
    ["Markdown", (n) => `[//]: # (\n${"[//]: # (\n".repeat(n / 10)}`],
    ["Markdown", (n) => `[//]: # ${"(".repeat(n)})`],
    ["Markdown", (n) => `[a]: b\n${" ".repeat(n)}`],
    ["Markdown", (n) => `# a${" ".repeat(n)}b`],
    ["what was pasted", (n) => `a\nq${"\t".repeat(n)}!`],
    ["what was pasted", (n) => `a\n${"\t".repeat(n)}!`],
    ["an answer in a channel", (n) => `a${"\n".repeat(n / 8)}b`],
    ["an answer in a channel", (n) => `# ${" ".repeat(n / 8)}`],
    ["XML", (n) => "<w:p ".repeat(n / 5)],
    ["XML", (n) => "<!--".repeat(n / 4)],
    ["XML", (n) => `<a ${"b='' ".repeat(n / 5)}`],
  ];

function nested(open: string, close: string, times: number): string {
  return open.repeat(times) + close.repeat(times);
}

const MAKERS: Record<string, (text: string) => unknown> = {
  ...READERS,
  "a page": (text) => readHtml(text),
  "an answer in a channel": (text) => renderMarkdown(text, PLAIN),
  "XML": isWellFormedXml,
};

const same = (text: string) => text;
const PLAIN: Style = {
  ...{ escape: same, bold: same, italic: same, code: same, block: same },
  ...{ link: same, limit: 4_000 },
};

/** The fastest of several tries: other work runs on the same machine. */
const timeOf = (
  read: (text: string) => unknown,
  text: string,
  tries = 1,
): number => {
  const began = performance.now();
  try {
    read(text);
  } catch {
    // Unreadable input is refused.
  }
  const took = performance.now() - began;
  return tries > 1 ? Math.min(took, timeOf(read, text, tries - 1)) : took;
};

const LENGTH = 10_000;

/** Fails if sixteen times the text takes a hundred times as long, and more than a moment. */
function growsEvenly(
  read: (text: string) => unknown,
  make: (length: number) => string,
  name: string,
): void {
  const long = timeOf(read, make(16 * LENGTH));
  // A quadratic reader takes many seconds for this, and 256 times as long as for a sixteenth of it.
  if (long < 1_500 || timeOf(read, make(16 * LENGTH), 3) < 1_500) return;
  const short = Math.max(5, timeOf(read, make(LENGTH)));
  assert.ok(long < 100 * short, `${name}: ${short} then ${long} ms`);
}

Deno.test("foreign text: sixteen times the input takes less than a hundred times as long", () => {
  for (const [name, read] of Object.entries(READERS)) {
    for (const part of PARTS) {
      const make = (length: number) =>
        part.repeat(Math.ceil(length / part.length));
      growsEvenly(read, make, `${name}, ${JSON.stringify(part)}`);
    }
  }
});

Deno.test("foreign text: inputs that once blocked a reader no longer do", () => {
  for (const [name, make] of MADE) {
    growsEvenly(MAKERS[name], make, `${name}, ${make}`);
  }
});
