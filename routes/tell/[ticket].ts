import { publicPage } from "../../lib/pages/access.ts";
import { seeOther } from "../../lib/http/redirect.ts";
import { handler } from "./$[ticket].ts";

/** Redirects links to the form; visitors have links to this address as long as their sessions last. */
export const handlers = handler({
  GET: publicPage(({ params: { ticket } }) =>
    Promise.resolve(seeOther(`/notify/${encodeURIComponent(ticket)}`))
  ),
});
