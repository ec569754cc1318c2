import { createMcpHandler } from "@modelcontextprotocol/server";
import type { AgentCall } from "./agent.ts";
import { twinServer } from "./server.ts";

/** Answers one request of MCP, of either revision, by a server that lives as long as it. */
export async function answerMcp(
  agent: AgentCall,
  parsedBody: unknown,
): Promise<Response> {
  const { app, request_id } = agent.call;
  const handler = createMcpHandler(() => twinServer(agent), {
    // Nothing stays open beyond its answer, so nothing outlives a key.
    maxSubscriptions: 0,
    onerror: (error) =>
      app.log("info", "mcp_refused", { request_id, error: error.message }),
  });
  return await handler.fetch(agent.req, { parsedBody });
}
