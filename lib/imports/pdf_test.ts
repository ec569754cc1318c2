import assert from "node:assert/strict";
import { linesOf, type Piece } from "./pdf_layout.ts";
import { type Line, textOf } from "./pdf_text.ts";
import { textOfPages, withoutHeads } from "./pdf_pages.ts";

/** A fragment at ten points, with letters five points wide. */
function piece(text: string, x: number, y: number, is_rtl = false): Piece {
  return { text, x, y, width: text.length * 5, height: 10, is_rtl };
}

function read(...pages: Piece[][]): string {
  return textOfPages(withoutHeads(pages.map((one) => linesOf(one))));
}

Deno.test("PDF: two columns below a heading are read one after the other", () => {
  const left = [
    "Our kiln is built of old",
    "bricks, and it takes two",
    "days to cool down again.",
  ];
  const right = [
    "We glaze by hand in the",
    "yard, as long as there is",
    "no frost in the mornings.",
  ];
  const columns = left.flatMap((line, n) => [
    piece(line, 50, 600 - 14 * n),
    piece(right[n], 300, 600 - 14 * n),
  ]);
  assert.equal(
    read([piece("About the pottery", 150, 700), ...columns]),
    `About the pottery\n\n${left.join(" ")}\n\n${right.join(" ")}`,
  );
});

Deno.test("PDF: a sentence that continues in the next column is one", () => {
  const column = (x: number, ...lines: string[]) =>
    lines.map((line, n) => piece(line, x, 600 - 14 * n));
  assert.equal(
    read([
      ...column(
        50,
        "The dough is mixed late",
        "at night, when all is",
        "quiet, and it rests for",
      ),
      ...column(
        300,
        "thirty hours in the cool",
        "cellar below the shop.",
        "Rye is baked on Mondays.",
      ),
    ]),
    "The dough is mixed late at night, when all is quiet, and it rests for thirty hours in the cool cellar below the shop. Rye is baked on Mondays.",
  );
});

Deno.test("PDF: prices stay with their names in a two-column list", () => {
  const named = (x: number, price_x: number, names: string[]) =>
    names.flatMap((name, n) => [
      piece(name, x, 600 - 14 * n),
      // As wide as the gap, as PDF readers report it.
      { ...piece(" ", x + 5 * name.length, 600 - 14 * n), width: 40 },
      piece(`${20 + n} €`, price_x, 600 - 14 * n),
    ]);
  const left = ["Espresso cup, white", "Espresso cup, black", "Cup for latte"];
  const right = ["Bowl for rice, white", "Bowl for rice, blue", "Bowl for tea"];
  const rows = (names: string[]) =>
    names.map((name, n) => `- ${name} · ${20 + n} €`).join("\n");
  assert.equal(
    read([...named(50, 230, left), ...named(300, 520, right)]),
    `${rows(left)}\n\n${rows(right)}`,
  );
});

Deno.test("PDF: a table is read by its rows", () => {
  const rows = [["Adults", "12 €"], ["Children", "6 €"], ["Groups", "40 €"]];
  const cells = rows.flatMap(([who, price], n) => [
    piece(who, 50, 600 - 14 * n),
    piece(price, 300, 600 - 14 * n),
  ]);
  assert.equal(
    read(cells),
    "- Adults · 12 €\n- Children · 6 €\n- Groups · 40 €",
  );
});

Deno.test("PDF: right-to-left text is read from the right, its numbers from the left", () => {
  const line = [
    piece("غدا", 50, 600, true),
    piece("12", 70, 600),
    piece(":", 80, 600),
    piece("30", 85, 600),
    piece("الساعة", 100, 600, true),
  ];
  assert.equal(read(line), "الساعة 12:30 غدا");
});

Deno.test("PDF: headers, footers and page numbers are dropped, and sentences continue across them", () => {
  const page = (n: number, ...lines: string[]) => [
    piece("Handbook of the pottery", 50, 780),
    ...lines.map((line, at) => piece(line, 50, 700 - 14 * at)),
    piece(`Page ${n} of 3`, 280, 30),
  ];
  assert.equal(
    read(
      page(1, "Visitors can park behind the", "house until the gate"),
      page(2, "closes at nine.", "The glaze is free of lead, which is mea-"),
      page(3, "sured each year.", "Bring an apron."),
    ),
    "Visitors can park behind the house until the gate closes <!-- page 2 -->at nine. The glaze is free of lead, which is measured <!-- page 3 -->each year. Bring an apron.",
  );
});

Deno.test("PDF: East Asian lines are joined without spaces; a list stays a list", () => {
  const lines = linesOf([
    piece("返品は三十日以内に", 50, 600),
    piece("お願いします。", 50, 582),
    piece("• 送料は無料", 50, 564),
  ]);
  assert.equal(textOf(lines), "返品は三十日以内にお願いします。\n- 送料は無料");
  assert.ok(lines.every((line: Line) => line.x === 50));
});

Deno.test("PDF: widely spaced lines are one paragraph; a wider gap ends it", () => {
  const at = [600, 580, 560, 540, 510, 490];
  const pieces = at.map((y, n) => piece(`line ${n} of the text`, 50, y));
  const [first, second] = read(pieces).split("\n\n");
  assert.match(first, /line 0 .* line 3 of the text$/);
  assert.match(second, /^line 4 .* line 5/);
});
