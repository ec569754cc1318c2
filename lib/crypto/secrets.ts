import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { crc32 } from "node:zlib";

const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

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

/** A salt hashed along with a record, so that its hash does not reveal it: 131 random bits. */
export function newSalt(): string {
  return randomBase62(22);
}

/**
 * SHA-256 in hex, the stored form of a random secret. Synchronous: `crypto.subtle` costs a turn of the event loop.
 */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** HMAC-SHA256 in base64url, 43 characters: proves that we issued a text. */
export function hmac(secret: string, text: string): string {
  return createHmac("sha256", secret).update(text).digest("base64url");
}

/** Compares in time that depends on the lengths only. */
export function constantTimeEqual(a: string, b: string): boolean {
  const left = new TextEncoder().encode(a);
  const right = new TextEncoder().encode(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

/** CRC-32 (ISO-HDLC, as in zlib), as six characters of base62. */
export function crc32Base62(text: string): string {
  let n = crc32(text);
  let out = "";
  for (let i = 0; i < 6; i++) {
    out = BASE62[n % 62] + out;
    n = Math.floor(n / 62);
  }
  return out;
}
