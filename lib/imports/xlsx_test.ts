import assert from "node:assert/strict";
import { zip } from "../../tests/documents.ts";
import { readXlsx } from "./xlsx.ts";

const encode = (text: string) => new TextEncoder().encode(text);

type Sheet = { name: string; state?: string; xml: string };

const STRINGS = ["Question", "Answer", "When?", "<t>営業</t>"];
const STYLES =
  `<styleSheet><fonts><font/><font><strike/></font></fonts><numFmts><numFmt numFmtId="164" formatCode="#,##0.00\\ &quot;€&quot;"/></numFmts>
   <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
   <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="20"/><xf numFmtId="0" fontId="1"/></cellXfs></styleSheet>`;

/** A workbook of these sheets in Excel's layout. */
function workbook(
  sheets: Sheet[],
  properties = "",
): Promise<Uint8Array<ArrayBuffer>> {
  const named = sheets.map(({ name, state }, n) =>
    `<sheet name="${name}" sheetId="${n}" r:id="r${n}"${
      state ? ` state="${state}"` : ""
    }/>`
  );
  const related = sheets.map((_, n) =>
    `<Relationship Id="r${n}" Target="worksheets/sheet${n}.xml"/>`
  );
  const strings = STRINGS.map((text) =>
    text.startsWith("<")
      ? `<si>${text}<rPh><t>えいぎょう</t></rPh></si>`
      : `<si><r><t>${text.slice(0, 2)}</t></r><r><t>${
        text.slice(2)
      }</t></r></si>`
  );
  const parts: Record<string, string> = {
    "xl/workbook.xml": `<workbook>${properties}<sheets>${
      named.join("")
    }</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${
      related.join("")
    }</Relationships>`,
    "xl/sharedStrings.xml": `<sst>${strings.join("")}</sst>`,
    "xl/styles.xml": STYLES,
  };
  for (const [n, { xml }] of sheets.entries()) {
    parts[`xl/worksheets/sheet${n}.xml`] =
      `<x:worksheet xmlns:x="urn:x">${xml}</x:worksheet>`;
  }
  return zip(
    Object.fromEntries(
      Object.entries(parts).map(([name, text]) => [name, encode(text)]),
    ),
  );
}

const row = (cells: string, hidden = "") =>
  `<x:row${hidden && ' hidden="1"'}>${cells}</x:row>`;
const text = (at: string, value: string) =>
  `<x:c r="${at}" t="inlineStr"><x:is><x:t>${value}</x:t></x:is></x:c>`;
const number = (at: string, style: number, value: number) =>
  `<x:c r="${at}" s="${style}"><x:v>${value}</x:v></x:c>`;

Deno.test("readXlsx: numbers as displayed, dates in an unambiguous form", async () => {
  const xml = row(
    text("A1", "Trip") + text("B1", "Price") + text("C1", "Begins") +
      text("D1", "Off") + text("E1", "At") + text("G1", "Sold"),
  ) +
    row(
      text("A2", "Harbour") + number("B2", 1, 1234.5) +
        number("C2", 2, 46085) + number("D2", 3, 0.25) +
        number("E2", 4, 0.395833333) +
        '<x:c r="G2" t="b"><x:v>1</x:v></x:c>',
    ) + row(text("A3", "Seals") + '<x:c r="B3" t="e"><x:v>#N/A</x:v></x:c>');
  const read = await readXlsx(await workbook([{ name: "Trips", xml }]));
  assert.deepEqual(read, {
    items: [{
      kind: "text",
      title: "Trips",
      body: "## Harbour\n\nPrice: 1,234.50 €  \nBegins: 2026-03-04  \n" +
        "Off: 25%  \nAt: 09:30  \nSold: yes\n\n## Seals",
    }],
    left_out: [],
    table: {
      columns: ["Trip", "Price", "Begins", "Off", "At", "Sold"],
      read_as: "rows",
    },
  });
});

Deno.test("readXlsx: shared strings, pairs, and hidden sheets reported by name", async () => {
  const shared = (at: string, n: number) =>
    `<x:c r="${at}" t="s"><x:v>${n}</x:v></x:c>`;
  const xml = '<x:cols><x:col min="2" max="2" hidden="1"/></x:cols>' +
    row(shared("A1", 0) + text("B1", "Cost") + shared("C1", 1)) +
    row(shared("A2", 2) + text("B2", "secret") + shared("C2", 3)) +
    row(text("A3", "Why?") + text("C3", "Private."), "hidden");
  const secret = row(text("A1", "Margin") + text("B1", "40 percent"));
  const read = await readXlsx(
    await workbook([
      { name: "FAQ", xml },
      { name: "Costs", state: "hidden", xml: secret },
      { name: "Deep", state: "veryHidden", xml: secret },
      { name: "Empty", xml: "" },
    ]),
  );
  const why = "Hidden parts are not read. Unhide it first if it should be.";
  assert.deepEqual(read, {
    items: [{ kind: "pair", title: "When?", body: "営業" }],
    left_out: [
      { what: "the hidden rows and columns of the sheet “FAQ”", why },
      { what: "the hidden sheet “Costs”", why },
      { what: "the hidden sheet “Deep”", why },
    ],
    table: {
      columns: ["Question", "Answer"],
      read_as: { question: "Question", answer: "Answer" },
    },
  });
});

