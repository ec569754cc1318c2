import { createInflate, createInflateRaw } from "node:zlib";

/** How large deflated bytes are unpacked, in bytes, and whether they are whole. Past `most` it no longer counts. */
export async function inflatedSize(
  packed: Uint8Array<ArrayBuffer>,
  most: number,
  { raw }: { raw: boolean },
): Promise<{ size: number; is_whole: boolean }> {
  // Its pieces are small, however much a few bytes unpack to.
  const inflate = raw ? createInflateRaw() : createInflate();
  inflate.end(packed);
  let size = 0;
  try {
    for await (const piece of inflate) {
      size += piece.length;
      if (size > most) break;
    }
    return { size, is_whole: true };
  } catch {
    return { size, is_whole: false };
  }
}
