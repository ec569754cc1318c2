import assert from "node:assert/strict";
import { type Owner, requireOwner } from "../actor.ts";
import { signUp } from "../accounts/accounts.ts";
import { DAY } from "../clock.ts";
import { getActor } from "../accounts/sessions.ts";
import { keys } from "../store/keys.ts";
import { sweep } from "../sweep.ts";
import { changeRole, listMembers, removeMember } from "./user_management.ts";
import {
  acceptAsActor,
  acceptAsNewUser,
  openInvitation,
} from "./accept_invitation.ts";
import {
  inviteUser,
  listInvitations,
  listPastInvitations,
  resendInvitation,
  revokeInvitation,
} from "./invitations.ts";
import { newToken } from "../crypto/secrets.ts";
import {
  CALLER,
  countEntries,
  type Domain,
  found,
  interrupted,
  openDomain,
  outcomes,
  PASSWORD,
  refused,
  staying,
} from "../../tests/stores.ts";

const BOB = { name: "Bob", password: PASSWORD };
const ALL = { limit: 100 };

function tokenOf({ invite_url }: { invite_url: string }): string {
  return invite_url.split("/").at(-1) ?? "";
}

/** A member of the owner's team, by invitation. */
async function join(
  { app }: Domain,
  owner: Owner,
  role: "owner" | "viewer",
  email: string,
) {
  const token = tokenOf(await inviteUser(app, owner, { email, role }));
  const { session_token } = await acceptAsNewUser(app, token, BOB, CALLER);
  const actor = await getActor(app, session_token);
  assert.ok(actor);
  return { ...actor, session_token };
}

Deno.test("acceptAsNewUser: an account, a membership with the invited role, and a session", async () => {
  await using domain = await openDomain();
  const owner = await found(domain);
  const bob = await join(domain, owner, "viewer", "bob@example.com");
  assert.deepEqual([bob.tenant_id, bob.role], [owner.tenant_id, "viewer"]);
  const { items } = await listMembers(domain.app, owner, ALL);
  assert.equal(items.length, 2);
});

Deno.test("acceptAsNewUser: of 50 accepts of one invitation at once one makes a member", async () => {
  await using domain = await openDomain();
  const { app, kv } = domain;
  const owner = await found(domain);
  // Hashing is not what races here.
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

Deno.test("openInvitation: opening uses nothing up", async () => {
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
    assert.equal(tenant_name, "Ada's team");
  }
  await acceptAsNewUser(domain.app, token, BOB, CALLER);
});

Deno.test("openInvitation: used, too old, replaced and withdrawn are 410; what never was is 404", async () => {
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

Deno.test("listInvitations: says pending and expired, never the link; accepted ones are gone", async () => {
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

Deno.test("resendInvitation: of two at once the links of both are told, and one of them works", async () => {
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

Deno.test("resendInvitation: the sweep of the first link leaves the new one alone", async () => {
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

Deno.test("listPastInvitations: says what became of each; a withdrawn one cannot be opened or sent again", async () => {
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

Deno.test("acceptAsNewUser: an invitation withdrawn or sent again at this very moment makes no member", async () => {
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

Deno.test("acceptAsActor: an older invitation changes no role a member has by now", async () => {
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
  // Bob is the last owner now: taking the viewer's place would leave the team without one.
  await removeMember(app, owner, owner.user_id);
  await assert.rejects(
    acceptAsActor(app, tokenOf(as_viewer), bob),
    refused("expired"),
  );
  assert.equal((await getActor(app, bob.session_token))?.role, "owner");
});

Deno.test("inviteUser: a new invitation ends the earlier one of that address; two at once leave one", async () => {
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

Deno.test("acceptAsNewUser: of two invitations from before one ended the other, the one accepted ends the other", async () => {
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

Deno.test("acceptAsNewUser: an invitation ends with whoever made it, and is another owner's once they send it again", async () => {
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

Deno.test("changeRole: the last owner demoted ten times at once stays an owner", async () => {
  await using domain = await openDomain();
  const { app } = domain;
  const owner = await found(domain);
  await join(domain, owner, "viewer", "bob@example.com");
  const { kept, codes } = await outcomes([
    ...Array.from(
      { length: 5 },
      () => changeRole(app, owner, owner.user_id, "viewer"),
    ),
    ...Array.from({ length: 5 }, () => removeMember(app, owner, owner.user_id)),
  ]);
  assert.deepEqual([kept, new Set(codes)], [0, new Set(["conflict"])]);
  assert.equal((await getActor(app, owner.session_token))?.role, "owner");
});

Deno.test("changeRole: of two owners who demote or remove each other at once one stays", async () => {
  await using domain = await openDomain();
  const { app } = domain;
  for (const remove of [false, true]) {
    const ada = await found(domain);
    const bob = requireOwner(
      await join(domain, ada, "owner", `bob${remove}@example.com`),
    );
    const demote = (by: Owner, whom: Owner) =>
      remove
        ? removeMember(app, by, whom.user_id)
        : changeRole(app, by, whom.user_id, "viewer");
    const { kept, codes } = await outcomes([
      demote(ada, bob),
      demote(bob, ada),
    ]);
    const refusal = remove ? "unauthorized" : "forbidden";
    assert.deepEqual([kept, codes], [1, [refusal]]);
    const members = (await listMembers(app, ada, ALL)).items;
    assert.equal(members.filter(({ role }) => role === "owner").length, 1);
  }
});

Deno.test("changeRole: of three owners any two may go at once, never all", async () => {
  await using domain = await openDomain();
  const { app } = domain;
  const ada = await found(domain);
  const all = [
    ada,
    ...await Promise.all(
      ["b", "c"].map(async (name) =>
        requireOwner(await join(domain, ada, "owner", `${name}@example.com`))
      ),
    ),
  ];
  await outcomes(
    all.map((whom, i) =>
      changeRole(app, all[(i + 1) % 3], whom.user_id, "viewer")
    ),
  );
  const { items } = await listMembers(app, ada, ALL);
  assert.ok(items.some(({ role }) => role === "owner"));
});

Deno.test("removeMember: the member's session is over at once, and the member is gone", async () => {
  await using domain = await openDomain();
  const { app } = domain;
  const owner = await found(domain);
  const bob = await join(domain, owner, "owner", "bob@example.com");
  await removeMember(app, owner, bob.user_id);
  assert.equal(await getActor(app, bob.session_token), null);
  await assert.rejects(
    removeMember(app, owner, bob.user_id),
    refused("not_found"),
  );
  assert.equal((await listMembers(app, owner, ALL)).items.length, 1);
});

Deno.test("removeMember: a member of another tenant is not found", async () => {
  await using domain = await openDomain();
  const { app } = domain;
  const owner = await found(domain);
  const other = await found(domain);
  await assert.rejects(
    removeMember(app, owner, other.user_id),
    refused("not_found"),
  );
  await assert.rejects(
    changeRole(app, owner, other.user_id, "viewer"),
    refused("not_found"),
  );
});

Deno.test("acceptAsNewUser: against a sign-up with the same e-mail at once one account is made", async () => {
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
