import {
  type CallToolResult,
  McpServer,
  ResourceNotFoundError,
  ResourceTemplate,
} from "@modelcontextprotocol/server";
import { z } from "zod";
import {
  listVisible,
  readVisible,
  searchContent,
} from "../../chat/visitor_content.ts";
import { AppError } from "../../errors.ts";
import { chatAnswerView, chatInput } from "../../schemas/chat.ts";
import { wholeAnswer } from "../chat_response.ts";
import { showError } from "../problem.ts";
import type { AgentCall } from "./agent.ts";

const READS = { readOnlyHint: true, openWorldHint: false } as const;

/** A twin as an MCP server, for one request. */
export function twinServer(agent: AgentCall): McpServer {
  const { name, bio } = agent.twin;
  const server = new McpServer(
    { name: "twincast", title: name, version: "1.0.0" },
    {
      instructions:
        `${name}'s digital twin: it answers from what ${name} has published, with citations.${
          bio && ` About ${name}: ${bio}`
        }`,
    },
  );
  addAsk(server, agent);
  addSearch(server, agent);
  addItems(server, agent);
  return server;
}

function addAsk(server: McpServer, agent: AgentCall): void {
  const { call, req, twin: { name } } = agent;
  server.registerTool("ask", {
    title: `Ask ${name}`,
    description:
      `Asks ${name}'s digital twin and gets its answer with citations. Send the session_id of an earlier answer to continue the conversation.`,
    inputSchema: z.strictObject({
      message: chatInput.shape.message,
      session_id: chatInput.shape.session_id,
    }),
    outputSchema: chatAnswerView,
    annotations: { ...READS, readOnlyHint: false, destructiveHint: false },
  }, (input) =>
    told(agent, async () => {
      const conversation = await agent.ask(input);
      const { isAllowed } = agent;
      const answer = await wholeAnswer(call, req, conversation, isAllowed);
      return { text: answer.answer, structuredContent: answer };
    }));
}

const found = z.object({
  results: z.array(z.object({
    content_id: z.string(),
    title: z.string(),
    text: z.string(),
    url: z.string().nullable(),
  })),
});

function addSearch(server: McpServer, agent: AgentCall): void {
  const { app } = agent.call;
  server.registerTool("search", {
    title: `Search what ${agent.twin.name} has published`,
    description:
      "Finds the passages that fit a query best, in the author's own words.",
    inputSchema: z.strictObject({
      query: chatInput.shape.message,
      limit: z.number().int().min(1).max(10).default(5),
    }),
    outputSchema: found,
    annotations: READS,
  }, ({ query, limit }) =>
    told(agent, async () => {
      const results = await searchContent(app, agent, query, limit);
      const text = results.map((one) => `# ${one.title}\n\n${one.text}`)
        .join("\n\n") || "Nothing fits.";
      return { text, structuredContent: { results } };
    }));
}

/** A tool's result. A refusal is a result too, with a text safe to show. */
async function told(
  { call }: AgentCall,
  run: () => Promise<{ text: string; structuredContent: object }>,
): Promise<CallToolResult> {
  try {
    const { text, structuredContent } = await run();
    return {
      content: [{ type: "text", text }],
      structuredContent: { ...structuredContent },
    };
  } catch (error) {
    const text = showError(call, error).problem.detail;
    return { content: [{ type: "text", text }], isError: true };
  }
}

function addItems(server: McpServer, agent: AgentCall): void {
  const { app } = agent.call;
  const scheme = `twincast://${agent.twin.id}/`;
  const template = new ResourceTemplate(`${scheme}{content_id}`, {
    list: () =>
      shown(agent, async () => {
        const items = await listVisible(app, agent);
        return {
          resources: [...items].map(([id, { title }]) => ({
            ...{ uri: `${scheme}${id}`, name: title, title },
            mimeType: "text/markdown",
          })),
        };
      }),
  });
  server.registerResource("item", template, {
    title: `What ${agent.twin.name} has published`,
    mimeType: "text/markdown",
  }, (uri, { content_id }) =>
    shown(agent, async () => {
      const { title, text } = await readVisible(
        app,
        agent,
        String(content_id),
      );
      return {
        contents: [{
          ...{ uri: uri.href, mimeType: "text/markdown" },
          text: `# ${title}\n\n${text}`,
        }],
      };
    }, uri.href));
}

/** A resource's content. A refusal is thrown with a text safe to show. */
async function shown<T>(
  { call }: AgentCall,
  run: () => Promise<T>,
  uri?: string,
): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const { problem: { code, detail } } = showError(call, error);
    if (code === "not_found" && uri) {
      throw new ResourceNotFoundError(uri, detail);
    }
    throw new AppError(code, detail);
  }
}
