import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { endSessions } from "../dashboard_sessions.ts";
import { AppError } from "../errors.ts";
import { changePassword } from "../password_resets.ts";
import { changePassword as changePasswordSchema } from "../schemas/account.ts";
import { parse } from "./body.ts";
import type { Fields } from "./page.ts";

/** The forms of one's own account, which a viewer may use too. The answer says what was done. */
export async function accountAction(
  app: App,
  actor: Actor,
  { action, ...fields }: Fields,
): Promise<string> {
  switch (action) {
    case "password":
      await changePassword(app, actor, parse(changePasswordSchema, fields));
      return "Your password is changed. Everywhere else you are signed out.";
    case "sign_out_others":
      await endSessions(app, actor.user_id, { keep: actor.session_hash });
      return "You are signed out everywhere else.";
    default:
      throw new AppError("bad_request", "This form is not known here.");
  }
}
