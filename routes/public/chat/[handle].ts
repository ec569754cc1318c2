import { askByLink } from "../../../lib/chat/ask.ts";
import { chatResponse } from "../../../lib/http/chat_response.ts";
import { endpoint } from "../../../lib/http/endpoint.ts";
import * as api from "../../../lib/http/contract/operations.ts";
import { isHandleOpen, openHandle } from "../../../lib/pages/handles.ts";
import { handler } from "./$[handle].ts";

export const handlers = handler({
  POST: endpoint(api.handleChat, async ({ app, call, req, params, body }) => {
    const share = await openHandle(call, params.handle, ["/public/chat/"]);
    if (share instanceof Response) return share;
    const conversation = await askByLink(app, share, call, body);
    return chatResponse(call, req, conversation, {
      events_by_default: false,
      isAllowed: () => isHandleOpen(app, params.handle),
    });
  }),
});
