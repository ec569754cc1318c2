import assert from "node:assert/strict";
import { isWellFormedXml } from "./xml_shape.ts";

Deno.test("isWellFormedXml: accepts well-formed XML, whatever it contains", () => {
  const sound = [
    "",
    '<?xml version="1.0"?>\r\n<a b="1>0" c=\'"\' d:e = "x"><!-- <b> --><b/>é</a>',
    "<a><![CDATA[<b>]]></a >",
    "<a>".repeat(500) + "</a>".repeat(500),
  ];
  for (const xml of sound) assert.ok(isWellFormedXml(xml), xml.slice(0, 80));
});

Deno.test("isWellFormedXml: rejects unclosed or deeply nested elements and document types", () => {
  const broken = [
    ...["<a>", "</a>", "<a", "<a b>", '<a b="', "<a b='<'/>", "<", "< a/>"],
    ...["<!-- ", "<![CDATA[ ]>", "<? ", "<!DOCTYPE a><a/>", "<a/b>"],
    "<a>".repeat(501) + "</a>".repeat(501),
  ];
  for (const xml of broken) assert.ok(!isWellFormedXml(xml), xml.slice(0, 80));
});
