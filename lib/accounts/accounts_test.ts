import assert from "node:assert/strict";
import { logIn, signUp } from "./accounts.ts";
import { listAudit } from "../audit/audit.ts";
import { getActor } from "./sessions.ts";
import { AppError, isAppError } from "../errors.ts";
import { keys } from "../store/keys.ts";
import {
  CALLER,
  countEntries,
  found,
  openDomain,
  outcomes,
  PASSWORD,
  refused,
} from "../../tests/stores.ts";

const ADA = {
  name: "Ada",
  email: "ada@example.com",
  password: PASSWORD,
  twin_name: "Ada",
};

Deno.test("signUp: creates a tenant, its owner, an unshared twin and a session", async () => {
  await using domain = await openDomain();
  const { app, kv } = domain;
  const { session_token, user_id } = await signUp(app, ADA, CALLER);
  const actor = await getActor(app, session_token);
  assert.equal(actor?.user_id, user_id);
  assert.equal(actor?.role, "owner");
  assert.equal(await countEntries(kv, ["tenants"]), 1);
  assert.equal(await countEntries(kv, ["twins"]), 1);
  const [link] = await Array.fromAsync(
    kv.list<{ public_share_enabled: boolean }>({ prefix: ["share_links"] }),
  );
  assert.equal(link.value.public_share_enabled, false);
});

Deno.test("signUp: ten concurrent sign-ups with one e-mail: one wins, the others leave nothing behind", async () => {
  await using domain = await openDomain();
  const { app, kv } = domain;
  const { kept, codes } = await outcomes(
    Array.from({ length: 10 }, () => signUp(app, ADA, CALLER)),
  );
  assert.deepEqual([kept, new Set(codes)], [1, new Set(["conflict"])]);
  for (
    const prefix of [
      "tenants",
      "users",
      "users_by_email",
      "twins",
      "memberships",
      "dashboard_sessions",
      "share_links",
    ]
  ) assert.equal(await countEntries(kv, [prefix]), 1, prefix);
});

Deno.test("signUp: refused when sign-up is closed", async () => {
  await using domain = await openDomain({ env: { TWINCAST_SIGNUP: "closed" } });
  await assert.rejects(signUp(domain.app, ADA, CALLER), refused("forbidden"));
  assert.equal(await countEntries(domain.kv, ["users"]), 0);
});

Deno.test("logIn: each login gets its own session", async () => {
  await using domain = await openDomain();
  const { app } = domain;
  const first = await signUp(app, ADA, CALLER);
  const second = await logIn(app, ADA, CALLER);
  assert.notEqual(first.session_token, second.session_token);
  assert.equal((await getActor(app, second.session_token))?.email, ADA.email);
  assert.ok(await getActor(app, first.session_token));
});

Deno.test("logIn: an unknown e-mail and a wrong password get the same answer", async () => {
  await using domain = await openDomain();
  const { app } = domain;
  await signUp(app, ADA, CALLER);
  const said: string[] = [];
  for (
    const wrong of [
      { ...ADA, password: "wrong horse battery" },
      { ...ADA, email: "nobody@example.com" },
      {
        ...ADA,
        email: "nobody@example.com",
        password: "nobody has this password",
      },
    ]
  ) {
    const error = await logIn(app, wrong, CALLER).catch((error) => error);
    assert.ok(isAppError(error) && error.code === "unauthorized");
    said.push(error.message);
  }
  assert.equal(new Set(said).size, 1);
});

Deno.test("logIn: ten failures lock an e-mail for one address only", async () => {
  await using domain = await openDomain();
  const { app, clock } = domain;
  await signUp(app, ADA, CALLER);
  const wrong = { ...ADA, password: "wrong horse battery" };
  for (let i = 0; i < 10; i++) {
    await assert.rejects(logIn(app, wrong, CALLER), refused("unauthorized"));
  }
  await assert.rejects(logIn(app, wrong, CALLER), refused("rate_limited"));
  await assert.rejects(logIn(app, ADA, CALLER), refused("rate_limited"));
  const elsewhere = { ...CALLER, address: "192.0.2.2" };
  assert.ok(await logIn(app, ADA, elsewhere));
  clock.advance(16 * 60_000);
  assert.ok(await logIn(app, ADA, CALLER));
});

