import { z } from "zod";
import { operation } from "./operation.ts";

const message = z.looseObject({}).describe("A message of JSON-RPC 2.0");

export const callMcp = operation({
  id: "callMcp",
  method: "POST",
  path: "/mcp/{twin_id}",
  summary:
    "Speak MCP (streamable HTTP, stateless): tools ask and search, public items as resources",
  access: "agent",
  body: z.union([message, z.array(message)]).meta({
    example: { jsonrpc: "2.0", id: 1, method: "tools/list" },
  }),
  response: message,
  response_types: ["text/event-stream"],
  status: 200,
});
