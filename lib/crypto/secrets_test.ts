import assert from "node:assert/strict";
import fc from "fast-check";
import { newId } from "./ids.ts";
import {
  constantTimeEqual,
  crc32Base62,
  newToken,
  randomBase62,
  sha256,
} from "./secrets.ts";

const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

function fromBase62(text: string): number {
  return [...text].reduce((n, c) => n * 62 + BASE62.indexOf(c), 0);
}

Deno.test("crc32Base62: matches known CRC-32 (ISO-HDLC) vectors", () => {
  const vectors: [string, number][] = [
    ["123456789", 0xcbf43926],
    ["", 0],
    ["a", 0xe8b7be43],
    ["The quick brown fox jumps over the lazy dog", 0x414fa339],
  ];
  for (const [text, crc] of vectors) {
    assert.equal(fromBase62(crc32Base62(text)), crc, text);
  }
});

Deno.test("crc32Base62: always six characters", () => {
  fc.assert(fc.property(fc.string(), (text) => {
    assert.match(crc32Base62(text), /^[0-9A-Za-z]{6}$/);
  }));
});

Deno.test("randomBase62: has the requested length, every character equally likely", () => {
  assert.equal(randomBase62(0), "");
  const total = 31 * 4_000;
  const counts = new Map<string, number>();
  const text = Array.from({ length: 31 }, () => randomBase62(4_000)).join("");
  for (const c of text) counts.set(c, (counts.get(c) ?? 0) + 1);
  assert.deepEqual([...counts.keys()].sort(), [...BASE62].sort());
  const expected = total / 62;
  let chi_square = 0;
  for (const n of counts.values()) chi_square += (n - expected) ** 2 / expected;
  // 61 degrees of freedom: passed by chance once in a million runs. Modulo bias gives over 500.
  assert.ok(chi_square < 130, `chi-square is ${chi_square}`);
});

Deno.test("newToken: 43 base62 characters, never the same", () => {
  const tokens = new Set(Array.from({ length: 1_000 }, newToken));
  assert.equal(tokens.size, 1_000);
  for (const token of tokens) assert.match(token, /^[0-9A-Za-z]{43}$/);
});

Deno.test("newId: a prefix and a ULID, ordered even within a millisecond and when the clock steps back", () => {
  const ids = [5_000, 5_000, 5_000, 4_000, 6_000].map((at) => newId("msg", at));
  for (const id of ids) assert.match(id, /^msg_[0-9A-HJKMNP-TV-Z]{26}$/);
  assert.deepEqual(ids, [...ids].sort());
  assert.equal(new Set(ids).size, ids.length);
});

Deno.test("sha256: matches FIPS 180 digests, as hex", () => {
  assert.equal(
    sha256("abc"),
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
});

Deno.test("constantTimeEqual: true for equal texts only", () => {
  fc.assert(fc.property(fc.string(), fc.string(), (a, b) => {
    assert.equal(constantTimeEqual(a, b), a === b);
    assert.equal(constantTimeEqual(a, a), true);
  }));
  assert.equal(constantTimeEqual("é", "ab"), false);
});
