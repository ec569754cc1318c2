import assert from "node:assert/strict";
import { DAY } from "../clock.ts";
import { sweep } from "../sweep.ts";
import { listMembers } from "./user_management.ts";
import { acceptAsNewUser, openInvitation } from "./accept_invitation.ts";
import {
  inviteUser,
  resendInvitation,
  revokeInvitation,
} from "./invitations.ts";
import { listInvitations, listPastInvitations } from "./invitation_lists.ts";
import {
  CALLER,
  countEntries,
  found,
  openDomain,
  outcomes,
  refused,
  staying,
} from "../../tests/stores.ts";
import { ALL, BOB, tokenOf } from "../../tests/team_world.ts";

Deno.test("listInvitations: pending and expired ones, never the link; accepted ones are gone", async () => {
  await using domain = await openDomain();
  const { app, clock } = domain;
  const owner = staying(await found(domain));
  const first = await inviteUser(app, owner, {
    email: "a@example.com",
    role: "owner",
  });
  clock.advance(8 * DAY);
  const second = await inviteUser(app, owner, {
    email: "b@example.com",
    role: "viewer",
  });
  const { items } = await listInvitations(app, owner, ALL);
  assert.deepEqual(items.map(({ id, status }) => [id, status]), [
    [second.id, "pending"],
    [first.id, "expired"],
  ]);
  for (const view of [first, second]) {
    assert.ok(!JSON.stringify(items).includes(tokenOf(view)));
  }
  await acceptAsNewUser(app, tokenOf(second), BOB, CALLER);
  assert.equal((await listInvitations(app, owner, ALL)).items.length, 1);
});

Deno.test("resendInvitation: two concurrent calls each show a link, and one of them works", async () => {
  await using domain = await openDomain();
  const { app } = domain;
  const owner = await found(domain);
  const { id } = await inviteUser(app, owner, {
    email: "bob@example.com",
    role: "viewer",
  });
  const views = await Promise.all([
    resendInvitation(app, owner, id),
    resendInvitation(app, owner, id),
  ]);
  const { kept } = await outcomes(
    views.map((v) => openInvitation(app, tokenOf(v))),
  );
  assert.equal(kept, 1);
});

Deno.test("resendInvitation: sweeping the first link leaves the new one alone", async () => {
  await using domain = await openDomain();
  const { app, clock } = domain;
  const owner = staying(await found(domain));
  const { id } = await inviteUser(app, owner, {
    email: "bob@example.com",
    role: "viewer",
  });
  clock.advance(36 * DAY);
  const fresh = await resendInvitation(app, owner, id);
  clock.advance(2 * DAY);
  await sweep(app);
  assert.ok(await openInvitation(app, tokenOf(fresh)));
  clock.advance(40 * DAY);
  await sweep(app);
  assert.equal(await countEntries(app.kv, ["user_invitations"]), 0);
});

Deno.test("listPastInvitations: shows what became of each; a withdrawn one cannot be opened or resent", async () => {
  await using domain = await openDomain();
  const { app, clock } = domain;
  const owner = staying(await found(domain));
  const invite = (email: string) =>
    inviteUser(app, owner, { email, role: "viewer" });
  await invite("late@example.com");
  clock.advance(8 * DAY);
  const withdrawn = await invite("gone@example.com");
  await revokeInvitation(app, owner, withdrawn.id);
  const accepted = await invite("bob@example.com");
  await acceptAsNewUser(app, tokenOf(accepted), BOB, CALLER);
  await invite("soon@example.com");
  const { items } = await listPastInvitations(app, owner, ALL);
  assert.deepEqual(
    Object.fromEntries(items.map(({ email, status }) => [email, status])),
    {
      "late@example.com": "expired",
      "gone@example.com": "withdrawn",
      "bob@example.com": "accepted",
      "soon@example.com": "pending",
    },
  );
  assert.equal((await listInvitations(app, owner, ALL)).items.length, 2);
  await assert.rejects(
    openInvitation(app, tokenOf(withdrawn)),
    refused("expired"),
  );
  for (const again of [revokeInvitation, resendInvitation]) {
    await assert.rejects(again(app, owner, withdrawn.id), refused("not_found"));
  }
});

Deno.test("inviteUser: a member is not invited again; another tenant's invitation is not found", async () => {
  await using domain = await openDomain();
  const { app } = domain;
  const owner = await found(domain);
  const other = await found(domain);
  await assert.rejects(
    inviteUser(app, owner, { email: owner.email, role: "viewer" }),
    refused("conflict"),
  );
  const { id } = await inviteUser(app, owner, {
    email: "bob@example.com",
    role: "viewer",
  });
  await assert.rejects(resendInvitation(app, other, id), refused("not_found"));
  await assert.rejects(revokeInvitation(app, other, id), refused("not_found"));
});

Deno.test("inviteUser: a new invitation replaces the address's earlier one; two concurrent ones leave one", async () => {
  await using domain = await openDomain();
  const { app } = domain;
  const owner = await found(domain);
  const email = "bob@example.com";
  const invite = (role: "owner" | "viewer") =>
    inviteUser(app, owner, { email, role });
  const first = await invite("owner");
  const links = [
    first,
    ...await Promise.all([invite("owner"), invite("viewer"), invite("owner")]),
    await invite("viewer"),
  ];
  const last = links.pop();
  assert.ok(last);
  for (const link of links) {
    await assert.rejects(
      acceptAsNewUser(app, tokenOf(link), BOB, CALLER),
      refused("expired"),
    );
  }
  const pending = (await listInvitations(app, owner, ALL)).items;
  assert.deepEqual(pending.map(({ id }) => id), [last.id]);
  await acceptAsNewUser(app, tokenOf(last), BOB, CALLER);
  const members = (await listMembers(app, owner, ALL)).items;
  assert.equal(members.find((one) => one.email === email)?.role, "viewer");
  for (const link of links) {
    await assert.rejects(
      openInvitation(app, tokenOf(link)),
      refused("expired"),
    );
  }
});

Deno.test("inviteUser: limits a team's invitations per day, without mail and by new links too", async () => {
  const env = { TWINCAST_LIMIT_TEAM_INVITES: "3/86400s" };
  await using domain = await openDomain({ env });
  const { app } = domain;
  const [owner, other] = [await found(domain), await found(domain)];
  const invite = (by = owner) =>
    inviteUser(app, by, {
      email: `${crypto.randomUUID()}@example.com`,
      role: "viewer",
    });
  const { id } = await invite();
  await resendInvitation(app, owner, id);
  const { kept, codes } = await outcomes([invite(), invite(), invite()]);
  assert.equal(kept, 1);
  assert.deepEqual(codes, ["rate_limited", "rate_limited"]);
  await assert.rejects(
    resendInvitation(app, owner, id),
    refused("rate_limited"),
  );
  await invite(other);
});
