import { createMcpHandler } from "@modelcontextprotocol/server";
import type { AgentCall } from "./agent.ts";
import { twinServer } from "./server.ts";

/** Answers one MCP request, of either protocol revision, with a server created for it. */
export async function answerMcp(
  agent: AgentCall,
  parsedBody: unknown,
): Promise<Response> {
  const { app, request_id } = agent.call;
  const handler = createMcpHandler(() => twinServer(agent), {
    // Nothing stays open after the response, so nothing outlives a key.
    maxSubscriptions: 0,
    onerror: (error) =>
      app.log("info", "mcp_refused", { request_id, error: error.message }),
  });
  return await handler.fetch(withAccept(agent.req), { parsedBody });
}

/** Names both response types: the protocol's library does not treat a wildcard as accepting them. */
const BOTH = "application/json, text/event-stream";

/** The request without its consumed body. */
function withAccept({ url, method, headers, signal }: Request): Request {
  const own = new Headers(headers);
  const accepted = own.get("accept");
  if (accepted === null || accepted.includes("*/*")) own.set("accept", BOTH);
  return new Request(url, { method, headers: own, signal });
}
