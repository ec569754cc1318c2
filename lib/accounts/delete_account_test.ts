import { wrappedKv } from "../store/wrapped_kv.ts";
import assert from "node:assert/strict";
import { deleteAccount } from "./delete_account.ts";
import type { App } from "../app.ts";
import { logIn } from "./accounts.ts";
import type { Actor } from "../actor.ts";
import { DAY, HOUR } from "../clock.ts";
import { createContent } from "../content/content.ts";
import { getActor } from "./sessions.ts";
import { acceptAsActor, acceptAsNewUser } from "../team/accept_invitation.ts";
import { inviteUser } from "../team/invitations.ts";
import { changePassword } from "./own_password.ts";
import type { Role } from "../schemas/common.ts";
import { requireShare, setSharing } from "../sharing/share_links.ts";
import { sweep } from "../sweep.ts";
import { renameTenant } from "../team/tenants.ts";
import { createTwin, getTwin, setTwin } from "../twins/twins.ts";
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
} from "../../tests/stores.ts";

/** A second member of the founder's team. */
async function join(
  { app }: Domain,
  owner: Awaited<ReturnType<typeof found>>,
  role: Role,
): Promise<Actor> {
  const { invite_url } = await inviteUser(app, owner, {
    email: "second@example.com",
    role,
  });
  const token = invite_url.split("/").at(-1) ?? "";
  const account = { name: "Second", password: PASSWORD };
  const { session_token } = await acceptAsNewUser(app, token, account, CALLER);
  const actor = await getActor(app, session_token);
  assert.ok(actor);
  return actor;
}

Deno.test("deleteAccount: a team of one goes with the account, for strangers at once and for good after a week", async () => {
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

Deno.test("deleteAccount: the last owner must hand over first; two leaving at once never abandon a team", async () => {
  await using domain = await openDomain();
  const { app, kv } = domain;
  const owner = await found(domain);
  const second = await join(domain, owner, "owner");
  const both = await outcomes([
    deleteAccount(app, owner, PASSWORD),
    deleteAccount(app, second, PASSWORD),
  ]);
  const left = await countEntries(kv, ["memberships", owner.tenant_id]);
  assert.equal(left, 2 - both.kept);
  if (left > 0) {
    // A founder who was left alone meanwhile was told so, and tries again.
    assert.deepEqual(both.codes, ["conflict"]);
    const is_first = await getActor(app, owner.session_token) !== null;
    await deleteAccount(app, is_first ? owner : second, PASSWORD);
  }
  assert.equal(await countEntries(kv, ["memberships"]), 0);
  assert.equal(await countEntries(kv, ["twins_by_tenant"]), 0);
});

Deno.test("deleteAccount: refused for the last owner of a team with others, and nothing is deleted", async () => {
  await using domain = await openDomain();
  const { app, kv } = domain;
  const owner = await found(domain);
  await join(domain, owner, "viewer");
  const before = await Array.fromAsync(kv.list({ prefix: ["twins"] }));
  await assert.rejects(
    deleteAccount(app, owner, PASSWORD),
    refused("conflict"),
  );
  assert.deepEqual(
    await Array.fromAsync(kv.list({ prefix: ["twins"] })),
    before,
  );
  assert.ok(await getActor(app, owner.session_token));
});

/** The app, whose next commit waits until `rival` has run. */
function outrun(app: App, rival: () => Promise<unknown>): App {
  let is_first = true;
  const kv = wrappedKv(app.kv, {
    atomic() {
      const op = app.kv.atomic();
      if (!is_first) return op;
      is_first = false;
      const commit = op.commit.bind(op);
      op.commit = () => rival().then(commit);
      return op;
    },
  });
  return { ...app, kv };
}

Deno.test("deleteAccount: an owner who joins meanwhile keeps the team and its twins", async () => {
  await using domain = await openDomain();
  const { app, kv } = domain;
  const owner = await found(domain);
  const joins = outrun(app, () => join(domain, owner, "owner"));
  await deleteAccount(joins, owner, PASSWORD);
  for (const prefix of ["memberships", "tenants", "twins_by_tenant"]) {
    assert.equal(await countEntries(kv, [prefix]), 1, prefix);
  }
  assert.equal(await getActor(app, owner.session_token), null);
});

Deno.test("deleteAccount: a viewer who joins meanwhile is not left alone", async () => {
  await using domain = await openDomain();
  const { app, kv } = domain;
  const owner = await found(domain);
  const joins = outrun(app, () => join(domain, owner, "viewer"));
  await assert.rejects(
    deleteAccount(joins, owner, PASSWORD),
    refused("conflict"),
  );
  assert.equal(await countEntries(kv, ["memberships"]), 2);
  assert.equal(await countEntries(kv, ["twins_by_tenant"]), 1);
});

Deno.test("deleteAccount: a team joined meanwhile is left too", async () => {
  await using domain = await openDomain();
  const { app, kv } = domain;
  const owner = await found(domain);
  const host = await found(domain);
  const { email, user_id } = owner;
  const guest = { email, role: "viewer" as const };
  const { invite_url } = await inviteUser(app, host, guest);
  const token = invite_url.split("/").at(-1) ?? "";
  const joins = outrun(app, () => acceptAsActor(app, token, owner));
  await deleteAccount(joins, owner, PASSWORD);
  assert.equal(await countEntries(kv, ["tenants_by_user", user_id]), 0);
  assert.equal(await countEntries(kv, ["memberships"]), 1);
});

Deno.test("deleteAccount: handles more twins than fit one commit, and finishes what a stopped process left", async () => {
  await using domain = await openDomain();
  const { app, kv, clock } = domain;
  const owner = await found(domain);
  for (let i = 0; i < 100; i++) await createTwin(app, owner, { name: `T${i}` });
  await deleteAccount(app, owner, PASSWORD);
  assert.equal(await countEntries(kv, ["twins_by_tenant"]), 0);
  const op = kv.atomic();
  const { id } = setTwin(app, op, owner, { name: "Left over" });
  await op.commit();
  clock.advance(2 * HOUR);
  await sweep(app);
  assert.equal(await getTwin(app, id), null);
});

Deno.test("deleteAccount, changePassword: a password changed meanwhile no longer authorises anything", async () => {
  await using domain = await openDomain();
  const { app } = domain;
  const owner = await found(domain);
  const change = (app: App, current_password: string, password: string) =>
    changePassword(app, owner, { current_password, password });
  const both = await outcomes([
    change(app, PASSWORD, "a first new password"),
    change(app, PASSWORD, "a second new password"),
  ]);
  assert.deepEqual(both, { kept: 1, codes: ["invalid_input"] });

  const other = await found(domain);
  const input = { current_password: PASSWORD, password: "yet another one" };
  const changes = outrun(app, () => changePassword(app, other, input));
  await assert.rejects(
    deleteAccount(changes, other, PASSWORD),
    refused("invalid_input"),
  );
  assert.ok(await getActor(app, other.session_token));
});

Deno.test("deleteAccount: password guesses are limited", async () => {
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
