import { escapeHtml } from "../escape_html.ts";
import { textOn } from "../client/contrast.ts";

/** A mail to one person, as it is sent. */
export type Letter = {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Further headers, by name. */
  headers?: Record<string, string>;
};

/** What a letter says, before it is laid out. */
export type LetterText = {
  to: string;
  subject: string;
  /** A paragraph each. */
  lines: string[];
  button?: { label: string; url: string };
  /** Why somebody gets it, in small print. */
  why: string;
  /** `#rrggbb` */
  accent?: string;
  /** Where one ends all letters of its kind; absent of those that an account cannot do without. */
  unsubscribe_url?: string;
};

const ACCENT = "#4f46e5";
/** A subject stays one line of a header, whatever a name in it holds. */
const LONGEST_SUBJECT = 150;

/** Lays out a letter as text and as HTML that needs no pictures and reads well in the dark. */
export function layOut(
  { to, subject, lines, button, why, accent = ACCENT, unsubscribe_url }:
    LetterText,
): Letter {
  const link = button ? [`${button.label}:\n${button.url}`] : [];
  return {
    to,
    subject: oneLine(subject).slice(0, LONGEST_SUBJECT),
    text: [...lines, ...link, `-- \n${why}`].join("\n\n") + "\n",
    html: page([
      ...lines.map((line) => paragraph(line)),
      ...(button ? [buttonTo(button, accent)] : []),
      `<p style="font-size:13px;color:#6b7280;margin:32px 0 0">${
        withBreaks(why)
      }</p>`,
    ]),
    ...(unsubscribe_url ? { headers: oneClick(unsubscribe_url) } : {}),
  };
}

/** By which a mail program offers to end them, and does so by one `POST` (RFC 2369 and RFC 8058). */
function oneClick(url: string): Record<string, string> {
  return {
    "List-Unsubscribe": `<${url}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}

function page(parts: string[]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<style>
:root{color-scheme:light dark}
@media(prefers-color-scheme:dark){body,div{background:#16161d!important;color:#ececf1!important}}
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

function paragraph(line: string): string {
  return `<p dir="auto" style="margin:0 0 16px;overflow-wrap:anywhere">${
    withBreaks(line)
  }</p>`;
}

function buttonTo(
  { label, url }: { label: string; url: string },
  accent: string,
): string {
  const href = escapeHtml(url);
  return `<p style="margin:24px 0"><a href="${href}" style="display:inline-block;padding:12px 20px;border-radius:10px;background:${accent};color:${
    textOn(accent)
  };text-decoration:none;font-weight:600">${escapeHtml(label)}</a></p>
<p style="font-size:13px;color:#6b7280;margin:0 0 16px;overflow-wrap:anywhere">${href}</p>`;
}

function withBreaks(text: string): string {
  return escapeHtml(text).replaceAll("\n", "<br>");
}

/** Without line breaks and other control characters, which would end a header. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}
