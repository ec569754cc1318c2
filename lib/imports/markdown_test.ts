import assert from "node:assert/strict";
import { readMarkdown } from "./markdown.ts";
import { visibleText } from "./notes.ts";

function reads(text: string) {
  const read = readMarkdown(text);
  assert.ok(!("refusal" in read), "refusal" in read ? read.refusal : "");
  const [{ title, body }] = read.items;
  return { title, body, left_out: read.left_out };
}

Deno.test("readMarkdown: only the title of front matter is kept", () => {
  const yaml =
    '---\ntitle: "Boat trips"\ndraft: false\ntags:\n  - boats\nsecret: 90 euros\n---\n\n# Trips\n\nTwo hours.';
  const { title, body, left_out } = reads(yaml);
  assert.deepEqual([title, body], ["Boat trips", "# Trips\n\nTwo hours."]);
  assert.match(left_out[0].what, /front matter \(draft, tags, secret\)/);
  const toml = "+++\r\ntitle = 'Boats'\r\n+++\r\nTwo hours.";
  assert.deepEqual([reads(toml).title, reads(toml).body], [
    "Boats",
    "Two hours.",
  ]);
  assert.deepEqual(reads("---\ntitle: A\n---\nText").left_out, []);
  // Rules around a text are not front matter.
  const rules = "---\nWe open at nine.\n---\nAnd close at ten.";
  assert.equal(reads(rules).body, rules);
  assert.equal(reads("Text\n\n---\na: b\n---\n").title, null);
});

const NOTES = {
  "of HTML": "<!-- margin\n\n40 percent -->",
  "of MDX": "{/* margin 40 */}",
  "as a link": "[//]: # (margin 40)",
  "as a link with quotes": '[//]: # "margin 40"',
  "as a link over two lines": "[//]: # (margin\n40)",
  "as a named link": "[comment]: <> (margin 40)",
  "of Liquid": "{% comment %} margin 40 {% endcomment %}",
  "of Obsidian": "%% margin 40 %%",
};

Deno.test("readMarkdown, visibleText: comments of every kind are dropped, the text around them stays", () => {
  for (const [name, note] of Object.entries(NOTES)) {
    const text = `Open at nine.\n\n${note}\n\nClosed on Monday.`;
    for (const shown of [reads(text).body, visibleText(text)]) {
      assert.doesNotMatch(shown, /margin|40|comment|%|\*|#/, name);
      assert.match(shown, /^Open at nine\.\n+\s*Closed on Monday\.$/, name);
    }
    assert.equal(reads(text).left_out[0].what, "a comment", name);
  }
  assert.equal(visibleText("a <!-- b"), "a ");
  assert.equal(visibleText("a <!-- b --> c <!-- d -->e"), "a  c e");
});

Deno.test("readMarkdown, visibleText: code stays as it is", () => {
  for (
    const text of [
      "```html\n<!-- note -->\n<b>x</b>\n```\n\nText",
      "Write `<!-- note -->` or ``a ` {/* b */}``.",
      "~~~\n[//]: # (x)\n~~~\nText",
      "100%% of it, {% if %}, {/* open",
    ]
  ) {
    assert.equal(reads(text).body, text);
    assert.equal(visibleText(text), text);
  }
});

Deno.test("readMarkdown: footnotes and addresses in place, no raw tags, no images", () => {
  const { body } = reads(
    `See [[Harbour map]], [[a/b|the pier]] and ![plan](plan.png).

![Only a picture](x.png)

> [!NOTE]
> Bring a <b>jacket</b>.<br>And a hat.

Questions[^1]? Look at [the shop][shop], [the list](list.md), <https://example.com/book>.
Write [to us](mailto:ada@tea.example).

<div align="center">

## Prices {#prices}

</div>

<script>alert("x")</script>

[^1]: Write to us
    by Friday.
[shop]: https://shop.example/ "Shop"
`,
  );
  assert.equal(
    body,
    `See Harbour map, the pier and plan.

> 
> Bring a jacket.
And a hat.

Questions? (Write to us by Friday.) Look at [the shop](https://shop.example/), the list, https://example.com/book.
Write to us (ada@tea.example).

## Prices`,
  );
});

Deno.test("readMarkdown: a file of comments alone is refused", () => {
  const read = readMarkdown("---\ndraft: true\n---\n<!-- later -->\n");
  assert.match(
    "refusal" in read ? read.refusal : "",
    /no text, or only comments/,
  );
});

Deno.test("readMarkdown: crossed-out text is dropped, except in code", () => {
  const { body, left_out } = reads(
    "A ticket is ~~30 euros~~ 45 euros, or <del>20</del> 25 <s class='a'>15</s>at the door.\n\n`~~kept~~`, ~ 5 km",
  );
  assert.equal(
    body,
    "A ticket is 45 euros, or 25 at the door.\n\n`~~kept~~`, ~ 5 km",
  );
  assert.deepEqual(left_out.map(({ what }) => what), ["3 struck-out texts"]);
});
