import assert from "node:assert/strict";
import {
  createApiKey,
  listApiKeys,
  listKeyNames,
  revokeApiKey,
  updateApiKey,
} from "./api_keys.ts";
import { listKeyOrigins } from "./callers.ts";
import { rotateApiKey } from "./rotation.ts";
import { verifyApiKey } from "./verification.ts";
import { DAY, iso, MINUTE } from "../clock.ts";
import { newKeyText } from "./format.ts";
import { createApiKeyInput } from "../schemas/api_key.ts";
import { sha256 } from "../crypto/secrets.ts";
import { createTwin } from "../twins/twins.ts";
import { deleteTwin } from "../twins/deletion.ts";
import {
  type Domain,
  entryText,
  found,
  openDomain,
  outcomes,
  refused,
} from "../../tests/stores.ts";

async function makeKey(domain: Domain, input: Record<string, unknown> = {}) {
  const owner = await found(domain);
  const made = await createApiKey(
    domain.app,
    owner,
    createApiKeyInput.parse({ twin_id: owner.twin_id, name: "Site", ...input }),
  );
  return { owner, made, twin_id: owner.twin_id };
}

Deno.test("createApiKey: the key's text is in the answer and nowhere else", async () => {
  await using domain = await openDomain();
  const { app, kv } = domain;
  const { owner, made, twin_id } = await makeKey(domain);
  assert.equal((await verifyApiKey(app, made.key, twin_id)).key.id, made.id);
  const listed = await listApiKeys(app, owner, { limit: 10 });
  assert.ok(!JSON.stringify(listed).includes(made.key));
  assert.ok(!JSON.stringify(listed).includes(sha256(made.key)));
  for await (const entry of kv.list({ prefix: [] })) {
    assert.ok(!entryText(entry).includes(made.key));
  }
});

Deno.test("verifyApiKey: wrong, unknown, revoked, expired and other twins' keys get the same 401", async () => {
  await using domain = await openDomain();
  const { app, clock } = domain;
  const { owner, made, twin_id } = await makeKey(domain);
  const other = await createTwin(app, owner, { name: "Other" });
  const short = await createApiKey(
    app,
    owner,
    createApiKeyInput.parse({
      twin_id,
      name: "Short",
      expires_at: iso(clock.now() + MINUTE),
    }),
  );
  await verifyApiKey(app, short.key, twin_id);
  clock.advance(MINUTE);
  for (
    const [text, twin] of [
      ["", twin_id],
      ["undefined", twin_id],
      [newKeyText("secret"), twin_id],
      [made.key, other.id],
      [made.key, "-"],
      [short.key, twin_id],
      [sha256(made.key), twin_id],
    ]
  ) {
    await assert.rejects(
      verifyApiKey(app, text, twin),
      refused("unauthorized"),
      text,
    );
  }
  await revokeApiKey(app, owner, made.id);
  await assert.rejects(
    verifyApiKey(app, made.key, twin_id),
    refused("unauthorized"),
  );
});

Deno.test("revokeApiKey: of five concurrent calls one revokes, the others find no key", async () => {
  await using domain = await openDomain();
  const { owner, made } = await makeKey(domain);
  const { kept, codes } = await outcomes(
    Array.from({ length: 5 }, () => revokeApiKey(domain.app, owner, made.id)),
  );
  assert.deepEqual([kept, new Set(codes)], [1, new Set(["not_found"])]);
});

Deno.test("rotateApiKey: of five concurrent calls one makes the new key, with the same settings", async () => {
  await using domain = await openDomain();
  const { app } = domain;
  const { owner, made, twin_id } = await makeKey(domain, {
    allowed_domains: ["example.com"],
    rate_limit_per_minute: 7,
  });
  const rotations = await Promise.allSettled(
    Array.from(
      { length: 5 },
      () => rotateApiKey(app, owner, made.id, { overlap_seconds: 0 }),
    ),
  );
  const fresh = rotations.flatMap((r) =>
    r.status === "fulfilled" ? [r.value] : []
  );
  assert.equal(fresh.length, 1);
  assert.deepEqual(fresh[0].allowed_domains, ["example.com"]);
  assert.equal(fresh[0].rate_limit_per_minute, 7);
  await verifyApiKey(app, fresh[0].key, twin_id);
  await assert.rejects(
    verifyApiKey(app, made.key, twin_id),
    refused("unauthorized"),
  );
});

