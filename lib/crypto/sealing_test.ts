import assert from "node:assert/strict";
import fc from "fast-check";
import { seal, unseal } from "./sealing.ts";

const SECRET = "0123456789abcdef0123456789abcdef";

Deno.test("seal: any text can be opened, only by its owner and with its secret", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => {
    const sealed = seal(SECRET, "twn_1", text);
    assert.equal(unseal(SECRET, "twn_1", sealed), text);
    assert.equal(unseal(SECRET, "twn_2", sealed), null);
    assert.equal(unseal(`${SECRET}x`, "twn_1", sealed), null);
  }));
});

Deno.test("seal: never the same twice, and reveals nothing of the text", () => {
  const key = "sk-CANARY-0123456789";
  const sealed = seal(SECRET, "twn_1", key);
  assert.notEqual(sealed, seal(SECRET, "twn_1", key));
  assert.ok(
    !sealed.includes("CANARY") && !atob(
      sealed.split(".")[2].replaceAll("-", "+").replaceAll("_", "/"),
    ).includes("CANARY"),
  );
});

Deno.test("unseal: a changed or foreign text does not open", () => {
  const sealed = seal(SECRET, "twn_1", "text");
  for (
    const text of [
      "",
      "v1",
      "v2" + sealed.slice(2),
      sealed.slice(0, -3),
      `${sealed.slice(0, -4)}AAAA`,
      "v1.a.b",
    ]
  ) {
    assert.equal(unseal(SECRET, "twn_1", text), null, text);
  }
});
