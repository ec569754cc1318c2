import assert from "node:assert/strict";
import fc from "fast-check";
import { ADAPTERS } from "./adapters.ts";
import { cut } from "./rendering.ts";
import type { OutgoingAnswer } from "./adapter.ts";

const LIMITS = { telegram: 4096, slack: 4000, discord: 2000, whatsapp: 4096 };

function assertFits(said: OutgoingAnswer): void {
  for (const [kind, adapter] of Object.entries(ADAPTERS)) {
    const limit = LIMITS[kind as keyof typeof LIMITS];
    for (const part of adapter.render(said)) {
      assert.ok(part.length <= limit, `${kind}: ${part.length}`);
      assert.ok(part.isWellFormed(), kind);
    }
  }
}

Deno.test("render: sources that leave no room for the answer are dropped, the last first", () => {
  const citations = Array.from({ length: 5 }, (_, i) => ({
    title: `Source ${i}`,
    excerpt: "",
    url: `https://example.com/${"a".repeat(960)}${i}`,
  }));
  const said = { text: "Yes. ".repeat(900), citations, before: "", after: "" };
  assertFits(said);
  const [text] = ADAPTERS.whatsapp.render(said);
  assert.match(text, /^Yes\./);
  assertFits({ ...said, before: "x".repeat(5_000) });
});

Deno.test("render: every part is within the platform's length and well-formed, whatever the text", () => {
  const piece = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom("**", "_", "`", "```\n", "[a](https://e.org)", "\n\n", "&"),
    fc.constant("word ".repeat(300)),
    fc.constant("👩‍👩‍👧‍👦".repeat(200)),
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 12 }).map((all) => all.join("")),
      (text) => assertFits({ text, citations: [], before: "", after: "" }),
    ),
    { numRuns: 60 },
  );
});

Deno.test("cut: loses nothing but blanks, and ends when nothing fits", () => {
  const text = "One sentence. Another one. A third.";
  const pieces = cut(text, (piece) => piece.length <= 14);
  assert.equal(pieces.join(" "), text);
  assert.ok(cut("abc", () => false).length <= 3);
});

/** A near answer as the engine writes it: parts of items, each under its title in bold. */
const NEAR: OutgoingAnswer = {
  text:
    "I am not sure, but this may help:\n\n**Hours**\nWe open at seven.\n\nSee also: **[C\\# \\[v2\\] \\_notes\\_ & <b>](https://example.com/a_b)**\nIn short.\n\nSee also: **שעות \\| פתיחה**\nבשבע.",
  citations: [{
    title: "Prices (2026) [new]",
    excerpt: "",
    url: "https://example.com/p",
    where: "p. 4",
  }],
  before: "",
  after: "",
};

Deno.test("render: an offer's title is a bold link on each platform, without Markdown escapes", () => {
  const rendered = (kind: keyof typeof LIMITS) => {
    const [part, ...more] = ADAPTERS[kind].render(NEAR);
    assert.deepEqual(more, []);
    return part;
  };
  const telegram = rendered("telegram");
  assert.ok(
    telegram.includes(
      '<b><a href="https://example.com/a_b">C# [v2] _notes_ &amp; &lt;b&gt;</a></b>',
    ),
    telegram,
  );
  const slack = rendered("slack");
  assert.ok(
    slack.includes(
      "*<https://example.com/a_b|C# [v2] \u00ad_\u00adnotes\u00ad_\u00ad &amp; &lt;b&gt;>*",
    ),
    slack,
  );
  const discord = rendered("discord");
  assert.ok(
    discord.includes(
      "**[C\\# \\[v2\\] \\_notes\\_ & <\u2060b>](https://example.com/a_b)**",
    ),
    discord,
  );
  const whatsapp = rendered("whatsapp");
  assert.ok(
    whatsapp.includes(
      "*C# [v2] \u00ad_\u00adnotes\u00ad_\u00ad & <b>*: https://example.com/a_b",
    ),
    whatsapp,
  );
  assert.match(telegram, /<b>שעות \| פתיחה<\/b>\nבשבע\./);
  assert.match(slack, /\*שעות \| פתיחה\*\nבשבע\./);
  assert.match(discord, /\*\*שעות \\\| פתיחה\*\*\nבשבע\./);
  assert.match(whatsapp, /\*שעות \| פתיחה\*\nבשבע\./);
  for (const kind of ["telegram", "slack", "discord", "whatsapp"] as const) {
    assert.match(rendered(kind), /Prices \(2026\) new \(p\. 4\)/);
  }
});

