import { endpoint } from "../../lib/http/endpoint.ts";
import * as api from "../../lib/http/contract/operations.ts";
import { requireAgent } from "../../lib/http/mcp/agent.ts";
import { handler } from "./$[twin_id].ts";

export const handlers = handler({
  POST: endpoint(api.callMcp, async ({ call, req, params, body }) => {
    const agent = await requireAgent(call, req, params.twin_id);
    // The protocol's library is loaded on its first call.
    const { answerMcp } = await import("../../lib/http/mcp/answer.ts");
    return await answerMcp(agent, body);
  }),
});
