// The audit log as a hash chain. Each entry is marked by its own commit and linked later, so no commit waits for the
// chain's head.
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
} from "node:crypto";
import { Buffer } from "node:buffer";
import { entryDigest, linkHash, signedHead, signedText } from "./proof.ts";
import type { Actor } from "../actor.ts";
import { iso } from "../clock.ts";
import type { Context } from "../context.ts";
import { seal, unseal } from "../crypto/sealing.ts";
import { newSalt } from "../crypto/secrets.ts";
import type {
  AuditCheckpoint,
  AuditEntry,
  AuditLogLine,
} from "../schemas/team.ts";
import { commit, commitWithRetry } from "../store/commit.ts";
import { keys } from "../store/keys.ts";
import { getEntries } from "../store/list.ts";

type Head = { seq: number; hash: string };
type Link = { entry_id: string; digest: string; hash: string };

/** Entries linked at once: each may need a check, and a commit is limited to 100. */
const TOGETHER = 50;

/** Links the new entries of every team; run by the sweep. */
export async function gatherAudits(app: Context): Promise<void> {
  const tenants = new Set<string>();
  const marks = app.kv.list({ prefix: keys.allNewAudits() });
  for await (const { key } of marks) tenants.add(String(key[1]));
  for (const tenant_id of tenants) await gatherAudit(app, tenant_id);
}

/** Links a team's entries that the chain lacks, and signs the last link. */
export async function gatherAudit(
  app: Context,
  tenant_id: string,
): Promise<void> {
  await markEarlier(app, tenant_id);
  while (await gatherSome(app, tenant_id));
}

/** Marks every entry of a log that predates the chain as new. */
async function markEarlier({ kv }: Context, tenant_id: string): Promise<void> {
  const head = await kv.get<Head>(keys.auditHead(tenant_id));
  if (head.value) return;
  const entries = kv.list<AuditEntry>({ prefix: keys.audits(tenant_id) });
  for await (const { value: { id } } of entries) {
    const mark = keys.newAudit(tenant_id, id);
    // Whoever won the race may have linked this entry already.
    const { ok } = await commit(kv.atomic().check(head).set(mark, true));
    if (!ok) return;
  }
  const first: Head = { seq: 0, hash: "" };
  await commit(kv.atomic().check(head).set(head.key, first));
}

/** Returns whether there may be more. */
async function gatherSome(app: Context, tenant_id: string): Promise<boolean> {
  const { kv } = app;
  const prefix = keys.newAudits(tenant_id);
  const marks = await Array.fromAsync(kv.list({ prefix }, { limit: TOGETHER }));
  if (marks.length === 0) return false;
  const signer = await getSigner(app);
  await commitWithRetry(kv, async (op) => {
    const entry = await kv.get<Head>(keys.auditHead(tenant_id));
    const still = await getEntries(kv, marks.map(({ key }) => key));
    const waiting = still.filter(({ versionstamp }) => versionstamp !== null);
    const records = await getEntries<AuditEntry>(
      kv,
      waiting.map(({ key }) => keys.audit(tenant_id, String(key[2]))),
    );
    let head = entry.value ?? { seq: 0, hash: "" };
    for (const record of records) head = addLink(op, head, record);
    for (const { key } of waiting) op.delete(key);
    op.check(entry).set(entry.key, head);
    if (signer?.sign && head.seq > 0) {
      const at = iso(app.clock.now());
      const made: AuditCheckpoint = { ...head, at, signature: "" };
      made.signature = signer.sign(signedText(tenant_id, made));
      op.set(keys.auditCheckpoint(tenant_id, head.seq), made);
    }
  });
  return marks.length === TOGETHER;
}

/** Adds an entry's link to the commit; an older entry gets a salt, an erased one no link. */
function addLink(
  op: Deno.AtomicOperation,
  head: Head,
  record: Deno.KvEntryMaybe<AuditEntry>,
): Head {
  const { key, value } = record;
  if (!value) return head;
  const { seq, hash } = head;
  const entry = value.salt ? value : { ...value, salt: newSalt() };
  if (entry !== value) op.check(record).set(key, entry);
  const { tenant_id } = entry;
  const digest = entryDigest(entry);
  const next = linkHash(hash, { tenant_id, seq: seq + 1, digest });
  const link: Link = { entry_id: entry.id, digest, hash: next };
  op.set(keys.auditLink(tenant_id, seq + 1), link);
  return { seq: seq + 1, hash: next };
}