Deno.test("readXlsx: days count from the workbook's own epoch", async () => {
  const xml = row(text("A1", "Day") + text("B1", "On")) +
    row(text("A2", "Fair") + number("B2", 2, 44623));
  const properties = '<workbookPr date1904="1"/>';
  const read = await readXlsx(
    await workbook([{ name: "Days", xml }], properties),
  );
  assert.match("items" in read ? read.items[0].body : "", /On: 2026-03-04/);
});

Deno.test("readXlsx: incomplete, empty and oversized workbooks are refused", async () => {
  const refusal = async (bytes: Uint8Array<ArrayBuffer>) => {
    const read = await readXlsx(bytes);
    return "refusal" in read ? read.refusal : "";
  };
  assert.match(await refusal(encode("PK no")), /Excel workbook is incomplete/);
  assert.match(await refusal(await zip({ "a.xml": encode("<a/>") })), /Excel/);
  const secret = [{ name: "A", state: "hidden", xml: "" }];
  assert.match(
    await refusal(await workbook(secret)),
    /No table .* hidden sheet “A”/,
  );
  const cells = Array.from({ length: 500 }, () => number("A1", 0, 1)).join("");
  const many = [{ name: "A", xml: row(cells).repeat(401) }];
  assert.match(await refusal(await workbook(many)), /200,000 cells/);
});

Deno.test("readXlsx: a merged heading precedes each of its columns; a merged title stays alone", async () => {
  const cell = (r: string, text: string) =>
    `<c r="${r}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const xml = `<sheetData>
    <row r="1">${cell("A1", "Price list")}</row>
    <row r="2">${cell("A2", "Room")}${cell("C2", "Price")}${
    cell("E2", "Beds")
  }</row>
    <row r="3">${cell("C3", "Summer")}${cell("D3", "Winter")}</row>
    <row r="5">${cell("A5", "Lake")}${cell("C5", "240")}${cell("D5", "180")}${
    cell("E5", "4")
  }</row>
    <row r="6">${cell("A6", "Attic")}${cell("C6", "closed")}${
    cell("E6", "1")
  }</row>
  </sheetData><mergeCells><mergeCell ref="A1:E1"/><mergeCell ref="A2:A3"/><mergeCell ref="C2:D2"/><mergeCell ref="E2:E3"/><mergeCell ref="C6:D6"/><mergeCell ref="XX9:A1"/></mergeCells>`;
  const read = await readXlsx(await workbook([{ name: "Rooms", xml }]));
  assert.ok("items" in read, JSON.stringify(read));
  const [{ body }] = read.items;
  assert.equal(
    body,
    "Price list\n\n## Lake\n\nPrice, Summer: 240  \nPrice, Winter: 180  \nBeds: 4\n\n## Attic\n\nPrice, Summer: closed  \nPrice, Winter: closed  \nBeds: 1",
  );
});

Deno.test("readXlsx: crossed-out text is dropped, in part of a cell or all of it", async () => {
  const run = (value: string, look = "") =>
    `<x:r><x:rPr>${look}</x:rPr><x:t>${value}</x:t></x:r>`;
  const rich = (at: string, runs: string) =>
    `<x:c r="${at}" t="inlineStr"><x:is>${runs}</x:is></x:c>`;
  const struck = run("30 euros ", "<x:strike/>");
  const bytes = await workbook([{
    name: "Prices",
    xml: `<x:sheetData>${row(text("A1", "Tea") + text("B1", "Price"))}${
      row(
        text("A2", "Oolong") +
          rich("B2", struck + run("45 euros", '<x:strike val="0"/>')),
      )
    }${row(text("A3", "Sencha") + number("B3", 5, 30))}</x:sheetData>`,
  }]);
  const read = await readXlsx(bytes);
  assert.ok("items" in read);
  assert.equal(
    read.items[0].body,
    "## Oolong\n\nPrice: 45 euros\n\n## Sencha",
  );
  assert.deepEqual(read.left_out.map(({ what }) => what), [
    "a struck-out text",
  ]);
});
