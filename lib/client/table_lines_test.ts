import assert from "node:assert/strict";
import { splitTables } from "./table_lines.ts";

Deno.test("splitTables: splits text and tables in order, and finds no table in code", () => {
  const code = "```\n| a | b |\n| - | - |\n```";
  const table =
    "| Tea | Price |\n|:--|--:|\n| Oolong \\| mild | 4 € | x |\n| |";
  assert.deepEqual(splitTables(`One.\n${table}\n\n${code}`), [
    "One.",
    [["Tea", "Price"], ["Oolong \\| mild", "4 €"], [""]],
    `\n${code}`,
  ]);
  assert.deepEqual(splitTables("a | b"), ["a | b"]);
  assert.deepEqual(splitTables(""), [""]);
});
