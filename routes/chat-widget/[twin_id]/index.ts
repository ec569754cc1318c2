import { askByKey } from "../../../lib/chat/ask.ts";
import { viewPublicTwin } from "../../../lib/twins/twin_views.ts";
import { chatResponse } from "../../../lib/http/chat_response.ts";
import { endpoint } from "../../../lib/http/endpoint.ts";
import { corsHandlers } from "../../../lib/http/cors.ts";
import { isStillAllowed, requireKey } from "../../../lib/http/auth_guard.ts";
import * as api from "../../../lib/http/contract/operations.ts";
import { stringsFor } from "../../../lib/embed/languages.ts";
import { handler } from "./$index.ts";

export const handlers = handler(corsHandlers({
  GET: endpoint(api.getWidgetConfig, async ({ app, req, params, query }) => {
    const { twin } = await requireKey(req, params.twin_id);
    const strings = stringsFor(query.lang) ?? undefined;
    return { twin: viewPublicTwin(app, twin), strings };
  }),
  POST: endpoint(api.widgetChat, async ({ app, call, req, params, body }) => {
    const live = await requireKey(req, params.twin_id);
    const conversation = await askByKey(app, live, call, body);
    return chatResponse(call, req, conversation, {
      events_by_default: true,
      isAllowed: () => isStillAllowed(req, params.twin_id),
    });
  }),
}));
