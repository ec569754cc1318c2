import { AppError } from "./errors.ts";
import type { Scope } from "./schemas/api_key.ts";
import type { Role } from "./schemas/common.ts";

/** What a call with an `Idempotency-Key` holds: its first commit notes there what it made. */
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

/** Whoever is signed in, with the role in the session's current tenant. */
export type Actor = {
  user_id: string;
  user_name: string;
  email: string;
  tenant_id: string;
  role: Role;
  session_hash: string;
  /** For work that continues after the request that began it: it ends with the membership, not with the session. */
  outlives_session?: true;
  /** Of a call that must be carried out once. */
  claim?: Claim;
  /** Of a program: the secret key that it calls with, of one twin, and the scope that this call needs. */
  key?: { id: string; hash: string; twin_id: string; scope: Scope };
  /** Of a trial without an account: what it is found by. It ends when the trial does, or is taken over. */
  trial?: { hash: string };
};

/** An actor that may change things. Functions that change something take this type, so none can forget to ask. */
export type Owner = Actor & { role: "owner" };

/** An actor that may change what the twins know: their content, answers and conversations. Every owner is one. */
export type Editor = Actor & { role: "owner" | "editor" };

/** Who began work that continues after their request, as it is stored with the work. */
export type Beginner = Pick<Editor, "user_id" | "user_name" | "email" | "key">;

export function beginnerOf(
  { user_id, user_name, email, key }: Editor,
): Beginner {
  return { user_id, user_name, email, ...key ? { key } : {} };
}

/** Whoever the work is done for: it ends with their membership, as does what they may. */
export function outliving(by: Beginner, tenant_id: string): Editor {
  return {
    ...{ ...by, tenant_id, role: "editor" },
    ...{ session_hash: "", outlives_session: true },
  };
}

/** What each role may do, from the least to the most: who has one may do all of those before it. */
const ROLES: readonly Role[] = ["viewer", "editor", "owner"];

/** Whether a role may do what another may. */
export function includesRole(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}

/** Throws `forbidden` where the actor's role does not include the one that is needed. */
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
