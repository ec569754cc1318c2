import type { Actor } from "../actor.ts";
import type { Context } from "../context.ts";
import type { WithAdmission } from "../limits/admission.ts";
import type { WithPasswords } from "./passwords.ts";
import { recordAudit } from "../audit/audit.ts";
import { iso } from "../clock.ts";
import { endOldest, startSession } from "./sessions.ts";
import { AppError } from "../errors.ts";
import { noteFailure } from "./login_floods.ts";
import { listMemberships } from "./memberships.ts";
import {
  admitOrThrow,
  type Caller,
  loginCharges,
  signupCharge,
} from "../limits/policies.ts";
import type {
  Me,
  Membership,
  SignUpInput,
  Tenant,
  User,
} from "../schemas/account.ts";
import { commitWithRetry } from "../store/commit.ts";
import { keys } from "../store/keys.ts";
import { newId } from "../crypto/ids.ts";
import { listAllTwins, setTwin } from "../twins/twins.ts";

/** What a browser receives at sign-in: the session cookie's value, shown nowhere else. */
export type SignedIn = { session_token: string; user_id: string };

/**
 * Adds to a sign-up's commit the transfer of an existing team and twin to the new owner; returns the team's id, or
 * null if there is none.
 */
type TakeOver = (
  op: Deno.AtomicOperation,
) => Promise<string | null>;

/**
 * Creates a tenant, its owner and the first twin in one commit, and signs the owner in; `takeOver` may supply an
 * existing team and twin instead. Throws `conflict` if the e-mail has an account, `forbidden` if sign-up is closed.
 */
export async function signUp(
  app: Context & WithAdmission & WithPasswords,
  input: SignUpInput,
  caller: Caller,
  takeOver: TakeOver = () => Promise.resolve(null),
): Promise<SignedIn> {
  if (app.config.signup === "closed") {
    throw new AppError(
      "forbidden",
      "Sign-up is closed here. Ask someone who has an account to invite you.",
    );
  }
  await admitOrThrow(app, [signupCharge(app, caller)]);
  const now = app.clock.now();
  const user = await newUser(app, input, caller.address);
  return await commitWithRetry(app.kv, async (op) => {
    const taken = await takeOver(op);
    const tenant: Tenant = {
      id: taken ?? newId("tnt", now),
      name: `${input.name}’s team`,
      created_at: iso(now),
    };
    await requireFreeEmail(app, op, user.email);
    addUser(op, user);
    addMembership(op, {
      tenant_id: tenant.id,
      user_id: user.id,
      role: "owner",
      created_at: iso(now),
    });
    op.set(keys.tenant(tenant.id), tenant);
    const actor = {
      tenant_id: tenant.id,
      user_id: user.id,
      user_name: user.name,
    };
    if (!taken) setTwin(app, op, actor, { name: input.twin_name });
    recordAudit(app, op, actor, {
      action: "account.created",
      id: user.id,
      name: user.name,
    });
    return {
      user_id: user.id,
      session_token: startSession(app, op, user, tenant.id, caller),
    };
  });
}

/**
 * Signs in. Throws `unauthorized`, with the same text and after the same time, for an unknown e-mail and a wrong
 * password. Only failures count against the `login` policies.
 */
export async function logIn(
  app: Context & WithAdmission & WithPasswords,
  input: { email: string; password: string },
  caller: Caller,
): Promise<SignedIn> {
  const charges = loginCharges(app, caller, input.email);
  await admitOrThrow(app, charges);
  const user = await getUserByEmail(app, input.email);
  const hash = user?.password_hash ?? null;
  const { address } = caller;
  const is_right = await app.passwords.verify(input.password, hash, address)
    .catch(async (error) => {
      // The hasher was full, which is not a failed attempt.
      await app.admission.refund(charges);
      throw error;
    });
  if (!is_right || !user) {
    await noteFailure(app, input.email, user);
    throw wrongLogin();
  }
  await app.admission.refund(charges);
  const [first] = await listMemberships(app, user.id);
  if (!first) {
    throw new AppError(
      "forbidden",
      "Your account is no longer a member of any team. Ask an owner to invite you again.",
    );
  }
  const session_token = await commitWithRetry(app.kv, async (op) => {
    const entry = await getUser(app, user.id);
    // The password changed during verification.
    if (!entry.value || entry.value.password_hash !== hash) throw wrongLogin();
    op.check(entry);
    return startSession(app, op, entry.value, first.tenant_id, caller);
  });
  await endOldest(app, user.id);
  return { session_token, user_id: user.id };
}

function wrongLogin(): AppError {
  return new AppError(
    "unauthorized",
    "The e-mail or the password is wrong. Check both and try again.",
  );
}

/** Describes the actor with their tenant and its twins. */
export async function describeActor(app: Context, actor: Actor): Promise<Me> {
  const [tenant, twins] = await Promise.all([
    requireTenant(app, actor.tenant_id),
    listAllTwins(app, actor),
  ]);
  return {
    user: {
      id: actor.user_id,
      name: actor.user_name,
      email: actor.email,
      role: actor.role,
    },
    tenant: { id: tenant.id, name: tenant.name },
    twins: twins.map(({ id, name }) => ({ id, name })),
  };
}

export async function requireTenant(
  app: Context,
  tenant_id: string,
): Promise<Tenant> {
  const { value } = await app.kv.get<Tenant>(keys.tenant(tenant_id));
  if (!value) throw new AppError("not_found", "This team does not exist.");
  return value;
}

export async function getUser(
  app: Context,
  user_id: string,
): Promise<Deno.KvEntryMaybe<User>> {
  return await app.kv.get<User>(keys.user(user_id));
}

export async function getUserByEmail(
  app: Context,
  email: string,
): Promise<User | null> {
  const { value } = await app.kv.get<string>(keys.userByEmail(email));
  return value ? (await getUser(app, value)).value : null;
}

/** Builds a user with a hashed password, not yet stored. */
export async function newUser(
  app: Context & WithPasswords,
  input: { name: string; email: string; password: string },
  address: string,
): Promise<User> {
  const now = app.clock.now();
  return {
    id: newId("usr", now),
    name: input.name,
    email: input.email,
    password_hash: await app.passwords.hash(input.password, address),
    created_at: iso(now),
  };
}

/** Adds the uniqueness check on the e-mail to a commit. Throws `conflict` if it is taken. */
export async function requireFreeEmail(
  app: Context,
  op: Deno.AtomicOperation,
  email: string,
): Promise<void> {
  const taken = await app.kv.get(keys.userByEmail(email));
  if (taken.value !== null) {
    throw new AppError(
      "conflict",
      "This e-mail already has an account. Log in instead, or use another e-mail.",
    );
  }
  op.check(taken);
}

export function addUser(op: Deno.AtomicOperation, user: User): void {
  op.set(keys.user(user.id), user);
  op.set(keys.userByEmail(user.email), user.id);
}

export function addMembership(
  op: Deno.AtomicOperation,
  membership: Membership,
): void {
  const { tenant_id, user_id } = membership;
  op.set(keys.membership(tenant_id, user_id), membership);
  op.set(keys.tenantByUser(user_id, tenant_id), true);
}