/** Exports the team's log as lines of JSON, oldest first, with everything `verifyLog` needs. */
export async function* exportAudit(
  app: Context,
  { tenant_id }: Actor,
): AsyncGenerator<string> {
  await gatherAudit(app, tenant_id);
  const line = (line: AuditLogLine) => `${JSON.stringify(line)}\n`;
  const { value } = await app.kv.get<Head>(keys.auditHead(tenant_id));
  const { seq, hash } = value ?? { seq: 0, hash: "" };
  const signer = await getSigner(app);
  const exported_at = iso(app.clock.now());
  const head = { tenant_id, exported_at, entries: seq, hash };
  yield line({
    ...{ type: "log", ...head, public_key: signer?.public_key ?? null },
    signature: signer?.sign?.(signedHead(head)) ?? null,
  });
  let some: [number, Link][] = [];
  const links = app.kv.list<Link>({ prefix: keys.auditLinks(tenant_id) });
  for await (const { key, value } of links) {
    // Linked meanwhile: left to the next export.
    if (Number(key[2]) > seq) break;
    some.push([Number(key[2]), value]);
    if (some.length < TOGETHER) continue;
    for (const one of await linesOf(app, tenant_id, some)) yield line(one);
    some = [];
  }
  for (const one of await linesOf(app, tenant_id, some)) yield line(one);
}

async function linesOf(
  { kv }: Context,
  tenant_id: string,
  links: [number, Link][],
): Promise<AuditLogLine[]> {
  const [entries, signed] = await Promise.all([
    getEntries<AuditEntry>(
      kv,
      links.map(([, { entry_id }]) => keys.audit(tenant_id, entry_id)),
    ),
    getEntries<AuditCheckpoint>(
      kv,
      links.map(([seq]) => keys.auditCheckpoint(tenant_id, seq)),
    ),
  ]);
  return links.flatMap(([seq, { digest, hash }], i): AuditLogLine[] => {
    const entry = { seq, digest, hash, entry: entries[i].value };
    const checkpoint = signed[i].value;
    return [
      { type: "entry", ...entry },
      ...checkpoint ? [{ type: "checkpoint" as const, ...checkpoint }] : [],
    ];
  });
}

/** The installation's key pair, with the private key sealed. */
type StoredKey = { public_key: string; sealed: string };

/** The installation's public key, and the function that signs with its private key. */
type Signer = { public_key: string; sign: ((text: string) => string) | null };

/** Null without a secret to seal the key with. */
async function getSigner(app: Context): Promise<Signer | null> {
  const { secret } = app.config;
  if (!secret) return null;
  const { public_key, sealed } = await getKey(app, secret);
  const text = unseal(secret, OWNER, sealed);
  // Sealed with another secret: existing signatures stay, but nothing more can be signed.
  if (text === null) return { public_key, sign: null };
  const key = createPrivateKey({
    key: Buffer.from(text, "base64"),
    format: "der",
    type: "pkcs8",
  });
  return {
    public_key,
    sign: (text) => sign(null, Buffer.from(text), key).toString("base64"),
  };
}

const OWNER = "audit";

/** Reads the key, creating it on first use; if two create one at once, one is kept. */
async function getKey({ kv }: Context, secret: string): Promise<StoredKey> {
  return await commitWithRetry(kv, async (op) => {
    const entry = await kv.get<StoredKey>(keys.auditKey());
    if (entry.value) return entry.value;
    const { privateKey } = generateKeyPairSync("ed25519");
    const text = privateKey.export({ format: "der", type: "pkcs8" });
    const spki = createPublicKey(privateKey)
      .export({ format: "der", type: "spki" });
    const made: StoredKey = {
      public_key: spki.toString("base64"),
      sealed: seal(secret, OWNER, text.toString("base64")),
    };
    op.check(entry).set(entry.key, made);
    return made;
  });
}
