import { appearanceCookies } from "../../lib/http/appearance.ts";
import { publicForm } from "../../lib/pages/access.ts";
import { safeNext, seeOther } from "../../lib/http/redirect.ts";
import { handler } from "./$theme.ts";

/** Remembers a theme, a folded sidebar or a dismissed explanation in the browser, and redirects back. */
export const handlers = handler({
  POST: publicForm(({ app, req, fields }) => {
    const response = seeOther(safeNext(fields.next, "/dashboard"));
    for (const cookie of appearanceCookies(app.config, req, fields)) {
      response.headers.append("set-cookie", cookie);
    }
    return Promise.resolve(response);
  }),
});
