// A member who loses a right while something of theirs is under way.
import assert from "node:assert/strict";
import {
  createPasswordResetByEmail,
  resetPassword,
} from "../lib/accounts/password_resets.ts";
import { endSession, getActor } from "../lib/accounts/sessions.ts";
import { type Actor, type Owner, requireOwner } from "../lib/actor.ts";
import type { Role } from "../lib/schemas/common.ts";
import { acceptAsNewUser } from "../lib/team/accept_invitation.ts";
import { inviteUser } from "../lib/team/invitations.ts";
import { changeRole, removeMember } from "../lib/team/user_management.ts";
import {
  type Member,
  PASSWORD,
  ROOMY,
  type Server,
  signUp,
  startServer,
} from "./harness.ts";
import { localSite } from "./local_site.ts";
import { CALLER } from "./stores.ts";
import { answerAsSite } from "./world.ts";

type Mate = Actor & { cookie: string };

/** A new member of the team, signed in. */
export async function hire(
  { app }: Server,
  owner: Owner,
  role: Role,
): Promise<Mate> {
  const email = `mate-${crypto.randomUUID()}@example.com`;
  const { invite_url } = await inviteUser(app, owner, { email, role });
  const { session_token } = await acceptAsNewUser(
    app,
    invite_url.split("/").at(-1) ?? "",
    { name: "Mate", password: PASSWORD },
    CALLER,
  );
  const actor = await getActor(app, session_token);
  assert.ok(actor);
  return { ...actor, cookie: `twincast_session=${session_token}` };
}

/** The ways to lose a right. */
export const TAKEN: Record<
  string,
  (server: Server, owner: Owner, mate: Mate) => Promise<unknown>
> = {
  removed: ({ app }, owner, { user_id }) => removeMember(app, owner, user_id),
  "made an editor": ({ app }, owner, { user_id }) =>
    changeRole(app, owner, user_id, "editor"),
  "made a viewer": ({ app }, owner, { user_id }) =>
    changeRole(app, owner, user_id, "viewer"),
  "signed out": ({ app }, _, { session_hash }) => endSession(app, session_hash),
  "given another password": async ({ app }, _, { email }) => {
    const { reset_url } = await createPasswordResetByEmail(app, email);
    const token = reset_url.split("/").at(-1) ?? "";
    await resetPassword(app, token, "another password of theirs");
  },
};

export type Opened = AsyncDisposable & {
  server: Server;
  owner: Member;
  actor: Owner;
};

export async function open(): Promise<Opened> {
  const site = localSite(answerAsSite);
  const env = {
    ...ROOMY,
    TWINCAST_LOCAL_HOSTS: site.host,
    TWINCAST_SECRET: "0123456789abcdef0123456789abcdef",
  };
  const server = await startServer({ env });
  // Only the requests change the store.
  await server.app.jobs.close();
  const owner = await signUp(server);
  const actor = await getActor(server.app, owner.cookie.split("=")[1]);
  assert.ok(actor);
  return {
    server,
    owner,
    actor: requireOwner(actor),
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await site[Symbol.asyncDispose]();
    },
  };
}

/** Who may call an operation, and what takes that right away. */
export function waysOf({ access }: { access: string }): string[] {
  const harmless = {
    viewer: [...DEMOTED],
    editor: ["made an editor"],
  }[access] ?? [];
  return Object.keys(TAKEN).filter((way) => !harmless.includes(way));
}

/** Ways that leave a session, with fewer rights. */
export const DEMOTED = new Set(["made an editor", "made a viewer"]);

/** When this is answered, any look-up of the caller before reading the body is done. */
export async function asMember(
  server: Server,
  { cookie }: Mate,
): Promise<void> {
  const response = await server.fetch("/me", { headers: { cookie } });
  await response.body?.cancel();
  assert.equal(response.status, 200);
}
