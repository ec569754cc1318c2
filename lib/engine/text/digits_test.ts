import assert from "node:assert/strict";
import { westernDigits } from "./digits.ts";

Deno.test("westernDigits: converts every digit of every script, and nothing else", () => {
  assert.equal(
    westernDigits("٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹ ०१२३४५६७८९ ０１２３４５６７８９ 7b"),
    "0123456789 0123456789 0123456789 0123456789 7b",
  );
});
