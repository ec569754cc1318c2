import { createHash, timingSafeEqual } from "node:crypto";
import { monotonicFactory } from "ulid";

const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const nextUlid = monotonicFactory();

/** The prefixes of ids; an id is a prefix, an underscore and a ULID. */
export type IdPrefix =
  | "tnt"
  | "usr"
  | "twn"
  | "cnt"
  | "key"
  | "inv"
  | "ses"
  | "msg"
  | "led"
  | "aud"
  | "req";

/** A new id, later in order than any this process made before. */
export function newId<P extends IdPrefix>(
  prefix: P,
  now_ms?: number,
): `${P}_${string}` {
  return `${prefix}_${nextUlid(now_ms)}`;
}

/** `length` random characters of base62 (5.95 bits each), without modulo bias. */
export function randomBase62(length: number): string {
  let text = "";
  while (text.length < length) {
    for (const byte of crypto.getRandomValues(new Uint8Array(length))) {
      // 248 = 4 * 62: larger bytes would favour the first characters.
      if (byte < 248 && text.length < length) text += BASE62[byte % 62];
    }
  }
  return text;
}

/** A bearer token of 256 random bits: 43 characters of base62. */
export function newToken(): string {
  return randomBase62(43);
}

/** SHA-256 as hex: what is stored of a random secret. Synchronous: `crypto.subtle` costs a turn of the loop. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Compares in time that depends on the lengths only. */
export function constantTimeEqual(a: string, b: string): boolean {
  const left = new TextEncoder().encode(a);
  const right = new TextEncoder().encode(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit++) {
    c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  }
  return c >>> 0;
});

/** CRC-32 (ISO-HDLC, as in zlib) of ASCII text, as six characters of base62. */
export function crc32Base62(text: string): string {
  let crc = 0xffffffff;
  for (let i = 0; i < text.length; i++) {
    crc = CRC_TABLE[(crc ^ text.charCodeAt(i)) & 0xff] ^ (crc >>> 8);
  }
  let n = (crc ^ 0xffffffff) >>> 0;
  let out = "";
  for (let i = 0; i < 6; i++) {
    out = BASE62[n % 62] + out;
    n = Math.floor(n / 62);
  }
  return out;
}
