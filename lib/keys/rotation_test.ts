import assert from "node:assert/strict";
import { DAY, iso } from "../clock.ts";
import { createApiKeyInput } from "../schemas/api_key.ts";
import {
  type Domain,
  found,
  interrupted,
  openDomain,
} from "../../tests/stores.ts";
import { createApiKey, requireApiKey, updateApiKey } from "./api_keys.ts";
import { rotateApiKey } from "./rotation.ts";
import { verifyApiKey, verifyKeyCall } from "./verification.ts";

const ORIGIN = "https://clay.example";

async function openKey(domain: Domain) {
  const owner = await found(domain);
  const input = createApiKeyInput.parse({
    twin_id: owner.twin_id,
    name: "Site",
    allowed_domains: ["clay.example"],
  });
  const made = await createApiKey(domain.app, owner, input);
  const call = (text: string, origin = ORIGIN) =>
    verifyKeyCall(domain.app, {
      ...{ twin_id: owner.twin_id, text, origin, is_own_origin: false },
      ...{ scope: "chat", used_for: "POST /chat-widget/{twin_id}" },
    });
  const isLive = (text: string) =>
    verifyApiKey(domain.app, text, owner.twin_id).then(() => true, () => false);
  return { ...domain, owner, made, call, isLive };
}

Deno.test("rotateApiKey until used: the old key keeps working until the new one is used", async () => {
  await using domain = await openDomain();
  const { app, clock, owner, made, call, isLive } = await openKey(domain);
  const look = { accent_color: "#b4532a", position: "bottom-left" } as const;
  await updateApiKey(app, owner, made.id, { appearance: look });
  const fresh = await rotateApiKey(app, owner, made.id, {
    overlap: "until_used",
  });
  assert.deepEqual(fresh.appearance, look);
  clock.advance(100 * DAY);
  assert.ok(await isLive(made.key));
  // A refused call does not count as use.
  await assert.rejects(call(fresh.key, "https://elsewhere.example"));
  clock.advance(8 * DAY);
  assert.ok(await isLive(made.key));

  await Promise.all([call(fresh.key), call(fresh.key)]);
  const end = clock.now() + 7 * DAY;
  const { value: old } = await requireApiKey(app, owner, made.id);
  assert.equal(old.expires_at, iso(end));
  clock.advance(DAY);
  await call(fresh.key);
  clock.advance(6 * DAY - 1);
  assert.ok(await isLive(made.key));
  clock.advance(1);
  assert.ok(!await isLive(made.key));
  assert.ok(await isLive(fresh.key));
});

Deno.test("rotateApiKey until used: a lost successor is replaced together with its predecessor", async () => {
  await using domain = await openDomain();
  const { app, clock, owner, made, call, isLive } = await openKey(domain);
  const until = { overlap: "until_used" } as const;
  const lost = await rotateApiKey(app, owner, made.id, until);
  const fresh = await rotateApiKey(app, owner, lost.id, until);
  await call(fresh.key);
  clock.advance(7 * DAY);
  assert.deepEqual(
    await Promise.all([made.key, lost.key, fresh.key].map(isLive)),
    [false, false, true],
  );
});

Deno.test("rotateApiKey: a permission taken from a key at the same moment is missing from its successor too", async () => {
  await using domain = await openDomain();
  const { app, owner, made } = await openKey(domain);
  const narrow = { allowed_domains: ["only.example"] };
  const kv = interrupted(
    app.kv,
    () => updateApiKey(app, owner, made.id, narrow),
  );
  const fresh = await rotateApiKey({ ...app, kv }, owner, made.id, {});
  assert.deepEqual(fresh.allowed_domains, ["only.example"]);
});
