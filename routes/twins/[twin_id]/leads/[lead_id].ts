import { endpoint } from "../../../../lib/http/endpoint.ts";
import * as api from "../../../../lib/http/contract/operations.ts";
import { setAnswered } from "../../../../lib/conversations/leads.ts";
import { handler } from "./$[lead_id].ts";

export const handlers = handler({
  PATCH: endpoint(api.updateLead, ({ app, actor, params, body }) =>
    setAnswered(
      app,
      actor,
      params.twin_id,
      params.lead_id,
      body.answered,
    )),
});
