import { wrappedKv } from "./store/wrapped_kv.ts";
import assert from "node:assert/strict";
import { logIn } from "./accounts/accounts.ts";
import { changePassword } from "./accounts/own_password.ts";
import {
  createPasswordResetByEmail,
  resetPassword,
} from "./accounts/password_resets.ts";
import { endSession, getActor, listSessions } from "./accounts/sessions.ts";
import type { Owner } from "./actor.ts";
import { commitAs } from "./authority.ts";
import { createContent } from "./content/content.ts";
import { acceptAsActor } from "./team/accept_invitation.ts";
import { inviteUser } from "./team/invitations.ts";
import { changeRole, removeMember } from "./team/user_management.ts";
import {
  CALLER,
  type Domain,
  found,
  interrupted,
  openDomain,
  PASSWORD,
  refused,
} from "../tests/stores.ts";

const KEY = ["changed"];

/** A second owner of the first one's team, signed in there. */
async function join(domain: Domain, ada: Owner): Promise<Owner> {
  const bob = await found(domain);
  const invited = { email: bob.email, role: "owner" as const };
  const { invite_url } = await inviteUser(domain.app, ada, invited);
  await acceptAsActor(domain.app, invite_url.split("/").at(-1) ?? "", bob);
  return { ...bob, tenant_id: ada.tenant_id };
}

const WAYS = {
  async removed({ app }: Domain, ada: Owner, bob: Owner) {
    await removeMember(app, ada, bob.user_id);
    return "unauthorized" as const;
  },
  async "made a viewer"({ app }: Domain, ada: Owner, bob: Owner) {
    await changeRole(app, ada, bob.user_id, "viewer");
    return "forbidden" as const;
  },
  async "signed out"({ app }: Domain, _: Owner, bob: Owner) {
    await endSession(app, bob.session_hash);
    return "unauthorized" as const;
  },
  async "given a new password elsewhere"(
    { app }: Domain,
    _: Owner,
    bob: Owner,
  ) {
    const { email } = bob;
    const login = { email, password: PASSWORD };
    const { session_token } = await logIn(app, login, CALLER);
    const elsewhere = await getActor(app, session_token);
    assert.ok(elsewhere);
    const input = {
      current_password: PASSWORD,
      password: "a new password now",
    };
    await changePassword(app, elsewhere, input);
    return "unauthorized" as const;
  },
};

for (const [way, take] of Object.entries(WAYS)) {
  Deno.test(`commitAs: changes nothing when the actor is ${way} between reading and committing`, async () => {
    await using domain = await openDomain();
    const ada = await found(domain);
    const bob = await join(domain, ada);
    let code: "unauthorized" | "forbidden" | undefined;
    const kv = interrupted(domain.kv, async () => {
      code = await take(domain, ada, bob);
    });
    const app = { ...domain.app, kv };
    const change = commitAs(app, bob, (op) => void op.set(KEY, true));
    await assert.rejects(change, (error) => refused(code ?? "internal")(error));
    assert.equal((await domain.kv.get(KEY)).value, null);
  });
}

Deno.test("createContent: a long text is not saved when its author is removed meanwhile", async () => {
  await using domain = await openDomain();
  const ada = await found(domain);
  const bob = await join(domain, ada);
  const kv = interrupted(
    domain.kv,
    () => removeMember(domain.app, ada, bob.user_id),
  );
  const input = {
    title: "Late",
    body: "Word. ".repeat(80_000),
    visibility: "private" as const,
    source_url: null,
  };
  await assert.rejects(
    createContent({ ...domain.app, kv }, bob, ada.twin_id, input),
  );
  const items = domain.kv.list({ prefix: ["content", ada.twin_id] });
  assert.deepEqual(await Array.fromAsync(items), []);
});

Deno.test("commitAs: mere use of the session meanwhile is no conflict", async () => {
  await using domain = await openDomain();
  const ada = await found(domain);
  domain.clock.advance(10 * 60_000);
  // Its record is rewritten after five minutes.
  const kv = interrupted(
    domain.kv,
    () => getActor(domain.app, ada.session_token),
  );
  await commitAs({ ...domain.app, kv }, ada, (op) => void op.set(KEY, true));
  assert.equal((await domain.kv.get(KEY)).value, true);
});

Deno.test("getActor: a new password ends the other sessions in its own commit", async () => {
  await using domain = await openDomain();
  const { app } = domain;
  const ada = await found(domain);
  const { reset_url } = await createPasswordResetByEmail(app, ada.email);
  // The process ends right after the commit that sets it: no session is deleted any more.
  const kv = wrappedKv(domain.kv, {
    list() {
      throw new Error("The process has ended");
    },
  });
  const token = reset_url.split("/").at(-1) ?? "";
  await resetPassword({ ...app, kv }, token, "a new password now").catch(
    () => {},
  );
  assert.equal(await getActor(app, ada.session_token), null);
  assert.deepEqual(await listSessions(app, ada.user_id), []);
});
