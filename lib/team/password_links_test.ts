import assert from "node:assert/strict";
import { logIn } from "../accounts/accounts.ts";
import {
  openPasswordReset,
  resetPassword,
} from "../accounts/password_resets.ts";
import type { Owner } from "../actor.ts";
import { DAY, HOUR } from "../clock.ts";
import { sha256 } from "../crypto/secrets.ts";
import { sweep } from "../sweep.ts";
import {
  CALLER,
  countEntries,
  type Domain,
  found,
  interrupted,
  openDomain,
  PASSWORD,
  refused,
  staying,
} from "../../tests/stores.ts";
import { acceptAsActor, acceptAsNewUser } from "./accept_invitation.ts";
import { inviteUser } from "./invitations.ts";
import {
  createPasswordReset,
  listPasswordResets,
  revokePasswordReset,
} from "./password_links.ts";
import { changeRole, removeMember } from "./user_management.ts";

const NEW_PASSWORD = "new correct horse battery";
const ALL = { limit: 100 };

function tokenOf(link: { reset_url: string } | { invite_url: string }) {
  const url = "reset_url" in link ? link.reset_url : link.invite_url;
  return url.split("/").at(-1) ?? "";
}

/** Joins a team with the account of another. */
async function joinAs(domain: Domain, owner: Owner, whom: Owner) {
  const invited = { email: whom.email, role: "owner" as const };
  const link = await inviteUser(domain.app, owner, invited);
  await acceptAsActor(domain.app, tokenOf(link), whom);
}

/** A member whose account belongs only to the owner's team. */
async function employ(domain: Domain, owner: Owner, role: "owner" | "viewer") {
  const email = `${role}${Math.random()}@example.com`;
  const link = await inviteUser(domain.app, owner, { email, role });
  const input = { name: "Bob", password: PASSWORD };
  const made = await acceptAsNewUser(domain.app, tokenOf(link), input, CALLER);
  return { email, ...made };
}

async function requireOldPassword({ app }: Domain, email: string) {
  await logIn(app, { email, password: PASSWORD }, CALLER);
}

Deno.test("createPasswordReset: refused for an account that also belongs to another team", async () => {
  await using domain = await openDomain();
  const { app, kv } = domain;
  const ada = await found(domain);
  const bob = await found(domain);
  await joinAs(domain, ada, bob);
  await assert.rejects(
    createPasswordReset(app, ada, bob.user_id),
    refused("conflict"),
  );
  assert.equal(await countEntries(kv, ["password_resets"]), 0);
});

Deno.test("createPasswordReset: refused if the account joins another team at that moment", async () => {
  await using domain = await openDomain();
  const ada = await found(domain);
  const bob = await found(domain);
  const { user_id, email, session_token } = await employ(domain, ada, "owner");
  // Signed in with another session, which moves to the other team.
  const session_hash = sha256(session_token);
  const member = { ...ada, user_id, email, session_hash };
  const kv = interrupted(domain.kv, () => joinAs(domain, bob, member));
  await assert.rejects(
    createPasswordReset({ ...domain.app, kv }, ada, user_id),
    refused("conflict"),
  );
  assert.equal(await countEntries(domain.kv, ["password_resets"]), 0);
});

Deno.test("resetPassword: a link says who made it and for which team", async () => {
  await using domain = await openDomain();
  const ada = await found(domain);
  const { user_id } = await employ(domain, ada, "viewer");
  const link = await createPasswordReset(domain.app, ada, user_id);
  const { made_by } = await openPasswordReset(domain.app, tokenOf(link));
  assert.deepEqual(made_by, { name: "Ada", tenant_name: "Ada’s team" });
});

const ENDS = {
  async "its maker was removed"({ app }: Domain, ada: Owner, bob: Owner) {
    await removeMember(app, ada, bob.user_id);
  },
  async "its maker is a viewer now"({ app }: Domain, ada: Owner, bob: Owner) {
    await changeRole(app, ada, bob.user_id, "viewer");
  },
  async "the member was removed"(
    { app }: Domain,
    ada: Owner,
    _: Owner,
    user_id: string,
  ) {
    await removeMember(app, ada, user_id);
  },
  async "it was withdrawn"(
    { app }: Domain,
    ada: Owner,
    _: Owner,
    user_id: string,
  ) {
    await revokePasswordReset(app, ada, user_id);
  },
  async "a newer one was made"(
    { app }: Domain,
    ada: Owner,
    _: Owner,
    user_id: string,
  ) {
    await createPasswordReset(app, ada, user_id);
  },
};

