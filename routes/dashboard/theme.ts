import { lookCookies } from "../../lib/http/appearance.ts";
import { publicPage, readFields } from "../../lib/pages/page.ts";
import { safeNext, seeOther } from "../../lib/http/redirect.ts";
import { handler } from "./$theme.ts";

/** Remembers a theme or a folded sidebar in the browser, and goes back to the page it was chosen on. */
export const handlers = handler({
  POST: publicPage(async ({ app, req }) => {
    const fields = await readFields(req);
    const response = seeOther(safeNext(fields.next, "/dashboard"));
    const is_secure = app.config.base_url.startsWith("https:");
    for (const cookie of lookCookies(fields, is_secure)) {
      response.headers.append("set-cookie", cookie);
    }
    return response;
  }),
});
