import assert from "node:assert/strict";
import { isUnmarked, unmarkedEntry, withTonePlaced } from "./vietnamese.ts";

Deno.test("withTonePlaced: new and old spelling of a tone are one", () => {
  const cases: [string, string][] = [
    ["hoà", "hòa"],
    ["hòa", "hòa"],
    ["huỷ", "hủy"],
    ["khoẻ", "khỏe"],
    ["thuý", "thúy"],
    ["quý", "quý"],
    ["quà", "quà"],
    ["hoàn", "hoàn"],
  ];
  for (const [word, placed] of cases) {
    assert.equal(withTonePlaced(word), placed, word);
  }
});

Deno.test("isUnmarked: several words without any mark", () => {
  assert.ok(isUnmarked("o dau vay?"));
  assert.ok(!isUnmarked("ở đâu vay"));
  assert.ok(!isUnmarked("workshop"));
});

Deno.test("unmarkedEntry: phrases, and words that are clear without their marks", () => {
  assert.equal(unmarkedEntry("đậu xe", "dau xe"), "dau xe");
  assert.equal(unmarkedEntry("giá", "gia"), "gia");
  assert.equal(unmarkedEntry("mưa", "mua"), null);
  assert.equal(unmarkedEntry("shop", "shop"), null);
});
