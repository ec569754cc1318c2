// Processes large texts in chunks, serving everyone else in between: a single platform call takes tens of
// milliseconds for a text of megabytes.
import { createHash } from "node:crypto";
import { breathe } from "./breathe.ts";

/** The size of a chunk, in bytes or UTF-16 units. Each takes well under a millisecond. */
const PIECE = 64 * 1_024;

/** Joins all chunks. */
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

/** Decodes UTF-8; invalid bytes become U+FFFD. */
export async function decoded(bytes: Uint8Array): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for (let at = 0; at < bytes.length; at += PIECE) {
    text += decoder.decode(bytes.subarray(at, at + PIECE), { stream: true });
    await breathe();
  }
  return text + decoder.decode();
}

/** The lines of UTF-8 bytes, each ended by "\n". */
export async function* linesOf(bytes: Uint8Array): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(10, at);
    yield decoder.decode(bytes.subarray(at, end));
    at = end + 1;
    await breathe();
  }
}

/** The SHA-256 of a text in UTF-8, in hex, as `sha256` returns it. */
export async function digestOf(text: string): Promise<string> {
  const hash = createHash("sha256");
  for (let at = 0; at < text.length;) {
    const end = at + PIECE;
    // Does not split a surrogate pair.
    const is_split = text.charCodeAt(end - 1) >> 10 === 0x36;
    const next = is_split ? end + 1 : end;
    hash.update(text.slice(at, next));
    at = next;
    await breathe();
  }
  return hash.digest("hex");
}
