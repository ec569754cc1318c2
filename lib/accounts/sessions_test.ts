import assert from "node:assert/strict";
import { logIn } from "./accounts.ts";
import { DAY, HOUR, MINUTE } from "../clock.ts";
import {
  endSession,
  endSessions,
  getActor,
  listSessions,
  MAX_SESSIONS,
  switchTenant,
} from "./sessions.ts";
import { newToken, sha256 } from "../crypto/secrets.ts";
import { acceptAsActor } from "../team/accept_invitation.ts";
import { inviteUser } from "../team/invitations.ts";
import {
  CALLER,
  type Domain,
  found,
  openDomain,
  PASSWORD,
  refused,
} from "../../tests/stores.ts";

async function logInAgain({ app }: Domain, email: string) {
  const { session_token } = await logIn(
    app,
    { email, password: PASSWORD },
    CALLER,
  );
  return session_token;
}

Deno.test("getActor: a session ends 7 days after its last use", async () => {
  await using domain = await openDomain();
  const { app, clock } = domain;
  const { session_token } = await found(domain);
  clock.advance(7 * DAY - MINUTE);
  assert.ok(await getActor(app, session_token));
  clock.advance(7 * DAY - MINUTE);
  assert.ok(await getActor(app, session_token), "the use before moved the end");
  clock.advance(7 * DAY);
  assert.equal(await getActor(app, session_token), null);
});

Deno.test("getActor: a session ends 30 days after login, however often it is used", async () => {
  await using domain = await openDomain();
  const { app, clock } = domain;
  const { session_token } = await found(domain);
  for (let day = 0; day < 29; day++) {
    clock.advance(DAY);
    assert.ok(await getActor(app, session_token), `day ${day}`);
  }
  clock.advance(DAY - 1);
  assert.ok(await getActor(app, session_token));
  clock.advance(1);
  assert.equal(await getActor(app, session_token), null);
});

Deno.test("getActor: null for anything that is not a session", async () => {
  await using domain = await openDomain();
  const { session_token, session_hash } = await found(domain);
  const wrong = [
    "",
    "null",
    "undefined",
    newToken(),
    session_hash,
    `${session_token}x`,
    session_token.slice(1),
  ];
  for (const token of wrong) {
    assert.equal(await getActor(domain.app, token), null, token);
  }
});

Deno.test("getActor: reading a page does not write every time", async () => {
  await using domain = await openDomain();
  const { app, kv, clock } = domain;
  const { session_token, session_hash } = await found(domain);
  const key = ["dashboard_sessions", session_hash];
  const before = (await kv.get(key)).versionstamp;
  clock.advance(4 * MINUTE);
  await getActor(app, session_token);
  assert.equal((await kv.get(key)).versionstamp, before);
  clock.advance(2 * MINUTE);
  await getActor(app, session_token);
  assert.notEqual((await kv.get(key)).versionstamp, before);
});

Deno.test("endSession: ends this session at once, and no other", async () => {
  await using domain = await openDomain();
  const { app } = domain;
  const owner = await found(domain);
  const other = await logInAgain(domain, owner.email);
  await endSession(app, owner.session_hash);
  await endSession(app, owner.session_hash);
  assert.equal(await getActor(app, owner.session_token), null);
  assert.ok(await getActor(app, other));
  const left = await listSessions(app, owner.user_id);
  assert.deepEqual(left.map((s) => s.token_hash), [sha256(other)]);
});

Deno.test("endSession: a concurrent request that extends the session does not revive it", async () => {
  await using domain = await openDomain();
  const { app, clock } = domain;
  const owner = await found(domain);
  clock.advance(HOUR);
  await Promise.all([
    getActor(app, owner.session_token),
    endSession(app, owner.session_hash),
    getActor(app, owner.session_token),
  ]);
  assert.equal(await getActor(app, owner.session_token), null);
});

Deno.test("endSessions: ends all of a user's sessions but one", async () => {
  await using domain = await openDomain();
  const { app } = domain;
  const owner = await found(domain);
  const others = [
    await logInAgain(domain, owner.email),
    await logInAgain(domain, owner.email),
  ];
  await endSessions(app, owner.user_id, { keep: owner.session_hash });
  assert.ok(await getActor(app, owner.session_token));
  for (const token of others) assert.equal(await getActor(app, token), null);
});

Deno.test("switchTenant: only to a team one belongs to, with one's role there", async () => {
  await using domain = await openDomain();
  const { app } = domain;
  const ada = await found(domain);
  const bob = await found(domain);
  const { invite_url } = await inviteUser(app, ada, {
    email: bob.email,
    role: "viewer",
  });
  await assert.rejects(
    switchTenant(app, bob, ada.tenant_id),
    refused("not_found"),
  );
  await acceptAsActor(app, invite_url.split("/").at(-1) ?? "", bob);
  const there = await getActor(app, bob.session_token);
  assert.deepEqual([there?.tenant_id, there?.role], [ada.tenant_id, "viewer"]);
  await switchTenant(app, bob, bob.tenant_id);
  const back = await getActor(app, bob.session_token);
  assert.deepEqual([back?.tenant_id, back?.role], [bob.tenant_id, "owner"]);
});

Deno.test("logIn: one session too many for an account ends the least recently used one", async () => {
  await using domain = await openDomain();
  const { app, clock } = domain;
  const { user_id, email, session_token } = await found(domain);
  clock.advance(MINUTE);
  const second = await logInAgain(domain, email);
  clock.advance(MINUTE);
  for (let n = 2; n < MAX_SESSIONS; n++) await logInAgain(domain, email);
  assert.ok(await getActor(app, session_token));
  const newest = await logInAgain(domain, email);
  assert.equal(await getActor(app, session_token), null);
  for (const one of [second, newest]) assert.ok(await getActor(app, one));
  assert.equal((await listSessions(app, user_id)).length, MAX_SESSIONS);
});
