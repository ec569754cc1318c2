import assert from "node:assert/strict";
import { zip } from "../../tests/documents.ts";
import { kindWithin } from "./kinds.ts";

const encode = (text: string) => new TextEncoder().encode(text);

Deno.test("kindWithin: a misnamed file is recognised by its content", async () => {
  const packed = (part: string) => zip({ [part]: encode("<x/>") });
  const word = await packed("word/document.xml");
  const excel = await packed("xl/workbook.xml");
  assert.equal(kindWithin(encode("%PDF-1.7\n"), "text"), "pdf");
  assert.equal(kindWithin(word, "xlsx"), "docx");
  assert.equal(kindWithin(excel, "csv"), "xlsx");
  assert.equal(
    kindWithin(await packed("META-INF/container.xml"), "docx"),
    "epub",
  );
  // Archives that contain such files.
  assert.equal(kindWithin(word, "zip"), "zip");
  assert.equal(kindWithin(await packed("a.txt"), "docx"), "docx");
  assert.equal(kindWithin(encode("Of word/document.xml"), "text"), "text");
});