Deno.test("render: a backslash before a mention still mentions nobody", () => {
  const text = "Ask \\@everyone, \\<@123>, \\<!channel> or <@123>.";
  for (const [kind, adapter] of Object.entries(ADAPTERS)) {
    const [part] = adapter.render({ ...NEAR, text });
    assert.doesNotMatch(part, /@(?=[\w&!])/, kind);
    // On WhatsApp an angle bracket has no meaning.
    if (kind !== "whatsapp") assert.doesNotMatch(part, /(?<!\\)<[@!]/, kind);
  }
});

Deno.test("render: code keeps its characters, a bold heading is bold once, an image becomes a link", () => {
  const said = (text: string): OutgoingAnswer => ({
    ...{ text, citations: [], before: "", after: "" },
  });
  const [telegram] = ADAPTERS.telegram.render(
    said("## **Hours**\n\n`C:\\_x` **very _much_ so** ![Map](https://e.org/m)"),
  );
  assert.equal(
    telegram,
    '<b>Hours</b>\n\n<code>C:\\_x</code> <b>very <i>much</i> so</b> <a href="https://e.org/m">Map</a>',
  );
});

Deno.test("render: characters that Markdown does not format are formatted on no platform", () => {
  const text =
    "\\*sure\\* \\_so\\_ \\~no\\~ \\`x\\` and ~maybe~, about ~5 or ~6, `~a~` https://e.org/~ada/~ 2 * 3 <b> ||x||";
  const rendered = (kind: keyof typeof ADAPTERS) =>
    ADAPTERS[kind].render({ ...NEAR, text, citations: [] })[0];
  const unseen = (sign: string) => `\u00ad${sign}\u00ad`;
  const said = [
    ["*sure*", "_so_", "~no~", "`x`", "and ~maybe~,"].join(" ").replace(
      /[*_`]|~(?!,)/g,
      unseen,
    ),
    "about ~5 or ~6, `~a~` https://e.org/~ada/~ 2 * 3",
  ].join(" ");
  assert.equal(rendered("whatsapp"), `${said} <b> ||x||`);
  assert.equal(rendered("slack"), `${said} &lt;b&gt; ||x||`);
  assert.match(rendered("discord"), /^\\\*sure\\\* .* \\\|\|x\\\|\|$/);
  assert.match(rendered("telegram"), /^\*sure\* _so_ ~no~ `x` and ~maybe~/);
});

Deno.test("render: each table row is one line, however it is cut", () => {
  const rows = Array.from({ length: 90 }, (_, i) => `| Tea ${i} | ${i} € | |`);
  const table = ["| Kind | Price | Note |", "| - | - | - |", ...rows].join(
    "\n",
  );
  const text = `Prices:\n\n${table}\n\nAsk us.`;
  const parts = ADAPTERS.discord.render({ ...NEAR, text, citations: [] });
  assert.ok(parts.length > 1);
  const lines = parts.join("\n").split("\n").filter(Boolean);
  const said = rows.map((_, i) => `• **Tea ${i}** — Price: ${i} €`);
  assert.deepEqual(lines, ["Prices:", ...said, "Ask us."]);
});

Deno.test("render: a near answer that is too long is cut outside its links, in either direction of writing", () => {
  const also = "**[שעות](https://example.com/x)**\n\n";
  for (const line of ["שלום עולם. ", "نفتح في السابعة. ", "Seven. "]) {
    const text = `${line.repeat(500)}\n\n${also.repeat(60)}`;
    assertFits({ ...NEAR, text });
    for (const part of ADAPTERS.telegram.render({ ...NEAR, text })) {
      const opened = part.match(/<(b|a)[ >]/g)?.length ?? 0;
      assert.equal(part.match(/<\/(b|a)>/g)?.length ?? 0, opened);
      assert.doesNotMatch(part, /\]\(|\*\*/);
    }
  }
});
