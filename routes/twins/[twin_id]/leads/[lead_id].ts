import { endpoint } from "../../../../lib/http/endpoint.ts";
import * as op from "../../../../lib/http/operations.ts";
import { setAnswered } from "../../../../lib/leads.ts";
import { handler } from "./$[lead_id].ts";

export const handlers = handler({
  PATCH: endpoint(op.updateLead, ({ app, actor, params, body }) =>
    setAnswered(
      app,
      actor,
      params.twin_id,
      params.lead_id,
      body.answered,
    )),
});
