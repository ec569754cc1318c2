import assert from "node:assert/strict";
import { deleteAccount } from "./account_deletion.ts";
import { logIn } from "./accounts.ts";
import type { Actor } from "./actor.ts";
import { DAY } from "./clock.ts";
import { createContent } from "./content.ts";
import { getActor } from "./dashboard_sessions.ts";
import { acceptAsNewUser } from "./invitation_acceptance.ts";
import { inviteUser } from "./invitations.ts";
import { requireShare, setSharing } from "./share_links.ts";
import { sweep } from "./sweep.ts";
import { renameTenant } from "./tenants.ts";
import {
  CALLER,
  countEntries,
  type Domain,
  entryText,
  found,
  openDomain,
  outcomes,
  PASSWORD,
  refused,
} from "../tests/stores.ts";

/** A second owner of the founder's team. */
async function join(
  { app }: Domain,
  owner: Awaited<ReturnType<typeof found>>,
): Promise<Actor> {
  const { invite_url } = await inviteUser(app, owner, {
    email: "second@example.com",
    role: "owner",
  });
  const token = invite_url.split("/").at(-1) ?? "";
  const account = { name: "Second", password: PASSWORD };
  const { session_token } = await acceptAsNewUser(app, token, account, CALLER);
  const actor = await getActor(app, session_token);
  assert.ok(actor);
  return actor;
}

Deno.test("deleteAccount: a team of one goes with it, at once for strangers and wholly after a week", async () => {
  await using domain = await openDomain();
  const { app, kv, clock } = domain;
  const owner = await found(domain, "gone@example.com");
  const { twin_id } = owner;
  await createContent(app, owner, twin_id, {
    title: "Tea",
    body: "I drink oolong tea.",
    visibility: "public",
  });
  await renameTenant(app, owner, "The potters");
  await inviteUser(app, owner, { email: "open@example.com", role: "viewer" });
  const { share_token } = await setSharing(app, owner, twin_id, true);

  await assert.rejects(
    deleteAccount(app, owner, "not the password"),
    refused("invalid_input"),
  );
  assert.ok(await requireShare(app, twin_id, share_token));
  await deleteAccount(app, owner, PASSWORD);
  await assert.rejects(requireShare(app, twin_id, share_token));
  assert.equal(await getActor(app, owner.session_token), null);
  const login = { email: "gone@example.com", password: PASSWORD };
  await assert.rejects(logIn(app, login, CALLER), refused("unauthorized"));

  for (const days of [8, 60]) {
    clock.advance(days * DAY);
    await sweep(app);
  }
  for await (const entry of kv.list({ prefix: [] })) {
    const text = entryText(entry);
    assert.ok(!/gone@|open@|oolong|potters/.test(text), text);
    assert.ok(!text.includes(owner.tenant_id), text);
  }
  assert.ok(await found(domain, "gone@example.com"));
});

Deno.test("deleteAccount: the last owner of others hands over first, and of two who leave at once none leaves a team behind", async () => {
  await using domain = await openDomain();
  const { app, kv } = domain;
  const owner = await found(domain);
  const second = await join(domain, owner);
  const both = await outcomes([
    deleteAccount(app, owner, PASSWORD),
    deleteAccount(app, second, PASSWORD),
  ]);
  const left = await countEntries(kv, ["memberships", owner.tenant_id]);
  assert.equal(left, 2 - both.kept);
  if (left > 0) {
    // Whoever found themselves alone in the middle of it was told so, and does it again.
    assert.deepEqual(both.codes, ["conflict"]);
    const is_first = await getActor(app, owner.session_token) !== null;
    await deleteAccount(app, is_first ? owner : second, PASSWORD);
  }
  assert.equal(await countEntries(kv, ["memberships"]), 0);
  assert.equal(await countEntries(kv, ["twins_by_tenant"]), 0);
});

Deno.test("deleteAccount: guesses at the password are limited", async () => {
  await using domain = await openDomain({
    env: { TWINCAST_LIMIT_LOGIN: "3/15m" },
  });
  const { app } = domain;
  const owner = await found(domain);
  const guesses = [1, 2, 3, 4].map(() => deleteAccount(app, owner, "a guess"));
  const { codes } = await outcomes(guesses);
  assert.equal(codes.filter((code) => code === "rate_limited").length, 1);
  await assert.rejects(
    deleteAccount(app, owner, PASSWORD),
    refused("rate_limited"),
  );
});
