import { AppError } from "./errors.ts";
import type { Role } from "./schemas/common.ts";

/** Whoever is signed in, with the role in the session's current tenant. */
export type Actor = {
  user_id: string;
  user_name: string;
  email: string;
  tenant_id: string;
  role: Role;
  session_hash: string;
  /** Of work that goes on after the request that began it: it ends with the membership, not with the session. */
  outlives_session?: true;
};

/** An actor that may change things. Functions that change something take this type, so none can forget to ask. */
export type Owner = Actor & { role: "owner" };

/** The actor as an owner. Throws `forbidden` for a viewer. */
export function requireOwner(actor: Actor): Owner {
  if (actor.role === "owner") return actor as Owner;
  throw new AppError(
    "forbidden",
    "Your role is viewer, which may read but change nothing. Ask an owner of this team.",
  );
}
