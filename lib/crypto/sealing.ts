import {
  createCipheriv,
  createDecipheriv,
  hkdfSync,
  randomBytes,
} from "node:crypto";
import { Buffer } from "node:buffer";

const VERSION = "v1";

function keyOf(secret: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(hkdfSync("sha256", secret, "", "twincast seal", 32));
}

/**
 * Encrypts a text with AES-256-GCM under a key derived from the server's secret (HKDF, RFC 5869). Only the same
 * `owner_id` opens it.
 */
export function seal(secret: string, owner_id: string, text: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyOf(secret), iv);
  cipher.setAAD(Buffer.from(owner_id));
  const sealed = Buffer.concat([
    cipher.update(text, "utf8"),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  return [VERSION, iv.toString("base64url"), sealed.toString("base64url")]
    .join(".");
}

/** Decrypts a sealed text; null if the secret or the owner differs, or the text was changed. */
export function unseal(
  secret: string,
  owner_id: string,
  sealed: string,
): string | null {
  const [version, iv, text] = sealed.split(".");
  if (version !== VERSION || !iv || !text) return null;
  const bytes = Buffer.from(text, "base64url");
  try {
    const open = createDecipheriv(
      "aes-256-gcm",
      keyOf(secret),
      Buffer.from(iv, "base64url"),
    );
    open.setAAD(Buffer.from(owner_id));
    open.setAuthTag(bytes.subarray(-16));
    return open.update(bytes.subarray(0, -16), undefined, "utf8") +
      open.final("utf8");
  } catch {
    return null;
  }
}
