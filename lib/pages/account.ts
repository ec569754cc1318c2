import { endSessions } from "../accounts/sessions.ts";
import { AppError } from "../errors.ts";
import { changePassword } from "../accounts/own_password.ts";
import { deleteAccount } from "../accounts/delete_account.ts";
import {
  changePassword as changePasswordSchema,
  deleteAccount as deleteAccountSchema,
} from "../schemas/account.ts";
import { parse } from "../http/body.ts";
import { done } from "./flash.ts";
import type { Fields, MemberCall } from "./page.ts";
import { seeOther } from "../http/redirect.ts";

/** The forms of one's own account, which a viewer may use too. */
export async function accountAction(
  page: MemberCall,
  { action, ...fields }: Fields,
): Promise<Response> {
  const { app, actor } = page;
  switch (action) {
    case "password":
      await changePassword(app, actor, parse(changePasswordSchema, fields));
      return done(
        page,
        "Your password is changed. Everywhere else you are signed out.",
      );
    case "sign_out_others":
      await endSessions(app, actor.user_id, { keep: actor.session_hash });
      return done(page, "You are signed out everywhere else.");
    case "sign_out_everywhere":
      await endSessions(app, actor.user_id);
      return seeOther("/login");
    case "delete": {
      const { current_password } = parse(deleteAccountSchema, {
        current_password: fields.current_password,
      });
      await deleteAccount(app, actor, current_password);
      return seeOther("/");
    }
    default:
      throw new AppError("bad_request", "This form is not known here.");
  }
}
