import type { z } from "zod";
import { askByKey } from "../../../lib/chat/ask.ts";
import { viewPublicTwin } from "../../../lib/twins/twin_views.ts";
import { firstWords } from "../../../lib/twins/twins.ts";
import { chatResponse } from "../../../lib/http/chat_response.ts";
import { endpoint } from "../../../lib/http/endpoint.ts";
import { corsHandlers } from "../../../lib/http/cors.ts";
import { isStillAllowed, requireKey } from "../../../lib/http/auth_guard.ts";
import * as api from "../../../lib/http/contract/operations.ts";
import { inLanguage } from "../../../lib/embed/first_words.ts";
import { stringsForVisitor } from "../../../lib/embed/languages.ts";
import { handler } from "./$index.ts";

/** A visitor who opens another page gets it from the cache; a change shows within a minute. */
const KEPT = {
  "cache-control": "private, max-age=60",
  "vary": "authorization, x-api-key, accept-language",
};

export const handlers = handler(corsHandlers({
  GET: endpoint(api.getWidgetConfig, async (page) => {
    const { app, call, req, params, query } = page;
    const { key, twin } = await requireKey(req, params.twin_id);
    const strings = stringsForVisitor(query.lang, call.language);
    const view = viewPublicTwin(app, twin);
    const body: z.input<typeof api.getWidgetConfig.response> = {
      twin: inLanguage(view, firstWords(twin.name), strings),
      appearance: key.appearance ?? {},
      ...(strings ? { strings } : {}),
    };
    return Response.json(body, { headers: KEPT });
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
