import { z } from "zod";
import { endSessions } from "../accounts/sessions.ts";
import { changePassword } from "../accounts/own_password.ts";
import { resumeMail } from "../team/reachable.ts";
import { deleteAccount } from "../accounts/delete_account.ts";
import { updateNotifications } from "../notifications/choices.ts";
import { notificationsInput } from "../schemas/notifications.ts";
import { changePasswordInput, deleteAccountInput } from "../schemas/account.ts";
import { seeOther } from "../http/redirect.ts";
import type { MemberForm } from "./access.ts";
import { redirectWithFlash } from "./flash.ts";
import { type Action, memberAction } from "./form.ts";

/** Every form of one's own account, by its `action`; viewers may use them too. */
export const ACCOUNT_ACTIONS: Record<string, Action<never, MemberForm>> = {
  password: memberAction({
    schema: changePasswordInput,
    async run(page, input) {
      await changePassword(page.app, page.actor, input);
      return redirectWithFlash(
        page,
        "Your password is changed. Everywhere else you are signed out.",
      );
    },
  }),
  sign_out_others: memberAction({
    schema: z.object({}),
    async run(page) {
      const { user_id, session_hash } = page.actor;
      await endSessions(page.app, user_id, { keep: session_hash });
      return redirectWithFlash(page, "You are signed out everywhere else.");
    },
  }),
  sign_out_everywhere: memberAction({
    schema: z.object({}),
    async run({ app, actor }) {
      await endSessions(app, actor.user_id);
      return seeOther("/login");
    },
  }),
  notifications: memberAction({
    schema: notificationsInput,
    async run(page, input) {
      await updateNotifications(page.app, page.actor, input);
      return redirectWithFlash(
        page,
        "Saved. You are notified as often as you chose.",
      );
    },
  }),
  resume_mail: memberAction({
    schema: z.object({}),
    async run(page) {
      await resumeMail(page.app, page.actor, page.actor.user_id);
      return redirectWithFlash(page, "You receive mail again.");
    },
  }),
  delete: memberAction({
    schema: deleteAccountInput,
    async run({ app, actor }, { current_password }) {
      await deleteAccount(app, actor, current_password);
      return seeOther("/");
    },
  }),
};
