import assert from "node:assert/strict";
import { Pictures } from "./pictures.ts";
import { CARD, cardSvg, iconSvg } from "./share_card.ts";

const ACCENT = "#7c3aed";

/** Width and height from a PNG's header (PNG specification, 11.2.2). */
function sizeOf(png: Uint8Array): number[] {
  const view = new DataView(png.buffer, png.byteOffset);
  assert.equal(view.getUint32(0), 0x89504e47);
  return [view.getUint32(16), view.getUint32(20)];
}

Deno.test("cardSvg: hostile and long texts stay text, and are drawn", async () => {
  const pictures = new Pictures();
  const texts = [
    `</text><image href="https://evil.example/x.png"/>&"'`,
    "Supercalifragilistic".repeat(5),
    "متجر الشاي",
    "",
    "  \u0000\u202e😀 ",
  ];
  for (const name of texts) {
    for (const bio of texts) {
      const svg = cardSvg({ name, bio, accent_color: ACCENT }, null);
      assert.doesNotMatch(svg, /<image/);
      assert.deepEqual(sizeOf(await pictures.draw(svg, "twn")), [
        CARD.width,
        CARD.height,
      ]);
    }
  }
  pictures.close();
});

Deno.test("cardSvg: lines break at spaces, and overflow ends in an ellipsis", () => {
  const svg = cardSvg(
    { name: "Mara", bio: "clay and tea ".repeat(40), accent_color: ACCENT },
    null,
  );
  const lines = [...svg.matchAll(/font-size="34"[^>]*>([^<]*)</g)];
  assert.equal(lines.length, 2);
  assert.match(lines[0][1], /(clay|and|tea)$/);
  assert.match(lines[1][1], /…$/);
});

Deno.test("iconSvg: an invalid picture fails, and the next one is drawn", async () => {
  const pictures = new Pictures();
  const twin = { name: "Mara", bio: "", accent_color: ACCENT };
  await assert.rejects(pictures.draw("<svg", "twn"));
  assert.deepEqual(
    sizeOf(await pictures.draw(iconSvg(twin, null, 192), "twn")),
    [192, 192],
  );
  pictures.close();
});
