import assert from "node:assert/strict";
import { qrCode } from "./qr_code.ts";

Deno.test("qrCode: three finder patterns in the corners, and an empty quiet zone", () => {
  const { path, size } = qrCode("https://twins.example/share/twn_x/abc");
  const dark = new Set(
    [...path.matchAll(/M(\d+) (\d+)h/g)].map(([, x, y]) => `${x} ${y}`),
  );
  const is_dark = (x: number, y: number) => dark.has(`${x} ${y}`);
  // ISO/IEC 18004: a 7 by 7 ring around a 3 by 3 square.
  for (const [left, top] of [[4, 4], [size - 11, 4], [4, size - 11]]) {
    for (let y = 0; y < 7; y++) {
      for (let x = 0; x < 7; x++) {
        const ring = Math.max(Math.abs(x - 3), Math.abs(y - 3));
        assert.equal(is_dark(left + x, top + y), ring !== 2, `${x} ${y}`);
      }
    }
  }
  for (let i = 0; i < size; i++) {
    assert.ok(!is_dark(i, 3) && !is_dark(3, i) && !is_dark(i, size - 4));
  }
});
