import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { pictureSize } from "./picture_size.ts";

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(
    Buffer.concat(parts.map((part) =>
      typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.from(part)
    )),
  );
const frame = (marker: number, height: number[], width: number[]) => [
  ...[0xff, marker, 0, 8, 8, ...height, ...width, 1],
];

Deno.test("pictureSize: as a decoder sees it, the largest of several", () => {
  const png = bytes(
    "\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    [0, 0, 0x3e, 0x80, 0, 0, 0, 1, 8, 6],
  );
  assert.deepEqual(pictureSize("image/png", png), { width: 16_000, height: 1 });
  const jpeg = bytes(
    [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0],
    frame(0xc0, [0, 1], [0, 2]),
    [0xff],
    frame(0xc2, [0x3e, 0x80], [0, 1]),
    [0xff, 0xda, 0, 0, 0, 0, 0, 0, 0, 0],
  );
  assert.deepEqual(pictureSize("image/jpeg", jpeg), {
    width: 2,
    height: 16_000,
  });
  const riff = "RIFF\0\0\0\0WEBP";
  const webp = bytes(
    riff,
    "VP8X\x0a\0\0\0",
    [0, 0, 0, 0, 0x7f, 0x3e, 0, 1, 0, 0],
    "VP8 \x0a\0\0\0",
    [0, 0, 0, 0x9d, 1, 0x2a, 5, 0, 0x80, 0x3e],
  );
  assert.deepEqual(pictureSize("image/webp", webp), {
    width: 16_000,
    height: 16_000,
  });
  const lossless = bytes(riff, "VP8L\x0a\0\0\0", [
    ...[0x2f, 0x7f, 0xfe, 0x9f, 0x0f, 0, 0, 0, 0, 0],
  ]);
  const size = pictureSize("image/webp", lossless);
  assert.deepEqual(size, { width: 16_000, height: 16_000 });
});

Deno.test("pictureSize: null for a truncated, endless or foreign header", () => {
  for (const type of ["image/png", "image/jpeg", "image/webp", "text/html"]) {
    for (
      const broken of [
        bytes(),
        bytes("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        new Uint8Array(60_000).fill(0xff),
        bytes("RIFF\0\0\0\0WEBP", "VP8X\xff\xff\xff\xff"),
        new Uint8Array(60_000),
      ]
    ) assert.equal(pictureSize(type, broken), null);
  }
});
