/** The most that a packed file may unpack to, and how many files may be in it. */
const MAX_UNPACKED = 60 * 2 ** 20;
const MAX_ENTRIES = 3_000;

const END = 0x06054b50;
const ENTRY = 0x02014b50;

/**
 * Whether a ZIP archive unpacks to a bounded size: each entry is unpacked and counted, since the sizes it states
 * may lie (PKWARE APPNOTE 6.3). False for what is no whole archive, too.
 */
export async function isModestZip(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) end--;
  if (end < 0) return false;
  const entries = view.getUint16(end + 10, true);
  if (entries > MAX_ENTRIES) return false;
  let at = view.getUint32(end + 16, true);
  let unpacked = 0;
  for (let n = 0; n < entries; n++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) {
      return false;
    }
    const method = view.getUint16(at + 10, true);
    const size = view.getUint32(at + 20, true);
    const local = view.getUint32(at + 42, true);
    if (local + 30 > bytes.length) return false;
    const from = local + 30 + view.getUint16(local + 26, true) +
      view.getUint16(local + 28, true);
    const packed = bytes.subarray(from, from + size);
    unpacked += method === 0
      ? packed.length
      : await inflatedSize(packed, MAX_UNPACKED - unpacked);
    if (unpacked > MAX_UNPACKED) return false;
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
  }
  return true;
}

/** How large deflated bytes are unpacked; past `most` it no longer counts. Infinity where they are broken. */
async function inflatedSize(
  packed: Uint8Array<ArrayBuffer>,
  most: number,
): Promise<number> {
  const plain = new Blob([packed]).stream()
    .pipeThrough(new DecompressionStream("deflate-raw"));
  let size = 0;
  try {
    for await (const chunk of plain) {
      size += chunk.length;
      if (size > most) break;
    }
  } catch {
    return Infinity;
  }
  return size;
}
