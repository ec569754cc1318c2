import assert from "node:assert/strict";
import { zip } from "../../tests/documents.ts";
import { readEpub } from "./epub.ts";

const encode = (text: string) => new TextEncoder().encode(text);

async function book(spine: string, chapter: string) {
  return await readEpub(
    await zip({
      "META-INF/container.xml": encode(
        '<container><rootfile full-path="c.opf"/></container>',
      ),
      "c.opf": encode(
        `<package><manifest><item id="a" href="a.xhtml"/></manifest><spine>${spine}</spine></package>`,
      ),
      "a.xhtml": encode(chapter),
    }),
  );
}

Deno.test("epub: a chapter listed many times is read once, and an unclosed tag stays cheap", async () => {
  const item = '<itemref idref="a"/>';
  const reading = await book(item.repeat(3), "<p>Tea is at eight.</p>");
  assert.ok("items" in reading);
  assert.equal(reading.items[0].body, "Tea is at eight.");
  const endless = `<p>Tea.</p><a ${'epub:type="noteref"'.repeat(900)}`;
  assert.ok("items" in await book(item, endless));
  // Used to be quadratic in its length.
  const longer = `<p>Tea.</p><a ${'epub:type="noteref"'.repeat(50_000)}`;
  assert.ok("refusal" in await book(item, longer));
  const noted = '<p>Tea<a epub:type="noteref" href="#n">1</a> now.</p>';
  const plain = await book(item, noted);
  assert.ok("items" in plain);
  assert.equal(plain.items[0].body, "Tea now.");
});

Deno.test("epub: a chapter is read once under any number of ids, and unclosed markup is refused", async () => {
  const manifest = ["a", "b", "c"].map((id) =>
    `<item id="${id}" href="a.xhtml"/>`
  ).join("");
  const reading = await readEpub(
    await zip({
      "META-INF/container.xml": encode(
        '<container><rootfile full-path="c.opf"/></container>',
      ),
      "c.opf": encode(
        `<package><manifest>${manifest}</manifest><spine><itemref idref="a"/><itemref idref="b"/><itemref idref="c"/></spine></package>`,
      ),
      "a.xhtml": encode("<h1>Tea</h1><p>At eight.</p>"),
    }),
  );
  assert.ok("items" in reading);
  assert.equal(reading.items.length, 1);
  // Used to be quadratic in their number: a minute and a half for 500,000.
  await assert.rejects(
    book("<title>".repeat(600), "<p>Tea.</p>"),
    /too deep/,
  );
});
