// Readers of texts that strangers wrote take time in proportion to them.
import assert from "node:assert/strict";
import { csvLine } from "../conversations/csv.ts";
import { asTitle, readAsked } from "../engine/paraphrases.ts";
import { engineTables } from "../engine/tables.ts";
import { bare } from "../engine/text/fold.ts";
import { parseTable, readCsv } from "./csv.ts";
import { decodeText } from "./encoding.ts";
import { isModestHtml } from "./html_bounds.ts";
import { readMarkdown } from "./markdown.ts";
import { readPasted } from "./pasted.ts";
import { visibleText } from "./notes.ts";
import { readSubtitles } from "./subtitles.ts";
import { readFeed } from "./feed.ts";
import { readLinks } from "./links.ts";
import { isAllowed, readRobots } from "./robots.ts";
import { readAddresses, readSitemap } from "./sitemap.ts";

/** Of each a text is made by repetition: what a backtracking expression tries again from every place. */
const PARTS = [
  ...["a", " ", "\n", "\t", " a", "a\n", "0,", "-", "=", "\u0301", "é", "茶"],
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
  "the shape of a page": (text) =>
    isModestHtml(text, { depth: 500, elements: 300_000 }),
};

/** The shortest of some tries: others run on the same machine. */
const timeOf = (
  read: (text: string) => unknown,
  text: string,
  tries = 1,
): number => {
  const began = performance.now();
  read(text);
  const took = performance.now() - began;
  return tries > 1 ? Math.min(took, timeOf(read, text, tries - 1)) : took;
};

Deno.test("foreign text: sixteen times as much takes no hundred times as long", () => {
  const LENGTH = 20_000;
  for (const [name, read] of Object.entries(READERS)) {
    for (const part of PARTS) {
      const make = (length: number) =>
        part.repeat(Math.ceil(length / part.length));
      const long = timeOf(read, make(16 * LENGTH));
      // What is quadratic takes many seconds for so much, and 256 times as long as for a sixteenth of it.
      if (long < 1_500) continue;
      if (timeOf(read, make(16 * LENGTH), 3) < 1_500) continue;
      const short = Math.max(5, timeOf(read, make(LENGTH)));
      const said = `${name}, ${JSON.stringify(part)}: ${short} then ${long} ms`;
      assert.ok(long < 100 * short, said);
    }
  }
});