Deno.test("logIn: made-up e-mails from one address count together and lock out nobody elsewhere", async () => {
  await using domain = await openDomain({
    env: { TWINCAST_LIMIT_LOGIN_ADDRESS: "3/900s" },
  });
  const { app } = domain;
  await signUp(app, ADA, CALLER);
  const guess = (i: number) =>
    logIn(app, { email: `made-up${i}@example.com`, password: "x" }, CALLER);
  for (let i = 0; i < 3; i++) {
    await assert.rejects(guess(i), refused("unauthorized"));
  }
  await assert.rejects(guess(3), refused("rate_limited"));
  await assert.rejects(logIn(app, ADA, CALLER), refused("rate_limited"));
  assert.ok(await logIn(app, ADA, { ...CALLER, address: "192.0.2.2" }));
});

Deno.test("logIn: a login turned away by a full queue does not count as a failure", async () => {
  await using domain = await openDomain({
    env: { TWINCAST_LIMIT_LOGIN: "1/900s" },
  });
  const { app } = domain;
  await signUp(app, ADA, CALLER);
  const verify = app.passwords.verify.bind(app.passwords);
  app.passwords.verify = () =>
    Promise.reject(new AppError("unavailable", "Too many people."));
  await assert.rejects(logIn(app, ADA, CALLER), refused("unavailable"));
  app.passwords.verify = verify;
  assert.ok(await logIn(app, ADA, CALLER));
});

Deno.test("logIn: guesses from many addresses show in Activity once an hour and lock nobody out", async () => {
  await using domain = await openDomain({
    env: { TWINCAST_LIMIT_LOGIN_ACCOUNT: "5/900s" },
  });
  const { app } = domain;
  const owner = await found(domain);
  const guess = async (address: string, email: string) => {
    const wrong = { email, password: "wrong horse battery" };
    const login = logIn(app, wrong, { ...CALLER, address });
    await assert.rejects(login, refused("unauthorized"));
  };
  const told = async () =>
    (await listAudit(app, owner, { limit: 100 })).items
      .filter(({ action }) => action === "account.login_flood");
  for (let i = 0; i < 5; i++) await guess(`192.0.2.${i}`, owner.email);
  assert.deepEqual(await told(), []);
  for (let i = 5; i < 10; i++) await guess(`192.0.2.${i}`, owner.email);
  const [entry, ...more] = await told();
  assert.deepEqual(more, []);
  assert.equal(entry.target_id, owner.user_id);
  assert.equal(entry.actor_id, null);
  for (let i = 0; i < 8; i++) await guess(`192.0.2.${i}`, "no@example.com");
  assert.equal((await told()).length, 1);
  const right = { email: owner.email, password: PASSWORD };
  assert.ok(await logIn(app, right, { ...CALLER, address: "192.0.2.99" }));
});

Deno.test("logIn: successful logins count against no limit", async () => {
  await using domain = await openDomain({
    env: { TWINCAST_LIMIT_LOGIN: "2/900s" },
  });
  const { app, clock } = domain;
  await signUp(app, ADA, CALLER);
  for (let i = 0; i < 5; i++) {
    await logIn(app, ADA, CALLER);
    clock.advance(16_000);
  }
});

Deno.test("logIn: a login in progress when the password changes signs nobody in", async () => {
  await using domain = await openDomain();
  const { app, kv } = domain;
  const owner = await found(domain);
  const verify = app.passwords.verify.bind(app.passwords);
  app.passwords.verify = async (password, hash, by) => {
    const matches = await verify(password, hash, by);
    const user = await kv.get<object>(keys.user(owner.user_id));
    await kv.set(user.key, { ...user.value, password_hash: "another" });
    return matches;
  };
  await assert.rejects(
    logIn(app, { email: owner.email, password: PASSWORD }, CALLER),
    refused("unauthorized"),
  );
  assert.equal(await countEntries(kv, ["dashboard_sessions"]), 1);
});
