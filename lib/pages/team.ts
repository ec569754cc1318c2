import { z } from "zod";
import {
  createPasswordReset,
  revokePasswordReset,
} from "../team/password_links.ts";
import { tenantInput } from "../schemas/account.ts";
import {
  changeRoleInput,
  inviteInput,
  type NewInvitationView,
} from "../schemas/team.ts";
import {
  changeRole,
  removeMember,
  withArticle,
} from "../team/user_management.ts";
import {
  inviteUser,
  resendInvitation,
  revokeInvitation,
} from "../team/invitations.ts";
import { renameTenant } from "../team/tenants.ts";
import { resumeMail } from "../team/reachable.ts";
import type { Context } from "../context.ts";
import { sendsMail } from "../mail/outbox.ts";
import type { NewLink } from "../views/team.ts";
import { redirectWithFlash } from "./flash.ts";
import { type Action, action } from "./form.ts";

const ofInvitation = z.object({ invitation_id: z.string().default("") });
const ofMember = z.object({ user_id: z.string().default("") });

/** Every form of the Team page, by its `action`. */
export const TEAM_ACTIONS: Record<string, Action<NewLink>> = {
  invite: action({
    schema: inviteInput,
    async run({ app, owner }, input) {
      const made = await inviteUser(app, owner, input);
      return { text: `${made.email} is invited.`, ...linkOf(app, made) };
    },
  }),
  resend: action({
    schema: ofInvitation,
    async run({ app, owner }, { invitation_id }) {
      const made = await resendInvitation(app, owner, invitation_id);
      return {
        text:
          "Here is a new link, valid for seven days. The old one no longer works.",
        ...linkOf(app, made),
      };
    },
  }),
  withdraw: action({
    schema: ofInvitation,
    async run(page, { invitation_id }) {
      await revokeInvitation(page.app, page.owner, invitation_id);
      return redirectWithFlash(
        page,
        "The invitation is withdrawn. Its link no longer works.",
      );
    },
  }),
  rename_team: action({
    schema: tenantInput,
    async run(page, input) {
      const { name } = await renameTenant(page.app, page.owner, input.name);
      return redirectWithFlash(page, `The team is now called ${name}.`);
    },
  }),
  role: action({
    schema: changeRoleInput.extend(ofMember.shape),
    async run(page, { user_id, role }) {
      const { name } = await changeRole(page.app, page.owner, user_id, role);
      return redirectWithFlash(page, `${name} is now ${withArticle(role)}.`);
    },
  }),
  remove: action({
    schema: ofMember,
    async run(page, { user_id }) {
      await removeMember(page.app, page.owner, user_id);
      return redirectWithFlash(
        page,
        "Removed. Their sessions here have ended.",
      );
    },
  }),
  resume_mail: action({
    schema: ofMember,
    async run(page, { user_id }) {
      await resumeMail(page.app, page.owner, user_id);
      return redirectWithFlash(page, "Mail to this address is on again.");
    },
  }),
  reset: action({
    schema: ofMember.extend({ name: z.string().default("the member") }),
    async run({ app, owner }, { user_id, name }) {
      const made = await createPasswordReset(app, owner, user_id);
      return {
        text: "Here is a link to set a new password.",
        url: made.reset_url,
        to: name,
        expires_at: made.expires_at,
        is_mailed: false,
      };
    },
  }),
  withdraw_reset: action({
    schema: ofMember,
    async run(page, { user_id }) {
      await revokePasswordReset(page.app, page.owner, user_id);
      return redirectWithFlash(
        page,
        "The password link is withdrawn. It no longer works.",
      );
    },
  }),
};

function linkOf(
  app: Context,
  { invite_url, email, expires_at }: NewInvitationView,
) {
  return { url: invite_url, to: email, expires_at, is_mailed: sendsMail(app) };
}
