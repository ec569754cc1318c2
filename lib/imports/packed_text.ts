import type { Refusal } from "./kinds.ts";

/** The largest sitemap or feed when unpacked, in bytes. */
const MAX_BYTES = 20 * 2 ** 20;

/** Unpacks gzip; returns other data unchanged. Refuses data that is too large or broken. */
export async function inflated(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | Refusal> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let unpacked = 0;
  const plain = new Blob([bytes]).stream()
    .pipeThrough(new DecompressionStream("gzip"));
  try {
    for await (const chunk of plain) {
      unpacked += chunk.length;
      if (unpacked > MAX_BYTES) {
        return { refusal: "This sitemap is larger than 20 MiB. Split it." };
      }
      parts.push(chunk);
    }
  } catch {
    return { refusal: "This sitemap is damaged and cannot be unpacked." };
  }
  return await new Blob(parts).bytes();
}
