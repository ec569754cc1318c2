import assert from "node:assert/strict";
import fc from "fast-check";
import type { Owner } from "../actor.ts";
import { listAudit, recordAudit } from "./audit.ts";
import { exportAudit, gatherAudit, gatherAudits } from "./chain.ts";
import { BrokenLog, entryDigest, linkHash, verifyLog } from "./proof.ts";
import { auditLogLine } from "../schemas/team.ts";
import { commit } from "../store/commit.ts";
import { keys } from "../store/keys.ts";
import {
  countEntries,
  type Domain,
  found,
  interrupted,
  openDomain,
} from "../../tests/stores.ts";

const SECRET = { TWINCAST_SECRET: "0123456789abcdef0123456789abcdef" };

async function record({ app }: Domain, owner: Owner, times: number) {
  for (let i = 0; i < times; i++) {
    const op = app.kv.atomic();
    recordAudit(app, op, owner, {
      action: "tenant.renamed",
      id: owner.tenant_id,
      name: `Name ${i}`,
    });
    await commit(op);
  }
}

async function exported({ app }: Domain, owner: Owner): Promise<string[]> {
  const pieces = await Array.fromAsync(exportAudit(app, owner));
  return pieces.join("").trimEnd().split("\n");
}

Deno.test("audit chain: a log that grew between checkpoints verifies, and is signed to its end", async () => {
  await using domain = await openDomain({ env: SECRET });
  const owner = await found(domain);
  await record(domain, owner, 60);
  await gatherAudits(domain.app);
  await record(domain, owner, 5);
  const lines = await exported(domain, owner);
  const { entries, signed, erased } = verifyLog(lines);
  const all = await countEntries(domain.kv, keys.audits(owner.tenant_id));
  assert.deepEqual([entries, signed, erased], [all, all, 0]);
  assert.ok(lines.filter((line) => /"checkpoint"/.test(line)).length >= 2);
  assert.equal(await countEntries(domain.kv, keys.allNewAudits()), 0);
  // A published entry contains no salt.
  const { items } = await listAudit(domain.app, owner, { limit: 100 });
  assert.ok(!JSON.stringify(items).includes("salt"));
});

Deno.test("audit chain: two concurrent gatherers link each entry once", async () => {
  await using domain = await openDomain({ env: SECRET });
  const owner = await found(domain);
  await record(domain, owner, 130);
  await Promise.all([1, 2, 3].map(() => gatherAudits(domain.app)));
  const { entries } = verifyLog(await exported(domain, owner));
  const all = await countEntries(domain.kv, keys.audits(owner.tenant_id));
  assert.equal(entries, all);
});

Deno.test("audit chain: a latecomer to an older log links nothing twice", async () => {
  await using domain = await openDomain({ env: SECRET });
  const owner = await found(domain);
  await record(domain, owner, 5);
  const { app } = domain;
  const first = () => gatherAudits(app);
  await gatherAudit(
    { ...app, kv: interrupted(app.kv, first) },
    owner.tenant_id,
  );
  const { entries } = verifyLog(await exported(domain, owner));
  const all = await countEntries(domain.kv, keys.audits(owner.tenant_id));
  assert.equal(entries, all);
});

Deno.test("audit chain: an erased entry still verifies; an entry changed in the store does not", async () => {
  await using domain = await openDomain({ env: SECRET });
  const owner = await found(domain);
  await record(domain, owner, 10);
  await gatherAudits(domain.app);
  const prefix = keys.audits(owner.tenant_id);
  const [, , third, fourth] = await Array.fromAsync(
    domain.kv.list<Record<string, unknown>>({ prefix }),
  );
  await domain.kv.delete(third.key);
  const { erased } = verifyLog(await exported(domain, owner));
  assert.equal(erased, 1);
  await domain.kv.set(fourth.key, { ...fourth.value, actor_name: "Eve" });
  const lines = await exported(domain, owner);
  assert.throws(() => verifyLog(lines), /entry 4 was changed/);
});

