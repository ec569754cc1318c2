import { AppError } from "./errors.ts";
import type { Scope } from "./schemas/api_key.ts";
import type { Role } from "./schemas/common.ts";

/** Held by a call with an `Idempotency-Key`: its first commit records what it created. */
export type Claim = {
  key: Deno.KvKey;
  versionstamp: string;
  value: {
    fingerprint: string;
    state: "begun" | "made";
    at_ms: number;
    made_id?: string;
    answer?: { status: number; body: string; type?: string };
  };
};

/** A signed-in user, with their role in the session's current tenant. */
export type Actor = {
  user_id: string;
  user_name: string;
  email: string;
  tenant_id: string;
  role: Role;
  session_hash: string;
  /** For work that outlasts its request: it ends with the membership, not with the session. */
  outlives_session?: true;
  /** For a call that must be carried out once. */
  claim?: Claim;
  /** For a program: the secret key it uses, the key's twin, and the scope that this call needs. */
  key?: { id: string; hash: string; twin_id: string; scope: Scope };
  /** For a trial without an account: the hash it is stored by. Ends when the trial expires or is taken over. */
  trial?: { hash: string };
};

/** An actor who may change things. Functions that change something take this type, so none can forget the check. */
export type Owner = Actor & { role: "owner" };

/** An actor who may change what the twins know: content, answers and conversations. Every owner is one. */
export type Editor = Actor & { role: "owner" | "editor" };

/** Who started work that outlasts its request, as stored with the work. */
export type Beginner = Pick<Editor, "user_id" | "user_name" | "email" | "key">;

export function beginnerOf(
  { user_id, user_name, email, key }: Editor,
): Beginner {
  return { user_id, user_name, email, ...key ? { key } : {} };
}

/** The actor on whose behalf the work is done: it ends with their membership, and their role limits it. */
export function outliving(by: Beginner, tenant_id: string): Editor {
  return {
    ...{ ...by, tenant_id, role: "editor" },
    ...{ session_hash: "", outlives_session: true },
  };
}

/** Roles from the least to the most powerful: each includes those before it. */
const ROLES: readonly Role[] = ["viewer", "editor", "owner"];

/** Whether a role includes another. */
export function includesRole(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}

/** Throws `forbidden` if the actor's role does not include the needed one. */
export function requireRole(actor: Actor, needed: Role): void {
  if (includesRole(actor.role, needed)) return;
  const may = actor.role === "viewer"
    ? "Your role is viewer, which can read but not change anything."
    : "Your role is editor, which covers content, answers and conversations, but not this.";
  throw new AppError("forbidden", `${may} Ask an owner of this team.`);
}

/** The actor as an owner. Throws `forbidden` for anybody else. */
export function requireOwner(actor: Actor): Owner {
  requireRole(actor, "owner");
  return actor as Owner;
}

/** The actor as an editor. Throws `forbidden` for a viewer. */
export function requireEditor(actor: Actor): Editor {
  requireRole(actor, "editor");
  return actor as Editor;
}
