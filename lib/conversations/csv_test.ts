import assert from "node:assert/strict";
import { csvHead, csvLine } from "./csv.ts";

Deno.test("csv: commas, quotes and lines stay in their cell", () => {
  assert.equal(
    csvLine(["a", 1, 'b "c", d', "e\nf"]),
    'a,1,"b ""c"", d","e\nf"\r\n',
  );
  assert.equal(csvHead(["a", "b"]), "\ufeffa,b\r\n");
});

Deno.test("csv: no cell is a formula", () => {
  for (const begins of ["=", "+", "-", "@", "\t", "\r", "\n", "＝"]) {
    const cell = csvLine([`${begins}HYPERLINK("http://evil.example")`]);
    assert.match(cell, /^"?'/);
  }
  // What only holds such a character stays as it is.
  assert.equal(csvLine(["a=b", " -1", -1]), "a=b, -1,-1\r\n");
});
