// Proves that nothing in an audit log was changed, left out or inserted: each entry's salted hash is chained to the
// one before, and the chain is signed from time to time (Ed25519, RFC 8032). The salt is stored with the entry and
// erased with it: the chain stays valid, and the erased text cannot be guessed.
import { createHash, createPublicKey, verify } from "node:crypto";
import { Buffer } from "node:buffer";
import {
  type AuditCheckpoint,
  type AuditEntry,
  type AuditLogLine,
  auditLogLine,
} from "../schemas/team.ts";

/** SHA-256, in hex, of an entry with its salt. */
export function entryDigest(entry: AuditEntry): string {
  const { salt, id, tenant_id, actor_id, actor_name, action, at } = entry;
  return sha256(JSON.stringify([
    ...[salt, id, tenant_id, actor_id, actor_name, action],
    ...[entry.target_id, entry.target_name, at],
  ]));
}

/** SHA-256, in hex, of a link, which includes the previous link's hash; empty for the first. */
export function linkHash(
  previous: string,
  { tenant_id, seq, digest }: {
    tenant_id: string;
    seq: number;
    digest: string;
  },
): string {
  return sha256(JSON.stringify([previous, tenant_id, seq, digest]));
}

/** The text signed at a checkpoint. */
export function signedText(
  tenant_id: string,
  { seq, hash, at }: Omit<AuditCheckpoint, "signature">,
): string {
  return JSON.stringify(["twincast audit", tenant_id, seq, hash, at]);
}

/** The text signed at the head of an export; its last hash covers everything that follows. */
export function signedHead(
  { tenant_id, exported_at, entries, hash }: Pick<
    AuditLogHead,
    "tenant_id" | "exported_at" | "entries" | "hash"
  >,
): string {
  return JSON.stringify([
    ...["twincast audit export", tenant_id, exported_at, entries, hash],
  ]);
}

/** The result of verifying a whole log. */
type Verified = { entries: number; erased: number; signed: number };

/** The exported log was tampered with or is not one: the line number, from 1, and why. */
export class BrokenLog extends Error {
  override readonly name = "BrokenLog";
  constructor(readonly line: number, readonly why: string) {
    super(`Line ${line}: ${why}`);
  }
}

type AuditLogHead = Extract<AuditLogLine, { type: "log" }>;

/**
 * Verifies an exported log. Throws `BrokenLog` at the first invalid line. `public_key` is a key noted elsewhere:
 * whoever forges the whole file supplies their own.
 */
export function verifyLog(
  lines: Iterable<string>,
  { public_key: known }: { public_key?: string } = {},
): Verified {
  const found: Verified = { entries: 0, erased: 0, signed: 0 };
  let head: AuditLogHead | null = null;
  let hash = "";
  let n = 0;
  for (const text of lines) {
    n++;
    if (text === "") continue;
    const line = parsed(text, n);
    if (head === null) head = readHead(line, known);
    else if (line.type === "entry") {
      const { tenant_id } = head;
      hash = nextHash(hash, line, { n, tenant_id, after: found.entries });
      found.entries++;
      if (line.entry === null) found.erased++;
    } else if (line.type === "checkpoint") {
      if (line.seq !== found.entries || line.hash !== hash) {
        throw new BrokenLog(
          n,
          "it belongs to a different log than the lines before it",
        );
      }
      if (!isSigned(signedText(head.tenant_id, line), line.signature, head)) {
        throw new BrokenLog(n, "its signature is wrong");
      }
      found.signed = line.seq;
    } else throw new BrokenLog(n, "there is a second head here");
  }
  if (head === null) throw new BrokenLog(1, "the file is empty");
  if (head.entries !== found.entries) {
    const { entries } = head;
    throw new BrokenLog(n, `it ends after ${found.entries} of ${entries}`);
  }
  if (head.hash !== hash) {
    throw new BrokenLog(
      n,
      "the signature in its head does not cover the lines before it",
    );
  }
  return found;
}

function readHead(line: AuditLogLine, known?: string): AuditLogHead {
  if (line.type !== "log") {
    throw new BrokenLog(1, "it is not the head of a log");
  }
  if (known && line.public_key !== known) {
    throw new BrokenLog(
      1,
      "it was signed with a different key than the known one",
    );
  }
  const { public_key, signature } = line;
  if (public_key !== null && signature === null) {
    // The key is sealed under a TWINCAST_SECRET other than the exporting server's.
    throw new BrokenLog(1, "its key could not be reached, so it is not signed");
  }
  if (signature !== null && !isSigned(signedHead(line), signature, line)) {
    throw new BrokenLog(1, "its signature is wrong");
  }
  return line;
}

function nextHash(
  before: string,
  { seq, digest, hash, entry }: Extract<AuditLogLine, { type: "entry" }>,
  { n, tenant_id, after }: { n: number; tenant_id: string; after: number },
): string {
  if (seq !== after + 1) {
    throw new BrokenLog(
      n,
      `entry ${seq} is in the place of entry ${after + 1}`,
    );
  }
  if (entry && entryDigest(entry) !== digest) {
    throw new BrokenLog(n, `entry ${seq} was changed`);
  }
  if (linkHash(before, { tenant_id, seq, digest }) !== hash) {
    throw new BrokenLog(n, `entry ${seq} does not follow the one before it`);
  }
  return hash;
}

function isSigned(
  text: string,
  signature: string,
  { public_key }: AuditLogHead,
): boolean {
  const signed = fromBase64(signature);
  const key = fromBase64(public_key ?? "");
  if (!signed || !key) return false;
  try {
    const verifier = createPublicKey({ key, format: "der", type: "spki" });
    return verify(null, Buffer.from(text), verifier, signed);
  } catch {
    return false;
  }
}

/** Decodes canonical base64; null for any other encoding of the same bytes. */
function fromBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, "base64");
  return bytes.toString("base64") === text ? bytes : null;
}

/** Every line must have exactly the known fields: no hash would cover an extra one. */
function parsed(text: string, n: number): AuditLogLine {
  try {
    return auditLogLine.parse(JSON.parse(text));
  } catch {
    throw new BrokenLog(n, "it is not a line of an exported log");
  }
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
