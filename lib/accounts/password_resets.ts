import { commit, commitWithRetry } from "../store/commit.ts";
import { getUser, getUserByEmail } from "./accounts.ts";
import type { Context } from "../context.ts";
import type { WithPasswords } from "./passwords.ts";
import { passwordMark } from "../authority.ts";
import { DAY, iso } from "../clock.ts";
import { endSessions } from "./sessions.ts";
import { AppError } from "../errors.ts";
import type { Membership, Tenant, User } from "../schemas/account.ts";
import type { PasswordResetLinkView } from "../schemas/team.ts";
import { expiryKey } from "../store/expiries.ts";
import { renewCacheEpoch } from "../store/record_cache.ts";
import { keys } from "../store/keys.ts";
import { newToken, sha256 } from "../crypto/secrets.ts";

const RESET_MS = DAY;

export type PasswordReset = {
  user_id: string;
  /** The hash of the password it replaces: any change of password ends the link. */
  replaces: string;
  expires_at: string;
  /** The owner who created it and their team; null if it was created on the server itself. */
  made_by: { tenant_id: string; user_id: string } | null;
};

/** Who created the link, shown on its page; null if it was created on the server itself. */
type MadeBy = { name: string; tenant_name: string } | null;

/** A link that can still set a password, and the entries a commit checks to ensure that. */
type OpenReset = {
  user: User;
  made_by: MadeBy;
  rests_on: Deno.KvEntryMaybe<unknown>[];
};

/** Creates a link for whoever has a shell on the server. Throws `not_found` for an unknown e-mail. */
export async function createPasswordResetByEmail(
  app: Context,
  email: string,
): Promise<PasswordResetLinkView> {
  const user = await getUserByEmail(app, email.trim().toLowerCase());
  if (!user) {
    throw new AppError("not_found", `No account has the e-mail ${email}.`);
  }
  return await commitWithRetry(
    app.kv,
    (op) => Promise.resolve(setReset(app, op, user, null).link),
  );
}

/** Adds a new link to a commit; returns it and the hash it is stored by. */
export function setReset(
  app: Context,
  op: Deno.AtomicOperation,
  user: User,
  made_by: PasswordReset["made_by"],
  lasts_ms = RESET_MS,
): { link: PasswordResetLinkView; hash: string } {
  const token = newToken();
  const hash = sha256(token);
  const now = app.clock.now();
  const expires_at = iso(now + lasts_ms);
  const replaces = passwordMark(user);
  const reset: PasswordReset = {
    user_id: user.id,
    replaces,
    expires_at,
    made_by,
  };
  const key = keys.passwordReset(hash);
  op.set(key, reset);
  op.set(expiryKey(now + lasts_ms, "delete", key), null);
  const reset_url = `${app.config.base_url}/reset/${token}`;
  return { link: { reset_url, expires_at }, hash };
}

/**
 * Returns whose password a link sets, and who created it. Does not use the link up. Throws `expired` if it no longer
 * works.
 */
export async function openPasswordReset(
  app: Context,
  token: string,
): Promise<OpenReset> {
  return await openReset(app, sha256(token));
}

/** Like `openPasswordReset`, for a link identified by its hash. */
export async function openReset(
  app: Context,
  hash: string,
): Promise<OpenReset> {
  const entry = await app.kv.get<PasswordReset>(keys.passwordReset(hash));
  const reset = entry.value;
  const stored = reset && await getUser(app, reset.user_id);
  const user = stored?.value;
  if (
    !reset || !user || reset.replaces !== passwordMark(user) ||
    // From before links recorded their creator.
    reset.made_by === undefined ||
    Date.parse(reset.expires_at) <= app.clock.now()
  ) {
    throw ended(
      "This link has been used or withdrawn, or has expired. Ask for a new one on the log-in page or from an owner of your team.",
    );
  }
  const rests_on = [entry, stored];
  if (reset.made_by === null) return { user, made_by: null, rests_on };
  const maker = await readMaker(app, reset.made_by, user.id);
  return {
    user,
    made_by: maker.made_by,
    rests_on: [...rests_on, ...maker.rests_on],
  };
}

/** Reads the owner responsible for a link. Throws `expired` if they no longer have power over the account. */
async function readMaker(
  app: Context,
  { tenant_id, user_id: maker_id }: NonNullable<PasswordReset["made_by"]>,
  user_id: string,
) {
  const [power, member, maker, tenant] = await app.kv.getMany<
    [Membership, Membership, User, Tenant]
  >([
    keys.membership(tenant_id, maker_id),
    keys.membership(tenant_id, user_id),
    keys.user(maker_id),
    keys.tenant(tenant_id),
  ]);
  if (power.value?.role !== "owner" || !maker.value || !tenant.value) {
    throw ended(
      "The person who made this link is no longer an owner of the team. Ask an owner for a new one.",
    );
  }
  if (!member.value || await belongsElsewhere(app, user_id, tenant_id)) {
    throw ended(
      "This account has joined or left a team since the link was made, so the link no longer works. Ask whoever runs this server for a new one.",
    );
  }
  const made_by = { name: maker.value.name, tenant_name: tenant.value.name };
  return { made_by, rests_on: [power, member] };
}

/**
 * Whether an account belongs to any other team. Joining a team also writes the account's record, so a commit that
 * checks a previously read record notices.
 */
export async function belongsElsewhere(
  app: Context,
  user_id: string,
  tenant_id: string,
): Promise<boolean> {
  const teams = app.kv.list({ prefix: keys.tenantsByUser(user_id) });
  for await (const { key } of teams) if (key[2] !== tenant_id) return true;
  return false;
}

function ended(detail: string): AppError {
  return new AppError("expired", detail);
}

/**
 * Sets the password and uses up the link in one commit, which also checks that the link's creator still has the
 * right; ends every session of the account.
 */
export async function resetPassword(
  app: Context & WithPasswords,
  token: string,
  password: string,
): Promise<void> {
  const { user: owner } = await openPasswordReset(app, token);
  const password_hash = await app.passwords.hash(password, owner.id);
  const user_id = await commitWithRetry(app.kv, async (op) => {
    const { user, rests_on } = await openPasswordReset(app, token);
    op.check(...rests_on).delete(keys.passwordReset(sha256(token)))
      .set(keys.user(user.id), { ...user, password_hash });
    renewCacheEpoch(op);
    return user.id;
  });
  await endSessions(app, user_id);
}

/** Removes a member's index entry for their reset link; a newer link has its own note. */
export async function removePasswordLink(app: Context, key: Deno.KvKey) {
  const place = await app.kv.get<string>(key);
  if (!place.value) return null;
  const link = await app.kv.get<PasswordReset>(keys.passwordReset(place.value));
  const until = Date.parse(link.value?.expires_at ?? "");
  if (until > app.clock.now()) return null;
  await commit(app.kv.atomic().check(place).delete(key));
  return null;
}
