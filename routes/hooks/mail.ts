import { endpoint } from "../../lib/http/endpoint.ts";
import * as api from "../../lib/http/contract/operations.ts";
import { receiveMailEvent } from "../../lib/mail/events.ts";
import { handler } from "./$mail.ts";

export const handlers = handler({
  POST: endpoint(api.receiveMailEvent, async ({ app, req, body }) => {
    const header = (name: string) => req.headers.get(name);
    await receiveMailEvent(app, { header, body });
    return {};
  }),
});
