import assert from "node:assert/strict";
import { isZipWithinLimits } from "./zip.ts";
import { docx, zip } from "../../tests/documents.ts";

type Change = (end: DataView) => void;

const MEBIBYTE = 2 ** 20;
const small = new Uint8Array([1, 2, 3]);

/** The archive with a changed end record and trailing bytes. */
function changed(
  archive: Uint8Array<ArrayBuffer>,
  change: Change = () => {},
  after = 0,
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(archive.length + after);
  bytes.set(archive);
  change(new DataView(bytes.buffer, archive.length - 22, 22));
  return bytes;
}

Deno.test("zip: reads a complete archive of bounded size", async () => {
  const archive = await zip({ "a.txt": small, "b.txt": new Uint8Array() });
  assert.equal(await isZipWithinLimits(archive), true);
  assert.equal(await isZipWithinLimits(await docx([[null, "Tea"]])), true);
  const commented = changed(archive, (end) => end.setUint16(20, 5, true), 5);
  assert.equal(await isZipWithinLimits(commented), true);
  const bomb = await zip({ "a.xml": new Uint8Array(80 * MEBIBYTE) });
  assert.equal(await isZipWithinLimits(bomb), false);
});

Deno.test("zip: does not trust an archive's own metadata", async () => {
  // The end record counts one entry fewer: the bomb would be unpacked, but not counted.
  const archive = await zip({
    "a.txt": small,
    "word/document.xml": new Uint8Array(80 * MEBIBYTE),
  });
  const lies: Record<string, Change> = {
    "one entry fewer": (end) => {
      end.setUint16(8, 1, true);
      end.setUint16(10, 1, true);
    },
    "fewer on this disk": (end) => end.setUint16(8, 1, true),
    "a shorter directory": (end) =>
      end.setUint32(12, end.getUint32(12, true) - 1, true),
    "a directory elsewhere": (end) =>
      end.setUint32(16, end.getUint32(16, true) - 1, true),
    "several disks": (end) => end.setUint16(4, 1, true),
    "ZIP64": (end) => end.setUint32(16, 0xffffffff, true),
  };
  for (const [what, lie] of Object.entries(lies)) {
    assert.equal(await isZipWithinLimits(changed(archive, lie)), false, what);
    const mild = await zip({ "a.txt": small, "b.txt": small });
    assert.equal(await isZipWithinLimits(changed(mild, lie)), false, what);
  }
  const mild = await zip({ "a.txt": small });
  // An unpacker would allocate 200 MB.
  const claiming = mild.slice();
  const view = new DataView(claiming.buffer);
  const directory = view.getUint32(claiming.length - 22 + 16, true);
  view.setUint32(directory + 24, 200_000_000, true);
  assert.equal(await isZipWithinLimits(claiming), false);
  assert.equal(await isZipWithinLimits(changed(mild, undefined, 1)), false);
  assert.equal(await isZipWithinLimits(mild.subarray(1)), false);
  assert.equal(await isZipWithinLimits(small), false);
});
