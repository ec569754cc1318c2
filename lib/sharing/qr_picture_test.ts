import assert from "node:assert/strict";
import { Pictures } from "./pictures.ts";
import { PRINTED, qrCardSvg, qrPictureSvg } from "./qr_picture.ts";

const url = "https://twins.example/@mara";
const drawn = (name: string, accent_color: string) => ({
  twin: { name, bio: "", accent_color },
  avatar: null,
  url,
});

Deno.test("qrPictureSvg: in the twin's colour if it contrasts with white, else black", () => {
  const inkOf = (accent: string) =>
    /<path d="[^"]+" fill="(#\w+)"/.exec(qrPictureSvg(drawn("M", accent)))?.[1];
  assert.equal(inkOf("#b4532a"), "#b4532a");
  assert.equal(inkOf("#fde047"), "#000000");
});

Deno.test("qrCardSvg: hostile and long names stay text, and the card is drawn", async () => {
  const pictures = new Pictures();
  for (
    const name of [
      `</text><image href="https://evil.example/x.png"/>&"'`,
      "Supercalifragilistic".repeat(5),
      "متجر الشاي",
    ]
  ) {
    const svg = qrCardSvg(drawn(name, "#7c3aed"));
    assert.doesNotMatch(svg, /<image/);
    const png = await pictures.draw(svg, "twn");
    // Width and height from a PNG's header (PNG specification, 11.2.2).
    const view = new DataView(png.buffer, png.byteOffset);
    assert.deepEqual(
      [view.getUint32(16), view.getUint32(20)],
      [PRINTED.width, PRINTED.height],
    );
  }
  pictures.close();
});
