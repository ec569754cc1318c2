import {
  createPasswordReset,
  revokePasswordReset,
} from "../team/password_links.ts";
import {
  changeRole as changeRoleSchema,
  inviteInput,
  type NewInvitationView,
} from "../schemas/team.ts";
import { changeRole, removeMember } from "../team/user_management.ts";
import {
  inviteUser,
  resendInvitation,
  revokeInvitation,
} from "../team/invitations.ts";
import { parse } from "../http/body.ts";
import { done } from "./flash.ts";
import type { Action } from "./thrown.ts";

/** A link that a form made, shown this once. */
export type NewLink = {
  text: string;
  url: string;
  to: string;
  expires_at: string;
};

/** Every form of the page Team, by its `action`. */
export const TEAM_ACTIONS: Record<string, Action<NewLink>> = {
  async invite({ app, owner, fields }) {
    const made = await inviteUser(app, owner, parse(inviteInput, fields));
    return { text: `${made.email} is invited.`, ...linkOf(made) };
  },
  async resend({ app, owner, fields: { invitation_id = "" } }) {
    const made = await resendInvitation(app, owner, invitation_id);
    return {
      text: "Here is a new link, good for seven days. The old one has ended.",
      ...linkOf(made),
    };
  },
  async withdraw(page) {
    const { invitation_id = "" } = page.fields;
    await revokeInvitation(page.app, page.owner, invitation_id);
    return done(page, "The invitation is withdrawn. Its link has ended.");
  },
  async role(page) {
    const { app, owner, fields: { user_id = "", ...fields } } = page;
    const { role } = parse(changeRoleSchema, fields);
    const { name } = await changeRole(app, owner, user_id, role);
    const article = role === "owner" ? "an" : "a";
    return done(page, `${name} is now ${article} ${role}.`);
  },
  async remove(page) {
    const { user_id = "" } = page.fields;
    await removeMember(page.app, page.owner, user_id);
    return done(page, "Removed. Their sessions here have ended.");
  },
  async reset({ app, owner, fields: { user_id = "", name = "the member" } }) {
    const made = await createPasswordReset(app, owner, user_id);
    return {
      text: "Here is a link to set a new password.",
      url: made.reset_url,
      to: name,
      expires_at: made.expires_at,
    };
  },
  async withdraw_reset(page) {
    const { user_id = "" } = page.fields;
    await revokePasswordReset(page.app, page.owner, user_id);
    return done(page, "The password link is withdrawn. It opens nothing now.");
  },
};

function linkOf({ invite_url, email, expires_at }: NewInvitationView) {
  return { url: invite_url, to: email, expires_at };
}
