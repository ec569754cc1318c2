import { endSessions } from "../accounts/sessions.ts";
import { changePassword } from "../accounts/own_password.ts";
import { deleteAccount } from "../accounts/delete_account.ts";
import {
  changePassword as changePasswordSchema,
  deleteAccount as deleteAccountSchema,
} from "../schemas/account.ts";
import { parse } from "../http/body.ts";
import { done } from "./flash.ts";
import type { MemberForm } from "./thrown.ts";
import { seeOther } from "../http/redirect.ts";

/** Every form of one's own account, by its `action`; a viewer may use them too. */
export const ACCOUNT_ACTIONS: Record<
  string,
  (page: MemberForm) => Promise<Response>
> = {
  async password(page) {
    const { app, actor, fields } = page;
    await changePassword(app, actor, parse(changePasswordSchema, fields));
    return done(
      page,
      "Your password is changed. Everywhere else you are signed out.",
    );
  },
  async sign_out_others(page) {
    const { app, actor } = page;
    await endSessions(app, actor.user_id, { keep: actor.session_hash });
    return done(page, "You are signed out everywhere else.");
  },
  async sign_out_everywhere({ app, actor }) {
    await endSessions(app, actor.user_id);
    return seeOther("/login");
  },
  async delete({ app, actor, fields }) {
    const { current_password } = parse(deleteAccountSchema, {
      current_password: fields.current_password,
    });
    await deleteAccount(app, actor, current_password);
    return seeOther("/");
  },
};
