import { askByLink } from "../../lib/chat/ask.ts";
import { requireSameSite } from "../../lib/http/auth_guard.ts";
import { chatResponse } from "../../lib/http/chat_response.ts";
import * as api from "../../lib/http/contract/operations.ts";
import { readTrialCookie } from "../../lib/http/cookies.ts";
import { endpoint } from "../../lib/http/endpoint.ts";
import { getTrial, requireReadyTrial } from "../../lib/trials/trials.ts";
import { handler } from "./$chat.ts";

export const handlers = handler({
  POST: endpoint(api.trialChat, async ({ app, call, req, body }) => {
    requireSameSite(req);
    const token = readTrialCookie(req);
    const live = await requireReadyTrial(app, token);
    const conversation = await askByLink(app, live, call, body);
    return chatResponse(call, req, conversation, {
      events_by_default: false,
      isAllowed: async () => await getTrial(app, token ?? "") !== null,
    });
  }),
});
