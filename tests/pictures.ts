import { crc32, deflateSync } from "node:zlib";

/** A PNG of this size: one colour, or incompressible noise. */
export function drawnPng(
  width: number,
  { height = width, is_noise = false } = {},
): Uint8Array<ArrayBuffer> {
  const rows = new Uint8Array(height * (1 + width * 3)).fill(120);
  if (is_noise) {
    for (let at = 0; at < rows.length; at += 65_536) {
      crypto.getRandomValues(rows.subarray(at, at + 65_536));
    }
  }
  // No filter.
  for (let y = 0; y < height; y++) rows[y * (1 + width * 3)] = 0;
  const size = new DataView(new ArrayBuffer(13));
  size.setUint32(0, width);
  size.setUint32(4, height);
  size.setUint16(8, 0x0802);
  return joined([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk("IHDR", new Uint8Array(size.buffer)),
    chunk("IDAT", new Uint8Array(deflateSync(rows))),
    chunk("IEND", new Uint8Array()),
  ]);
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const named = joined([new TextEncoder().encode(name), data]);
  const around = new DataView(new ArrayBuffer(8));
  around.setUint32(0, data.length);
  around.setUint32(4, crc32(named));
  const [length, sum] = [0, 4].map((at) =>
    new Uint8Array(around.buffer, at, 4)
  );
  return joined([length, named, sum]);
}

function joined(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
