import { createPasswordReset } from "../password_resets.ts";
import {
  changeRole as changeRoleSchema,
  inviteInput,
  type NewInvitationView,
} from "../schemas/team.ts";
import { changeRole, removeMember } from "../user_management.ts";
import {
  inviteUser,
  resendInvitation,
  revokeInvitation,
} from "../invitations.ts";
import { parse } from "./body.ts";
import type { Action } from "./page.ts";

/** What a form did; a link it made is shown this once. */
export type TeamDone = {
  text: string;
  link?: { url: string; to: string; expires_at: string };
};

/** Every form of the page Team, by its `action`. */
export const TEAM_ACTIONS: Record<string, Action<TeamDone>> = {
  async invite({ app, owner, fields }) {
    const made = await inviteUser(app, owner, parse(inviteInput, fields));
    return { text: `${made.email} is invited.`, link: linkOf(made) };
  },
  async resend({ app, owner, fields: { invitation_id = "" } }) {
    const made = await resendInvitation(app, owner, invitation_id);
    return {
      text: "Here is a new link, good for seven days. The old one has ended.",
      link: linkOf(made),
    };
  },
  async withdraw({ app, owner, fields: { invitation_id = "" } }) {
    await revokeInvitation(app, owner, invitation_id);
    return { text: "The invitation is withdrawn. Its link has ended." };
  },
  async role({ app, owner, fields: { user_id = "", ...fields } }) {
    const { role } = parse(changeRoleSchema, fields);
    const { name } = await changeRole(app, owner, user_id, role);
    const article = role === "owner" ? "an" : "a";
    return { text: `${name} is now ${article} ${role}.` };
  },
  async remove({ app, owner, fields: { user_id = "" } }) {
    await removeMember(app, owner, user_id);
    return { text: "Removed. Their sessions here have ended." };
  },
  async reset({ app, owner, fields: { user_id = "", name = "the member" } }) {
    const made = await createPasswordReset(app, owner, user_id);
    return {
      text: "Here is a link to set a new password.",
      link: { url: made.reset_url, to: name, expires_at: made.expires_at },
    };
  },
};

function linkOf({ invite_url, email, expires_at }: NewInvitationView) {
  return { url: invite_url, to: email, expires_at };
}
