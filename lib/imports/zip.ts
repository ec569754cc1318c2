import { MAX_UNPACKED } from "./bounds.ts";
import { inflatedSize } from "./inflated_size.ts";

/** The most files in an archive. */
const MAX_ENTRIES = 3_000;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const DEFLATED = 8;
/** The flag of an entry with a password. */
const LOCKED = 1;

/** Why an archive is refused: incomplete, locked with a password, too many files, or too large when unpacked. */
export type ZipFault = "broken" | "locked" | "many" | "large";

/** Whether a ZIP archive is complete and unpacks to a limited size. */
export async function isZipWithinLimits(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  return await zipFault(bytes) === null;
}

/**
 * Finds what is wrong with a ZIP archive (PKWARE APPNOTE 6.3); null if nothing. Nothing it claims is trusted: the
 * directory must end where its end record begins and have as many entries as that says, the record must end the file,
 * and each entry is unpacked and must have its claimed size. Refuses ZIP64, multi-disk and incomplete archives.
 */
export async function zipFault(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<ZipFault | null> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = readEnd(view);
  if (!directory) return "broken";
  if (directory.entries > MAX_ENTRIES) return "many";
  let { at } = directory;
  let unpacked = 0;
  for (let n = 0; n < directory.entries; n++) {
    if (at + 46 > directory.end || view.getUint32(at, true) !== ENTRY) {
      return "broken";
    }
    if (view.getUint16(at + 8, true) & LOCKED) return "locked";
    const packed = packedBytes(bytes, view, at);
    if (!packed) return "broken";
    const { size, is_whole } = packed.method === DEFLATED
      ? await inflatedSize(packed.bytes, MAX_UNPACKED - unpacked, { raw: true })
      : { size: packed.bytes.length, is_whole: true };
    unpacked += size;
    if (!is_whole) return "broken";
    if (unpacked > MAX_UNPACKED) return "large";
    // Unpackers allocate the claimed size.
    if (size !== view.getUint32(at + 24, true)) return "broken";
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
  }
  return at === directory.end ? null : "broken";
}

/** The position of the directory; null if the end record does not match the file. */
function readEnd(view: DataView) {
  // The last one, as readers search for it; a comment of up to 64 KiB may follow.
  const least = Math.max(0, view.byteLength - END_LENGTH - 0xffff);
  let end = view.byteLength - END_LENGTH;
  while (end >= least && view.getUint32(end, true) !== END) end--;
  if (end < least) return null;
  const [disk, first_disk, here, entries] = [4, 6, 8, 10].map((field) =>
    view.getUint16(end + field, true)
  );
  const size = view.getUint32(end + 12, true);
  const at = view.getUint32(end + 16, true);
  const comment = view.getUint16(end + 20, true);
  const is_sound = disk === 0 && first_disk === 0 && here === entries &&
    at + size === end &&
    end + END_LENGTH + comment === view.byteLength;
  return is_sound ? { at, end, entries } : null;
}

/**
 * The packed bytes of the entry whose record is at `at`; null if they are incomplete or packed with another method.
 */
function packedBytes(
  bytes: Uint8Array<ArrayBuffer>,
  view: DataView,
  at: number,
) {
  const method = view.getUint16(at + 10, true);
  const size = view.getUint32(at + 20, true);
  const local = view.getUint32(at + 42, true);
  if (method !== 0 && method !== DEFLATED) return null;
  if (local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL) {
    return null;
  }
  const from = local + 30 + view.getUint16(local + 26, true) +
    view.getUint16(local + 28, true);
  if (from + size > bytes.length) return null;
  return { method, bytes: bytes.subarray(from, from + size) };
}
