import { Buffer } from "node:buffer";
import { inflatedSize } from "./inflated_size.ts";

/**
 * Whether the streams of a PDF unpack to at most this many bytes, each counted once. It covers streams deflated once,
 * as nearly all are, but not those packed twice.
 */
export async function isPdfWithinLimits(
  bytes: Uint8Array<ArrayBuffer>,
  most: number,
): Promise<boolean> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let unpacked = 0;
  for (let at = 0;;) {
    const found = file.indexOf("stream", at);
    if (found < 0) return true;
    let from = found + "stream".length;
    while (file[from] === 0x0d || file[from] === 0x0a) from++;
    const end = file.indexOf("endstream", from);
    if (end < 0) return true;
    const packed = bytes.subarray(from, end);
    const { size } = await inflatedSize(packed, most - unpacked, {
      raw: false,
    });
    // A stream that is not deflated has its own size.
    unpacked += Math.max(size, packed.length);
    if (unpacked > most) return false;
    at = end + "endstream".length;
  }
}
