import { requireSameSite } from "../../lib/http/auth_guard.ts";
import * as api from "../../lib/http/contract/operations.ts";
import { readTrialCookie, trialCookie } from "../../lib/http/cookies.ts";
import { endpoint } from "../../lib/http/endpoint.ts";
import { requireTrial, viewTrial } from "../../lib/trials/trials.ts";
import { tryAddress } from "../../lib/trials/begin.ts";
import { handler } from "./$index.ts";

export const handlers = handler({
  POST: endpoint(api.startTrial, async ({ app, call, req, body }) => {
    requireSameSite(req);
    const token = await tryAddress(app, body, {
      address: call.address,
      previous: readTrialCookie(req),
    });
    call.cookies.push(trialCookie(app.config, token));
    return { status_url: `${app.config.base_url}/trial` };
  }),
  GET: endpoint(
    api.getTrial,
    async ({ app, req }) =>
      await viewTrial(app, await requireTrial(app, readTrialCookie(req))),
  ),
});
