import assert from "node:assert/strict";
import { csvHead, csvLine } from "./csv.ts";

Deno.test("csv: commas, quotes and line breaks stay in their cell", () => {
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
  // A cell that merely contains such a character is unchanged.
  assert.equal(csvLine(["a=b", " -1", -1]), "a=b, -1,-1\r\n");
});

Deno.test("csv: no cell becomes a formula with another separator", () => {
  for (const parts of [";", "\t", "\n", "\r\n", '; "', ";;"]) {
    const cell = csvLine([`zz${parts}=1+1`]);
    assert.ok(!cell.includes(`${parts}=`), JSON.stringify(cell));
    assert.match(cell, /'["]*[" ]*=1\+1/);
  }
  assert.equal(csvLine(["a; b;c"]), "a; b;c\r\n");
  // Each is read once, however many there are.
  const many = csvLine([";".repeat(100_000) + " ".repeat(100_000)]);
  assert.equal(many.length, 200_002);
});
