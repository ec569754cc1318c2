import assert from "node:assert/strict";
import type { Owner } from "../lib/actor.ts";
import { getActor } from "../lib/accounts/sessions.ts";
import { acceptAsNewUser } from "../lib/team/accept_invitation.ts";
import { inviteUser } from "../lib/team/invitations.ts";
import { CALLER, type Domain, PASSWORD } from "./stores.ts";

export const BOB = { name: "Bob", password: PASSWORD };
export const ALL = { limit: 100 };

export function tokenOf({ invite_url }: { invite_url: string }): string {
  return invite_url.split("/").at(-1) ?? "";
}

/** A member of the owner's team, by invitation. */
export async function join(
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