Deno.test("rotateApiKey: the old key works during the overlap and ends with it", async () => {
  await using domain = await openDomain();
  const { app, clock } = domain;
  const { owner, made, twin_id } = await makeKey(domain);
  const fresh = await rotateApiKey(app, owner, made.id, {
    overlap_seconds: 60,
  });
  assert.equal(fresh.expires_at, null);
  clock.advance(MINUTE - 1);
  await verifyApiKey(app, made.key, twin_id);
  clock.advance(1);
  await assert.rejects(
    verifyApiKey(app, made.key, twin_id),
    refused("unauthorized"),
  );
  await verifyApiKey(app, fresh.key, twin_id);
});

Deno.test("rotateApiKey: an overlap does not extend a key that ends sooner", async () => {
  await using domain = await openDomain();
  const { app, clock } = domain;
  const { owner, made, twin_id } = await makeKey(domain, {
    expires_at: iso(domain.clock.now() + MINUTE),
  });
  await rotateApiKey(app, owner, made.id, { overlap_seconds: 3_600 });
  clock.advance(MINUTE);
  await assert.rejects(
    verifyApiKey(app, made.key, twin_id),
    refused("unauthorized"),
  );
});

Deno.test("updateApiKey: a wrong domain changes nothing; an end in the past is refused", async () => {
  await using domain = await openDomain();
  const { app, clock } = domain;
  const { owner, made, twin_id } = await makeKey(domain, {
    allowed_domains: ["example.com"],
  });
  for (
    const input of [
      { name: "New", allowed_domains: ["other.com", "*.com"] },
      { name: "New", expires_at: iso(clock.now()) },
    ]
  ) {
    await assert.rejects(
      updateApiKey(app, owner, made.id, input),
      refused("invalid_input"),
    );
  }
  const { key } = await verifyApiKey(app, made.key, twin_id);
  assert.deepEqual([key.name, key.allowed_domains], ["Site", ["example.com"]]);
});

Deno.test("deleteTwin: its keys are 401 at once, and can no longer be listed or changed", async () => {
  await using domain = await openDomain();
  const { app } = domain;
  const { owner, made, twin_id } = await makeKey(domain);
  await deleteTwin(app, owner, twin_id);
  await assert.rejects(
    verifyApiKey(app, made.key, twin_id),
    refused("unauthorized"),
  );
  assert.deepEqual((await listApiKeys(app, owner, { limit: 10 })).items, []);
  await assert.rejects(revokeApiKey(app, owner, made.id), refused("not_found"));
});

Deno.test("listKeyOrigins: the origins of the last seven days, allowed or refused", async () => {
  await using domain = await openDomain();
  const { app, clock } = domain;
  const { owner, made } = await makeKey(domain);
  app.key_uses.note(made.id, "https://old.example", "GET /x");
  clock.advance(6 * DAY);
  app.key_uses.note(made.id, "https://a.example", "GET /x");
  clock.advance(MINUTE);
  app.key_uses.note(made.id, "https://b.example", null);
  clock.advance(MINUTE);
  app.key_uses.note(made.id, "https://a.example", null);
  const { origins } = await listKeyOrigins(app, owner, made.id);
  assert.deepEqual(
    origins.map(({ origin, allowed, refused }) => [origin, allowed, refused]),
    [
      ["https://a.example", 1, 1],
      ["https://b.example", 0, 1],
      ["https://old.example", 1, 0],
    ],
  );
  clock.advance(DAY);
  assert.equal((await listKeyOrigins(app, owner, made.id)).origins.length, 2);
});

Deno.test("listKeyNames: names keys by id, including revoked ones, but none of another team", async () => {
  await using domain = await openDomain();
  const { app } = domain;
  const { owner, made } = await makeKey(domain);
  await revokeApiKey(app, owner, made.id);
  const names = await listKeyNames(app, owner, [made.id, made.id, "key_none"]);
  assert.deepEqual([...names], [[made.id, "Site"]]);
  const other = { ...owner, tenant_id: "tnt_other" };
  assert.equal((await listKeyNames(app, other, [made.id])).size, 0);
});

Deno.test("createApiKey: limits a team's keys per day, rotations included, without affecting others", async () => {
  const env = { TWINCAST_LIMIT_TEAM_KEYS: "3/86400s" };
  await using domain = await openDomain({ env });
  const { app, clock } = domain;
  const { owner, made, twin_id } = await makeKey(domain);
  const make = () =>
    createApiKey(
      app,
      owner,
      createApiKeyInput.parse({ twin_id, name: "Site" }),
    );
  const next = await rotateApiKey(app, owner, made.id, {});
  await revokeApiKey(app, owner, next.id);
  const { kept, codes } = await outcomes([make(), make(), make()]);
  assert.equal(kept, 1);
  assert.deepEqual(codes, ["rate_limited", "rate_limited"]);
  await makeKey(domain);
  clock.advance(DAY + 30 * MINUTE);
  await make();
});
