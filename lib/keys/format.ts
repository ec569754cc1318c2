import type { KeyType } from "../schemas/api_key.ts";
import { crc32Base62, randomBase62 } from "../crypto/secrets.ts";

const PREFIXES = { publishable: "tw_pk_", secret: "tw_sk_" } as const;
const FORMAT = /^(tw_[ps]k_)[0-9A-Za-z]{32}([0-9A-Za-z]{6})$/;

/** A new key's text: prefix, 190 random bits in base62, and the CRC-32 of both. */
export function newKeyText(type: KeyType): string {
  const body = PREFIXES[type] + randomBase62(32);
  return body + crc32Base62(body);
}

/** The type of a well-formed key with a valid checksum, otherwise null. Reads nothing. */
export function keyFormat(text: string): KeyType | null {
  const match = FORMAT.exec(text);
  if (!match || crc32Base62(text.slice(0, -6)) !== match[2]) return null;
  return match[1] === PREFIXES.secret ? "secret" : "publishable";
}
