import {
  getTranscript,
  setBlocked,
} from "../../../../lib/conversations/conversations.ts";
import { endpoint } from "../../../../lib/http/endpoint.ts";
import * as api from "../../../../lib/http/contract/operations.ts";
import { handler } from "./$[conversation_id].ts";

export const handlers = handler({
  GET: endpoint(
    api.getTranscript,
    ({ app, actor, params }) =>
      getTranscript(app, actor, params.twin_id, params.conversation_id),
  ),
  PATCH: endpoint(
    api.updateConversation,
    ({ app, actor, params, body }) =>
      setBlocked(
        app,
        actor,
        params.twin_id,
        params.conversation_id,
        body.blocked,
      ),
  ),
});
