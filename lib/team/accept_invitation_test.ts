import assert from "node:assert/strict";
import { requireOwner } from "../actor.ts";
import { signUp } from "../accounts/accounts.ts";
import { DAY } from "../clock.ts";
import { getActor } from "../accounts/sessions.ts";
import { keys } from "../store/keys.ts";
import { listMembers, removeMember } from "./user_management.ts";
import {
  acceptAsActor,
  acceptAsNewUser,
  openInvitation,
} from "./accept_invitation.ts";
import {
  inviteUser,
  resendInvitation,
  revokeInvitation,
} from "./invitations.ts";
import { newToken } from "../crypto/secrets.ts";
import {
  CALLER,
  countEntries,
  found,
  interrupted,
  openDomain,
  outcomes,
  refused,
} from "../../tests/stores.ts";
import { ALL, BOB, join, tokenOf } from "../../tests/team_world.ts";

Deno.test("acceptAsNewUser: creates an account, a membership with the invited role, and a session", async () => {
  await using domain = await openDomain();
  const owner = await found(domain);
  const bob = await join(domain, owner, "viewer", "bob@example.com");
  assert.deepEqual([bob.tenant_id, bob.role], [owner.tenant_id, "viewer"]);
  const { items } = await listMembers(domain.app, owner, ALL);
  assert.equal(items.length, 2);
});

Deno.test("acceptAsNewUser: 50 concurrent accepts of one invitation make one member", async () => {
  await using domain = await openDomain();
  const { app, kv } = domain;
  const owner = await found(domain);
  // Hashing is not part of this race.
  app.passwords.hash = (password) => Promise.resolve(`hashed ${password}`);
  const input = { email: "bob@example.com", role: "viewer" as const };
  const token = tokenOf(await inviteUser(app, owner, input));
  const { kept, codes } = await outcomes(
    Array.from({ length: 50 }, () => acceptAsNewUser(app, token, BOB, CALLER)),
  );
  assert.deepEqual([kept, new Set(codes)], [1, new Set(["expired"])]);
  assert.equal(await countEntries(kv, ["users"]), 2);
  assert.equal(await countEntries(kv, ["memberships", owner.tenant_id]), 2);
  assert.equal(await countEntries(kv, ["dashboard_sessions"]), 2);
});

Deno.test("openInvitation: opening does not use it up", async () => {
  await using domain = await openDomain();
  const owner = await found(domain);
  const token = tokenOf(
    await inviteUser(domain.app, owner, {
      email: "bob@example.com",
      role: "viewer",
    }),
  );
  for (let i = 0; i < 5; i++) {
    const { tenant_name } = await openInvitation(domain.app, token);
    assert.equal(tenant_name, "Ada’s team");
  }
  await acceptAsNewUser(domain.app, token, BOB, CALLER);
});

Deno.test("openInvitation: used, expired, replaced and withdrawn are 410; unknown is 404", async () => {
  await using domain = await openDomain();
  const { app, clock } = domain;
  const owner = await found(domain);
  const invite = async (name: string) =>
    await inviteUser(app, owner, {
      email: `${name}@example.com`,
      role: "viewer",
    });
  const ends = {
    used: await invite("used"),
    replaced: await invite("replaced"),
    withdrawn: await invite("withdrawn"),
    old: await invite("old"),
  };
  await acceptAsNewUser(app, tokenOf(ends.used), BOB, CALLER);
  const fresh = await resendInvitation(app, owner, ends.replaced.id);
  await revokeInvitation(app, owner, ends.withdrawn.id);
  for (const name of ["used", "replaced", "withdrawn"] as const) {
    const token = tokenOf(ends[name]);
    await assert.rejects(openInvitation(app, token), refused("expired"), name);
    await assert.rejects(
      acceptAsNewUser(app, token, BOB, CALLER),
      refused("expired"),
      name,
    );
    await assert.rejects(
      acceptAsActor(app, token, owner),
      refused("expired"),
      name,
    );
  }
  assert.ok(await openInvitation(app, tokenOf(fresh)));
  clock.advance(7 * DAY - 1);
  assert.ok(await openInvitation(app, tokenOf(ends.old)));
  clock.advance(1);
  await assert.rejects(
    openInvitation(app, tokenOf(ends.old)),
    refused("expired"),
  );
  for (const token of ["", "null", "undefined", newToken()]) {
    await assert.rejects(
      openInvitation(app, token),
      refused("not_found"),
      token,
    );
  }
});

