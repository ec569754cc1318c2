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
  return await handler.fetch(withAccept(agent.req), { parsedBody });
}

/** Both forms of an answer, by name: the protocol's library does not know that whoever accepts anything accepts them. */
const BOTH = "application/json, text/event-stream";

/** The request, of which all but the body is left. */
function withAccept({ url, method, headers, signal }: Request): Request {
  const own = new Headers(headers);
  const accepted = own.get("accept");
  if (accepted === null || accepted.includes("*/*")) own.set("accept", BOTH);
  return new Request(url, { method, headers: own, signal });
}
