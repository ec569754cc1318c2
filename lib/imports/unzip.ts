import { unzipSync } from "fflate";
import { isZipWithinLimits } from "./zip.ts";

/** The requested parts of an archive, by name; null if it is incomplete or unpacks to too much. */
export async function unzip(
  bytes: Uint8Array<ArrayBuffer>,
  wanted: (name: string) => boolean = () => true,
): Promise<Map<string, Uint8Array<ArrayBuffer>> | null> {
  if (!await isZipWithinLimits(bytes)) return null;
  try {
    const parts = unzipSync(bytes, { filter: ({ name }) => wanted(name) });
    return new Map(Object.entries(parts));
  } catch {
    return null;
  }
}

/** A part as text in UTF-8 or UTF-16; empty if there is none. */
export function textOf(
  parts: Map<string, Uint8Array<ArrayBuffer>>,
  name: string,
): string {
  const bytes = parts.get(name);
  if (!bytes) return "";
  const [first, second] = bytes;
  const is_utf16 = first === 0xff && second === 0xfe;
  return new TextDecoder(is_utf16 ? "utf-16le" : "utf-8").decode(bytes);
}
