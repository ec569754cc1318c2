// What the platform does with a text in one call takes tens of milliseconds for a text of megabytes: here it is done
// in pieces, and everybody else is served in between.
import { createHash } from "node:crypto";
import { breathe } from "./breathe.ts";

/** Bytes or UTF-16 units of a piece. Each takes well under a millisecond. */
const PIECE = 64 * 1_024;

/** All chunks as one. */
export async function joined(
  chunks: readonly Uint8Array[],
): Promise<Uint8Array<ArrayBuffer>> {
  const size = chunks.reduce((sum, { length }) => sum + length, 0);
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
    await breathe();
  }
  return bytes;
}

/** The text of bytes in UTF-8; what is none becomes U+FFFD. */
export async function decoded(bytes: Uint8Array): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for (let at = 0; at < bytes.length; at += PIECE) {
    text += decoder.decode(bytes.subarray(at, at + PIECE), { stream: true });
    await breathe();
  }
  return text + decoder.decode();
}

/** The lines of bytes in UTF-8, each ended by "\n". */
export async function* linesOf(bytes: Uint8Array): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(10, at);
    yield decoder.decode(bytes.subarray(at, end));
    at = end + 1;
    await breathe();
  }
}

/** The SHA-256 of a text in UTF-8, as hex: what `sha256` answers. */
export async function digestOf(text: string): Promise<string> {
  const hash = createHash("sha256");
  for (let at = 0; at < text.length;) {
    const end = at + PIECE;
    // The halves of a surrogate pair are one character only together.
    const is_split = text.charCodeAt(end - 1) >> 10 === 0x36;
    const next = is_split ? end + 1 : end;
    hash.update(text.slice(at, next));
    at = next;
    await breathe();
  }
  return hash.digest("hex");
}
