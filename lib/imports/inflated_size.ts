import { createInflate, createInflateRaw } from "node:zlib";

/** The unpacked size of deflated data, in bytes, and whether it is complete. Stops counting past `most`. */
export async function inflatedSize(
  packed: Uint8Array<ArrayBuffer>,
  most: number,
  { raw }: { raw: boolean },
): Promise<{ size: number; is_whole: boolean }> {
  // Its chunks are small, however much a few bytes unpack to.
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
