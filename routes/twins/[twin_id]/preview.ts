import { preview } from "../../../lib/chat/ask.ts";
import { getActorByHash } from "../../../lib/accounts/sessions.ts";
import { requireTwin } from "../../../lib/twins/twins.ts";
import { chatResponse } from "../../../lib/http/chat_response.ts";
import { endpoint } from "../../../lib/http/endpoint.ts";
import * as api from "../../../lib/http/contract/operations.ts";
import { handler } from "./$preview.ts";

export const handlers = handler({
  POST: endpoint(api.previewChat, async (
    { app, call, req, actor, params, body },
  ) => {
    const twin = await requireTwin(app, actor, params.twin_id);
    const conversation = await preview(app, actor, twin, body);
    return chatResponse(call, req, conversation, {
      events_by_default: false,
      isAllowed: async () =>
        await getActorByHash(app, actor.session_hash) !== null,
    });
  }),
});
