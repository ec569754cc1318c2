import type { Actor } from "../actor.ts";
import type { Context } from "../context.ts";
import type { List, ListQuery } from "../schemas/common.ts";
import type {
  Invitation,
  InvitationView,
  PastInvitation,
} from "../schemas/team.ts";
import { keys } from "../store/keys.ts";
import { listPage } from "../store/list.ts";

/** Lists the invitations of the last weeks and their outcomes, newest first, without their links. */
export async function listPastInvitations(
  app: Context,
  actor: Actor,
  query: ListQuery,
): Promise<List<PastInvitation>> {
  const prefix = keys.invitations(actor.tenant_id);
  const page = await listPage<Invitation>(app.kv, prefix, query);
  const now = app.clock.now();
  return {
    next_cursor: page.next_cursor,
    items: page.items.map(({ value }) => viewInvitation(value, now)),
  };
}

/** Lists those neither accepted nor withdrawn, including expired ones. */
export async function listInvitations(
  app: Context,
  actor: Actor,
  query: ListQuery,
): Promise<List<InvitationView>> {
  const { items, next_cursor } = await listPastInvitations(app, actor, query);
  return {
    next_cursor,
    items: items.flatMap(({ status, at: _, ...view }) =>
      status === "pending" || status === "expired" ? [{ ...view, status }] : []
    ),
  };
}

function viewInvitation(invitation: Invitation, now: number): PastInvitation {
  const { id, email, role, created_at, expires_at } = invitation;
  const { accepted_at, withdrawn_at } = invitation;
  const view = { id, email, role, created_at, expires_at };
  if (accepted_at !== null) {
    return { ...view, status: "accepted", at: accepted_at };
  }
  if (withdrawn_at) return { ...view, status: "withdrawn", at: withdrawn_at };
  const isOpen = Date.parse(expires_at) > now;
  return { ...view, status: isOpen ? "pending" : "expired", at: expires_at };
}
