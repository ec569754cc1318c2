import { inNotation, type Notation } from "../client/markdown_notation.ts";
import { type Rows, splitTables } from "../client/table_lines.ts";
import { escapeHtml } from "../escape_html.ts";
import { textOn } from "../client/contrast.ts";

/** A mail to one person, ready to send. */
export type Letter = {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Further headers, by name. */
  headers?: Record<string, string>;
};

type Link = { label: string; url: string };

/** A letter's contents, before layout. */
export type LetterText = {
  to: string;
  subject: string;
  /** The tag of its language, if not English. */
  lang?: string;
  /** One paragraph each. */
  lines: string[];
  /** Markdown written by someone, below them. */
  markdown?: string;
  button?: Link;
  /** Why the recipient gets it, in small print. */
  why: string;
  /** Further links, below the small print. */
  links?: Link[];
  /** `#rrggbb` */
  accent?: string;
  /** Unsubscribes from this kind of letter; absent for those that an account needs. */
  unsubscribe_url?: string;
};

const ACCENT = "#4f46e5";
/** Keeps the subject on one header line, however long a name in it is. */
const LONGEST_SUBJECT = 150;

/** Lays out a letter as text and as HTML that needs no pictures and is readable in dark mode. */
export function layOut(
  { to, subject, lines, markdown, button, why, links = [], ...look }:
    LetterText,
): Letter {
  const { accent = ACCENT, unsubscribe_url, lang = "en" } = look;
  const spelled = (link: Link) => `${link.label}:\n${link.url}`;
  return {
    to,
    subject: oneLine(subject).slice(0, LONGEST_SUBJECT),
    text: [
      ...lines,
      ...(markdown ? [markdown] : []),
      ...(button ? [spelled(button)] : []),
      `-- \n${why}`,
      ...links.map(spelled),
    ].join("\n\n") + "\n",
    html: page(lang, [
      ...(look.accent ? [bar(accent)] : []),
      ...lines.map((line) => paragraph(withBreaks(line))),
      ...paragraphsOf(markdown ?? ""),
      ...(button ? [buttonTo(button, accent)] : []),
      smallPrint(withBreaks(why), "32px 0 0"),
      ...(links.length > 0
        ? [smallPrint(links.map(anchor).join(" · "), "8px 0 0")]
        : []),
    ]),
    ...(unsubscribe_url ? { headers: oneClick(unsubscribe_url) } : {}),
  };
}

/** The headers for a mail program's unsubscribe button, which sends one `POST` (RFC 2369 and RFC 8058). */
function oneClick(url: string): Record<string, string> {
  return {
    "List-Unsubscribe": `<${url}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}

function page(lang: string, parts: string[]): string {
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<style>
:root{color-scheme:light dark}
@media(prefers-color-scheme:dark){body,div{background:#16161d!important;color:#ececf1!important}.small,.small a{color:#a1a1ad!important}}
</style>
</head>
<body style="margin:0;background:#ffffff;color:#1f2937">
<div dir="auto" style="max-width:560px;margin:0 auto;padding:32px 24px;font:16px/1.6 system-ui,sans-serif">
${parts.join("\n")}
</div>
</body>
</html>
`;
}

function paragraph(html: string): string {
  return `<p dir="auto" style="margin:0 0 16px;overflow-wrap:anywhere">${html}</p>`;
}

/** The sender's colour, above the text. */
function bar(accent: string): string {
  return `<hr style="border:0;border-top:4px solid ${accent};margin:0 0 24px">`;
}

const HTML: Notation = {
  escape: escapeHtml,
  bold: (text) => `<strong>${text}</strong>`,
  italic: (text) => `<em>${text}</em>`,
  code: (text) => `<code>${text}</code>`,
  block: (text) => `<code style="white-space:pre-wrap">${text}</code>`,
  link: (text, url) =>
    `<a href="${escapeHtml(url)}" style="color:inherit">${text}</a>`,
};

/** Each paragraph and each table has its own direction; a blank line in code does not end a paragraph. */
function paragraphsOf(markdown: string): string[] {
  return splitTables(markdown).flatMap((piece) =>
    typeof piece === "string" ? paragraphsIn(piece) : tableOf(piece)
  );
}

function paragraphsIn(text: string): string[] {
  return text.replace(
    /```[^\n`]*\n[^]*?```/g,
    (code) => code.replace(/\n[ \t]*(?=\n)/g, "\n\u00a0"),
  ).split(/(?:\r?\n[ \t]*){2,}/).filter((text) => text.trim()).map((text) =>
    paragraph(inNotation(text.trim(), HTML).replaceAll("\n", "<br>"))
  );
}

function tableOf([head, ...rows]: Rows): string {
  const row = (tag: string, line: string, cells: string[]) => {
    const style = `border-bottom:${line};padding:6px 16px 6px 0`;
    const made = head.map((_, i) =>
      `<${tag} style="${style};text-align:start;vertical-align:top">${
        inNotation(cells[i] ?? "", HTML)
      }</${tag}>`
    );
    return `<tr>${made.join("")}</tr>`;
  };
  return `<table dir="auto" style="border-collapse:collapse;font:inherit;color:inherit;margin:0 0 16px;overflow-wrap:anywhere">${
    row("th", "2px solid #9ca3af", head)
  }${
    rows.map((cells) => row("td", "1px solid #9ca3af", cells)).join("")
  }</table>`;
}

function buttonTo({ label, url }: Link, accent: string): string {
  const href = escapeHtml(url);
  return `<p style="margin:24px 0"><a href="${href}" style="display:inline-block;padding:12px 20px;border-radius:10px;background:${accent};color:${
    textOn(accent)
  };text-decoration:none;font-weight:600">${escapeHtml(label)}</a></p>
${smallPrint(href, "0 0 16px")}`;
}

/** `html` unchanged, in small print that the page's style lightens in dark mode. */
function smallPrint(html: string, margin: string): string {
  return `<p dir="auto" class="small" style="font-size:13px;color:#6b7280;margin:${margin};overflow-wrap:anywhere">${html}</p>`;
}

function anchor({ label, url }: Link): string {
  return `<a href="${escapeHtml(url)}" style="color:#6b7280">${
    escapeHtml(label)
  }</a>`;
}

function withBreaks(text: string): string {
  return escapeHtml(text).replaceAll("\n", "<br>")
    .replaceAll(ISOLATED, "<bdi>$1</bdi>");
}

const ISOLATED = /\u2068([^\u2068\u2069]*)\u2069/g;

/** Characters that reverse all following text (UAX #9, explicit directional formatting). */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * Isolates someone's words within our sentence: text in the other direction must not reverse the sentence or its
 * punctuation, and no character in it may change what the rest says.
 */
export function isolated(words: string, in_rtl = false): string {
  const plain = words.replace(TURNS, "");
  const is_rtl = /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(plain);
  return is_rtl === in_rtl ? plain : `\u2068${plain}\u2069`;
}

/** Removes line breaks and other control characters, which would end a header, or reverse it. */
export function oneLine(text: string): string {
  return text.replace(/[\u202a-\u202e\u2066\u2067]/g, "")
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}