Deno.test("acceptAsNewUser: an invitation withdrawn or resent at that moment makes no member", async () => {
  await using domain = await openDomain();
  const { app, kv } = domain;
  const owner = await found(domain);
  for (const end of [revokeInvitation, resendInvitation]) {
    const email = "bob@example.com";
    const made = await inviteUser(app, owner, { email, role: "viewer" });
    const meanwhile = interrupted(kv, () => end(app, owner, made.id));
    await assert.rejects(
      acceptAsNewUser({ ...app, kv: meanwhile }, tokenOf(made), BOB, CALLER),
      refused("expired"),
    );
    assert.equal((await listMembers(app, owner, ALL)).items.length, 1);
  }
});

Deno.test("acceptAsActor: an account accepts its own invitation, and nobody else's", async () => {
  await using domain = await openDomain();
  const { app } = domain;
  const owner = await found(domain);
  const bob = await found(domain);
  const eve = await found(domain);
  const token = tokenOf(
    await inviteUser(app, owner, { email: bob.email, role: "viewer" }),
  );
  await assert.rejects(acceptAsActor(app, token, eve), refused("forbidden"));
  await assert.rejects(
    acceptAsNewUser(app, token, BOB, CALLER),
    refused("conflict"),
  );
  const { kept, codes } = await outcomes(
    Array.from({ length: 10 }, () => acceptAsActor(app, token, bob)),
  );
  assert.deepEqual([kept, new Set(codes)], [1, new Set(["expired"])]);
  assert.equal(
    (await getActor(app, bob.session_token))?.tenant_id,
    owner.tenant_id,
  );
});

Deno.test("acceptAsActor: an older invitation does not change a current member's role", async () => {
  await using domain = await openDomain();
  const { app } = domain;
  const owner = await found(domain);
  const bob = await found(domain);
  const as_viewer = await inviteUser(app, owner, {
    email: bob.email,
    role: "viewer",
  });
  const as_owner = await inviteUser(app, owner, {
    email: bob.email,
    role: "owner",
  });
  await acceptAsActor(app, tokenOf(as_owner), bob);
  // Bob is the last owner now: removing him would leave the team without one.
  await removeMember(app, owner, owner.user_id);
  await assert.rejects(
    acceptAsActor(app, tokenOf(as_viewer), bob),
    refused("expired"),
  );
  assert.equal((await getActor(app, bob.session_token))?.role, "owner");
});

Deno.test("acceptAsNewUser: of two old invitations that did not replace each other, accepting one ends the other", async () => {
  await using domain = await openDomain();
  const { app, kv } = domain;
  const owner = await found(domain);
  const email = "bob@example.com";
  const place = keys.invitationByEmail(owner.tenant_id, email);
  const older = await inviteUser(app, owner, { email, role: "owner" });
  await kv.delete(place);
  const newer = await inviteUser(app, owner, { email, role: "viewer" });
  await kv.delete(place);
  await openInvitation(app, tokenOf(older));
  await acceptAsNewUser(app, tokenOf(newer), BOB, CALLER);
  await assert.rejects(
    openInvitation(app, tokenOf(older)),
    refused("expired"),
  );
});

Deno.test("acceptAsNewUser: an invitation ends with its sender, and belongs to another owner once they resend it", async () => {
  await using domain = await openDomain();
  const { app } = domain;
  const owner = await found(domain);
  const eve = requireOwner(
    await join(domain, owner, "owner", "eve@example.com"),
  );
  const input = { email: "back@example.com", role: "owner" as const };
  const link = await inviteUser(app, eve, input);
  await removeMember(app, owner, eve.user_id);
  await assert.rejects(
    acceptAsNewUser(app, tokenOf(link), BOB, CALLER),
    refused("expired"),
  );
  const again = await resendInvitation(app, owner, link.id);
  await acceptAsNewUser(app, tokenOf(again), BOB, CALLER);
});

Deno.test("acceptAsNewUser: a concurrent sign-up with the same e-mail makes one account", async () => {
  await using domain = await openDomain();
  const { app, kv } = domain;
  const owner = await found(domain);
  const email = "bob@example.com";
  const token = tokenOf(
    await inviteUser(app, owner, { email, role: "viewer" }),
  );
  const { kept, codes } = await outcomes([
    acceptAsNewUser(app, token, BOB, CALLER),
    signUp(app, { ...BOB, email, twin_name: "Bob" }, CALLER),
  ]);
  assert.deepEqual([kept, codes], [1, ["conflict"]]);
  assert.equal(await countEntries(kv, ["users"]), 2);
});
