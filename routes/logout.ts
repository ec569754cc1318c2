import { endSession } from "../lib/accounts/sessions.ts";
import { getRequestActor } from "../lib/http/auth_guard.ts";
import { publicPage } from "../lib/pages/access.ts";
import { seeOther } from "../lib/http/redirect.ts";
import { handler } from "./$logout.ts";

export const handlers = handler({
  POST: publicPage(async ({ app, call, req }) => {
    const actor = await getRequestActor(req);
    if (actor) await endSession(app, actor.session_hash);
    call.session_token = null;
    return seeOther("/");
  }),
});
