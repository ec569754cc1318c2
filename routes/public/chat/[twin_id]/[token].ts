import { askByLink } from "../../../../lib/chat/ask.ts";
import {
  requireShare,
  verifyShareLink,
} from "../../../../lib/sharing/share_links.ts";
import { chatResponse } from "../../../../lib/http/chat_response.ts";
import { endpoint } from "../../../../lib/http/endpoint.ts";
import * as api from "../../../../lib/http/contract/operations.ts";
import { handler } from "./$[token].ts";

export const handlers = handler({
  POST: endpoint(api.publicChat, async ({ app, call, req, params, body }) => {
    const { twin_id, token } = params;
    const share = await requireShare(app, twin_id, token);
    const conversation = await askByLink(app, share, call, body);
    return chatResponse(call, req, conversation, {
      events_by_default: false,
      isAllowed: async () =>
        await verifyShareLink(app, twin_id, token) !== null,
    });
  }),
});
