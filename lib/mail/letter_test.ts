import assert from "node:assert/strict";
import { isolated, layOut } from "./letter.ts";

Deno.test("layOut: links work in text and HTML, and a stranger's input stays text in both", () => {
  const hostile = `"><script>alert(1)</script>https://evil.example`;
  const { text, html } = layOut({
    to: "ada@example.com",
    subject: "News",
    lines: [hostile],
    why: `You receive this as a member of ${hostile}.`,
    links: [
      { label: "Choose", url: "https://example.com/?a=1&b=2" },
      { label: hostile, url: hostile },
    ],
  });
  assert.match(text, /\nChoose:\nhttps:\/\/example\.com\/\?a=1&b=2\n/);
  assert.match(html, /<a href="https:\/\/example\.com\/\?a=1&amp;b=2"/);
  assert.doesNotMatch(html, /<script|href="https:\/\/evil/);
  // Nothing is wider than its page, however long a word.
  const paragraphs = html.match(/<p [^>]*>/g) ?? [];
  assert.equal(paragraphs.length, 3);
  assert.ok(paragraphs.every((p) => p.includes("overflow-wrap:anywhere")));
});

Deno.test("layOut: a table is HTML in HTML, and stays Markdown in text", () => {
  const markdown =
    "Prices:\n\n| Tea | **Price** |\n| --- | --- |\n| <b>Oolong</b> | [4 €](https://e.org/4) |\n| Sencha |\n\nAsk me.";
  const { text, html } = layOut({
    ...{ to: "ada@example.com", subject: "Prices", lines: [] },
    ...{ markdown, why: "You asked." },
  });
  assert.ok(text.includes(markdown));
  const bare = html.replace(/ (style|dir)="[^"]*"/g, "");
  assert.ok(
    bare.includes(
      '<table><tr><th>Tea</th><th><strong>Price</strong></th></tr><tr><td>&lt;b&gt;Oolong&lt;/b&gt;</td><td><a href="https://e.org/4">4 €</a></td></tr><tr><td>Sencha</td><td></td></tr></table>',
    ),
    bare,
  );
  assert.match(bare, /<p>Prices:<\/p>\n<table>.*<\/table>\n<p>Ask me\.<\/p>/);
});

Deno.test("isolated: a right-to-left name does not reorder our sentence, in text or HTML", () => {
  const name = isolated("مريم \u2069الخطيب");
  const { text, html } = layOut({
    to: "ada@example.com",
    subject: "News",
    lines: [`${name} wusste keine Antwort auf:`],
    why: `Sie sind Mitglied von ${isolated("Clay <b>")}.`,
  });
  assert.match(text, /^\u2068مريم الخطيب\u2069 wusste/);
  // Browsers skip a bdi when they detect a paragraph's direction.
  assert.match(html, /<p dir="auto"[^>]*><bdi>مريم الخطيب<\/bdi> wusste/);
  assert.match(html, /Mitglied von Clay &lt;b&gt;\./);
});

Deno.test("layOut: no name reorders a subject or a sentence of ours", () => {
  const name = "\u202eada\u2067";
  const { subject, text, html } = layOut({
    to: "ada@example.com",
    subject: `${name} invites you`,
    lines: [`${isolated(name)} invites you.`],
    why: "You were invited.",
  });
  assert.equal(subject, "ada invites you");
  assert.match(text, /^ada invites you\./);
  assert.doesNotMatch(html, /[\u202a-\u202e\u2066-\u2069]/);
});

Deno.test("layOut: any Markdown is rendered as HTML, and kept as it is in text", () => {
  const markdown =
    'Yes, **every** day. See [C\\_ & <i>](https://example.com/a?b=1&c="d).\n\n- One\n- _Two_\n\n```\nif (a)\n\n  <b>\n```\n\n<script>alert(1)</script> [x](javascript:alert(1))';
  const { html, text } = layOut({
    ...{ to: "a@example.com", subject: "S", lines: ["Hello"], why: "Why" },
    ...{ markdown, accent: "#facc15" },
  });
  assert.ok(text.includes(markdown));
  assert.ok(html.includes("Yes, <strong>every</strong> day."), html);
  assert.ok(
    html.includes('href="https://example.com/a?b=1&amp;c=&quot;d"'),
    html,
  );
  assert.ok(html.includes(">C_ &amp; &lt;i&gt;</a>"), html);
  assert.ok(html.includes("• One<br>• <em>Two</em></p>"), html);
  assert.ok(html.includes("if (a)<br>\u00a0<br>  &lt;b&gt;<br></code>"), html);
  assert.doesNotMatch(html, /<script|href="javascript|\*\*|```/);
  assert.ok(html.includes("border-top:4px solid #facc15"), html);
});
