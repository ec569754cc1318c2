import assert from "node:assert/strict";
import { logIn } from "./accounts.ts";
import { requireOwner } from "../actor.ts";
import { DAY } from "../clock.ts";
import { getActor } from "./sessions.ts";
import { changePassword } from "./own_password.ts";
import { createPasswordReset } from "../team/password_links.ts";
import {
  createPasswordResetByEmail,
  openPasswordReset,
  resetPassword,
} from "./password_resets.ts";
import { newToken } from "../crypto/secrets.ts";
import {
  CALLER,
  found,
  openDomain,
  outcomes,
  PASSWORD,
  refused,
} from "../../tests/stores.ts";

const NEW_PASSWORD = "new correct horse battery";

function tokenOf({ reset_url }: { reset_url: string }): string {
  return reset_url.split("/").at(-1) ?? "";
}

Deno.test("resetPassword: sets the password once and ends every session", async () => {
  await using domain = await openDomain();
  const { app } = domain;
  const owner = await found(domain);
  const { email } = owner;
  const token = tokenOf(await createPasswordReset(app, owner, owner.user_id));
  await openPasswordReset(app, token);
  await resetPassword(app, token, NEW_PASSWORD);
  assert.equal(await getActor(app, owner.session_token), null);
  await assert.rejects(
    logIn(app, { email, password: PASSWORD }, CALLER),
    refused("unauthorized"),
  );
  await logIn(app, { email, password: NEW_PASSWORD }, CALLER);
  await assert.rejects(resetPassword(app, token, PASSWORD), refused("expired"));
});

Deno.test("resetPassword: ten concurrent uses of one link: one sets its password", async () => {
  await using domain = await openDomain();
  const { app } = domain;
  const owner = await found(domain);
  const { email } = owner;
  const token = tokenOf(
    await createPasswordResetByEmail(app, ` ${email.toUpperCase()} `),
  );
  const passwords = Array.from(
    { length: 10 },
    (_, i) => `${NEW_PASSWORD} ${i}`,
  );
  const { kept, codes } = await outcomes(
    passwords.map((password) => resetPassword(app, token, password)),
  );
  assert.deepEqual([kept, new Set(codes)], [1, new Set(["expired"])]);
  const logins = await outcomes(
    passwords.slice(0, 9).map((password) =>
      logIn(app, { email, password }, CALLER)
    ),
  );
  const last = await outcomes([
    logIn(app, { email, password: passwords[9] }, {
      ...CALLER,
      address: "192.0.2.9",
    }),
  ]);
  assert.equal(logins.kept + last.kept, 1);
});

Deno.test("resetPassword: a link expires after 24 hours; expired and unknown links get the same answer", async () => {
  await using domain = await openDomain();
  const { app, clock } = domain;
  const owner = await found(domain);
  const token = tokenOf(await createPasswordReset(app, owner, owner.user_id));
  clock.advance(DAY - 1);
  await openPasswordReset(app, token);
  clock.advance(1);
  for (const wrong of [token, newToken(), "", "null", "undefined"]) {
    await assert.rejects(openPasswordReset(app, wrong), refused("expired"));
    await assert.rejects(
      resetPassword(app, wrong, NEW_PASSWORD),
      refused("expired"),
    );
  }
});

Deno.test("resetPassword: a new password ends the account's other links", async () => {
  await using domain = await openDomain();
  const { app } = domain;
  const owner = await found(domain);
  const first = tokenOf(await createPasswordReset(app, owner, owner.user_id));
  const second = tokenOf(await createPasswordReset(app, owner, owner.user_id));
  await resetPassword(app, second, NEW_PASSWORD);
  await assert.rejects(openPasswordReset(app, first), refused("expired"));
  const again = { email: owner.email, password: NEW_PASSWORD };
  const { session_token } = await logIn(app, again, CALLER);
  const actor = await getActor(app, session_token);
  assert.ok(actor);
  const back = requireOwner(actor);
  const third = tokenOf(await createPasswordReset(app, back, owner.user_id));
  await changePassword(app, back, {
    current_password: NEW_PASSWORD,
    password: PASSWORD,
  });
  await assert.rejects(openPasswordReset(app, third), refused("expired"));
});

Deno.test("createPasswordReset: only for members of one's own team", async () => {
  await using domain = await openDomain();
  const { app } = domain;
  const owner = await found(domain);
  const other = await found(domain);
  await assert.rejects(
    createPasswordReset(app, owner, other.user_id),
    refused("not_found"),
  );
  await assert.rejects(
    createPasswordResetByEmail(app, "nobody@example.com"),
    refused("not_found"),
  );
});

Deno.test("changePassword: asks for the current one, keeps this session and ends the others", async () => {
  await using domain = await openDomain();
  const { app } = domain;
  const owner = await found(domain);
  const { email } = owner;
  const other = await logIn(app, { email, password: PASSWORD }, CALLER);
  const change = {
    current_password: "wrong horse battery",
    password: NEW_PASSWORD,
  };
  await assert.rejects(
    changePassword(app, owner, change),
    refused("invalid_input"),
  );
  assert.ok(await getActor(app, other.session_token));
  await changePassword(app, owner, { ...change, current_password: PASSWORD });
  assert.ok(await getActor(app, owner.session_token));
  assert.equal(await getActor(app, other.session_token), null);
  await logIn(app, { email, password: NEW_PASSWORD }, CALLER);
});