Deno.test("audit chain: entries older than the chain are chained; without a secret none is signed", async () => {
  await using domain = await openDomain();
  const owner = await found(domain);
  const old = {
    ...{ id: "aud_0", tenant_id: owner.tenant_id, actor_id: null },
    ...{ actor_name: "Ada", action: "tenant.renamed", target_id: "x" },
    ...{ target_name: "Old", at: "2025-01-01T00:00:00.000Z" },
  };
  await domain.kv.set(keys.audit(owner.tenant_id, old.id), old);
  const lines = await exported(domain, owner);
  const { entries, signed } = verifyLog(lines);
  assert.ok(entries > 1 && signed === 0);
  assert.match(lines[1], /"Old"/);
});

Deno.test("verifyLog: detects anything left out, doubled or moved", async () => {
  await using domain = await openDomain({ env: SECRET });
  const owner = await found(domain);
  await record(domain, owner, 12);
  await gatherAudits(domain.app);
  await record(domain, owner, 12);
  const lines = await exported(domain, owner);
  for (let end = 0; end < lines.length - 1; end++) {
    const cut = lines.slice(0, end);
    assert.throws(() => verifyLog(cut), BrokenLog, `cut at ${end}`);
  }
  const place = fc.integer({ min: 1, max: lines.length - 2 });
  const ways = fc.constantFrom("leave out", "double", "swap");
  fc.assert(fc.property(place, ways, (at, way) => {
    const forged = [...lines];
    if (way === "leave out") forged.splice(at, 1);
    else if (way === "double") forged.splice(at, 0, forged[at]);
    else [forged[at], forged[at + 1]] = [forged[at + 1], forged[at]];
    // A missing signature proves less but hides nothing: the next one covers it.
    const is_only_signature = way === "leave out" &&
      /"checkpoint"/.test(lines[at]);
    if (is_only_signature) return void verifyLog(forged);
    // A repeated signature adds nothing.
    if (way === "double" && /"checkpoint"/.test(lines[at])) return;
    assert.throws(() => verifyLog(forged), BrokenLog, `${way} ${at}`);
  }));
  const { public_key } = JSON.parse(lines[0]);
  verifyLog(lines, { public_key });
  assert.throws(
    () => verifyLog(lines, { public_key: "another" }),
    /a different key/,
  );
});

Deno.test("verifyLog: detects a log rewritten from its first entry, even without a checkpoint", async () => {
  await using domain = await openDomain({ env: SECRET });
  const owner = await found(domain);
  await record(domain, owner, 3);
  let hash = "";
  const forged = (await exported(domain, owner)).flatMap((text) => {
    const line = auditLogLine.parse(JSON.parse(text));
    if (line.type === "checkpoint") return [];
    if (line.type === "log" || !line.entry) return [text];
    const { seq, entry: { tenant_id } } = line;
    const entry = { ...line.entry, actor_name: "Eve" };
    const digest = entryDigest(entry);
    hash = linkHash(hash, { tenant_id, seq, digest });
    return [JSON.stringify({ ...line, entry, digest, hash })];
  });
  assert.throws(() => verifyLog(forged), /does not cover the lines before it/);
  // The head cannot be adjusted either.
  const [head, ...rest] = forged;
  const fitting = JSON.stringify({ ...JSON.parse(head), hash });
  assert.throws(() => verifyLog([fitting, ...rest]), /signature is wrong/);
});

Deno.test("verifyLog: every character of a line counts; no field may be added or left out", async () => {
  await using domain = await openDomain({ env: SECRET });
  const owner = await found(domain);
  await record(domain, owner, 1);
  const lines = await exported(domain, owner);
  const isFound = (at: number, line: string) =>
    assert.throws(() => verifyLog(lines.with(at, line)), BrokenLog, line);
  for (const [at, line] of lines.entries()) {
    for (let where = 0; where < line.length; where++) {
      const sign = line[where] === "7" ? "8" : "7";
      isFound(at, line.slice(0, where) + sign + line.slice(where + 1));
    }
    const fields = JSON.parse(line);
    isFound(at, JSON.stringify({ ...fields, note: "x" }));
    for (const name of Object.keys(fields)) {
      isFound(at, JSON.stringify({ ...fields, [name]: undefined }));
    }
    if (!fields.entry) continue;
    const entry = { ...fields.entry, note: "x" };
    isFound(at, JSON.stringify({ ...fields, entry }));
  }
});
