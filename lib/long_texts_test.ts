import assert from "node:assert/strict";
import { sha256 } from "./crypto/secrets.ts";
import { decoded, digestOf, joined } from "./long_texts.ts";

const PIECE = 64 * 1_024;
/** Surrogate pairs and lone halves lie across the ends of the pieces. */
const TEXTS = [
  "",
  "a",
  "😀".repeat(PIECE * 2),
  `a${"😀".repeat(PIECE * 2)}`,
  `${"a".repeat(PIECE - 1)}\ud800${"b".repeat(PIECE)}\udc00`,
  `${"a".repeat(PIECE - 1)}\ud800`,
  "ы".repeat(PIECE + 1),
];

Deno.test("digestOf: the digest of the whole, wherever the pieces are split", async () => {
  for (const text of TEXTS) assert.equal(await digestOf(text), sha256(text));
});

Deno.test("decoded: equal to decoding the whole at once", async () => {
  for (const text of TEXTS) {
    const bytes = new TextEncoder().encode(`a${text}`);
    for (const part of [bytes, bytes.subarray(1), bytes.subarray(0, -1)]) {
      assert.equal(await decoded(part), new TextDecoder().decode(part));
    }
  }
});

Deno.test("joined: every byte, in order", async () => {
  const chunks = [[1, 2], [], [3]].map((chunk) => new Uint8Array(chunk));
  assert.deepEqual(await joined(chunks), new Uint8Array([1, 2, 3]));
});
