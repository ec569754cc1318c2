import type { DocsGroup } from "../views/docs.ts";

/** How to start with a group of the API, by its name. */
export function startsOf(name: string, base_url: string): DocsGroup["starts"] {
  return STARTS[name]?.(base_url) ?? [];
}

const STARTS: Record<string, (base_url: string) => DocsGroup["starts"]> = {
  "OpenAI and MCP": (base_url) => [
    {
      name: "OpenAI's library, in TypeScript",
      code: `import OpenAI from "openai";

const twin = new OpenAI({
  baseURL: "${base_url}/v1",
  apiKey: process.env.TWINCAST_KEY,
});
const stream = await twin.chat.completions.create({
  model: process.env.TWINCAST_TWIN,
  messages: [{ role: "user", content: "When are you open?" }],
  stream: true,
});
for await (const { choices } of stream) {
  process.stdout.write(choices[0]?.delta.content ?? "");
}`,
    },
    {
      name: "OpenAI's library, in Python",
      code: `import os

from openai import OpenAI

twin = OpenAI(
    base_url="${base_url}/v1",
    api_key=os.environ["TWINCAST_KEY"],
)
answer = twin.chat.completions.create(
    model=os.environ["TWINCAST_TWIN"],
    messages=[{"role": "user", "content": "When are you open?"}],
)
print(answer.choices[0].message.content)`,
    },
    {
      name: "An agent's MCP settings",
      code: `{
  "mcpServers": {
    "twin": {
      "type": "http",
      "url": "${base_url}/mcp/twn_…",
      "headers": { "Authorization": "Bearer tw_sk_…" }
    }
  }
}`,
    },
  ],
  Webhooks: () => [{
    name: "Verify a call with the standardwebhooks library, in TypeScript",
    code: `import { Webhook } from "standardwebhooks";

const webhook = new Webhook(process.env.TWINCAST_WEBHOOK_SECRET);

export async function POST(request) {
  const headers = Object.fromEntries(request.headers);
  // Throws if the signature or the time is invalid.
  const event = webhook.verify(await request.text(), headers);
  console.log(headers["webhook-id"], event.type, event.data);
  return new Response(null, { status: 204 });
}`,
  }],
};