for (const [reason, end] of Object.entries(ENDS)) {
  Deno.test(`resetPassword: a link is refused once ${reason}, even during the reset`, async () => {
    for (const is_during of [false, true]) {
      await using domain = await openDomain();
      const { app } = domain;
      const ada = await found(domain);
      const bob = await found(domain);
      await joinAs(domain, ada, bob);
      const maker = { ...bob, tenant_id: ada.tenant_id };
      const { user_id, email } = await employ(domain, ada, "viewer");
      const token = tokenOf(await createPasswordReset(app, maker, user_id));
      const before = () => end(domain, ada, bob, user_id);
      if (!is_during) await before();
      const kv = is_during ? interrupted(domain.kv, before) : domain.kv;
      await assert.rejects(
        resetPassword({ ...app, kv }, token, NEW_PASSWORD),
        refused("expired"),
      );
      // A former member of any team is told so: the password was right.
      const login = logIn(app, { email, password: PASSWORD }, CALLER);
      if (reason !== "the member was removed") await login;
      else await assert.rejects(login, refused("forbidden"));
    }
  });
}

Deno.test("resetPassword: a link is refused once the account has joined another team, even during the reset", async () => {
  for (const is_during of [false, true]) {
    await using domain = await openDomain();
    const { app } = domain;
    const ada = await found(domain);
    const eve = await found(domain);
    const { user_id, email } = await employ(domain, ada, "viewer");
    const token = tokenOf(await createPasswordReset(app, ada, user_id));
    const joined = async () => {
      const link = await inviteUser(app, eve, { email, role: "owner" });
      const member = { ...staying(ada), user_id, email };
      await acceptAsActor(app, tokenOf(link), { ...member, role: "viewer" });
    };
    if (!is_during) await joined();
    const kv = is_during ? interrupted(domain.kv, joined) : domain.kv;
    await assert.rejects(
      resetPassword({ ...app, kv }, token, NEW_PASSWORD),
      refused("expired"),
    );
    await requireOldPassword(domain, email);
  }
});

Deno.test("resetPassword: a link from before links named their maker is refused", async () => {
  await using domain = await openDomain();
  const { app, kv } = domain;
  const ada = await found(domain);
  const token = tokenOf(await createPasswordReset(app, ada, ada.user_id));
  for await (const { key, value } of kv.list({ prefix: ["password_resets"] })) {
    const { made_by: _, ...old } = value as Record<string, unknown>;
    await kv.set(key, old);
  }
  await assert.rejects(openPasswordReset(app, token), refused("expired"));
});

Deno.test("listPasswordResets: links of one's own team that still work, never their text", async () => {
  await using domain = await openDomain();
  const { app, clock, kv } = domain;
  const ada = staying(await found(domain));
  const eve = await found(domain);
  const { user_id, email } = await employ(domain, ada, "viewer");
  const link = await createPasswordReset(app, ada, user_id);
  const { items } = await listPasswordResets(app, ada, ALL);
  const { expires_at } = link;
  assert.deepEqual(items, [
    { user_id, name: "Bob", email, created_by: "Ada", expires_at },
  ]);
  assert.deepEqual((await listPasswordResets(app, eve, ALL)).items, []);
  await assert.rejects(
    revokePasswordReset(app, eve, user_id),
    refused("not_found"),
  );
  clock.advance(DAY);
  assert.deepEqual((await listPasswordResets(app, ada, ALL)).items, []);
  const again = await createPasswordReset(app, ada, user_id);
  clock.advance(2 * HOUR);
  await sweep(app);
  // Sweeping the first leaves the second in place.
  assert.equal((await listPasswordResets(app, ada, ALL)).items.length, 1);
  await resetPassword(app, tokenOf(again), NEW_PASSWORD);
  assert.deepEqual((await listPasswordResets(app, ada, ALL)).items, []);
  clock.advance(2 * DAY);
  await sweep(app);
  assert.equal(await countEntries(kv, ["password_resets"]), 0);
  assert.equal(await countEntries(kv, ["password_resets_by_member"]), 0);
});
