import { publicPage } from "../../lib/pages/access.ts";
import { seeOther } from "../../lib/http/redirect.ts";
import { handler } from "./$[ticket].ts";

/** Leads links to where the form is; visitors hold links of this address as long as their sessions last. */
export const handlers = handler({
  GET: publicPage(({ params: { ticket } }) =>
    Promise.resolve(seeOther(`/notify/${encodeURIComponent(ticket)}`))
  ),
});
