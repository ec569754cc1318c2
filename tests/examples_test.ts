// Every example is run as far as possible here: those for Deno and Node with the app, the others by what they send.
import assert from "node:assert/strict";
import { loadDocs } from "../lib/pages/docs.ts";
import { readWidgetScript } from "./widget_script.ts";
import {
  makeKey,
  type Server,
  shareTwin,
  signUp,
  startServer,
} from "./harness.ts";

const FOLDER = new URL("../examples/", import.meta.url);
const read = (name: string) => Deno.readTextFile(new URL(name, FOLDER));

async function open(): Promise<
  { server: Server; env: Record<string, string> }
> {
  const server = await startServer();
  const owner = await signUp(server);
  await shareTwin(owner);
  const { key } = await makeKey(owner);
  return {
    server,
    env: {
      TWINCAST_URL: server.base,
      TWINCAST_TWIN: owner.twin_id,
      TWINCAST_KEY: key,
    },
  };
}

Deno.test("examples: a terminal chat answers line by line, in one conversation", async () => {
  const { server, env } = await open();
  await using _ = server;
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", "console_chat.ts"],
    ...{ cwd: FOLDER, env, stdin: "piped", stdout: "piped", stderr: "piped" },
  }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(
    new TextEncoder().encode("When do you drink oolong tea?\n\nThanks\n"),
  );
  await writer.close();
  const { success, stdout, stderr } = await child.output();
  const said = new TextDecoder().decode(stdout);
  assert.ok(success, new TextDecoder().decode(stderr));
  assert.match(said, /every morning at seven/);
  assert.equal(said.trim().split("\n").length >= 3, true, said);
});

/** Calls the Next.js route in its own process, whose environment it reads; returns its answer. */
async function callRoute(env: Record<string, string>, message: string) {
  const code = `
    const { POST } = await import("./nextjs/app/api/twin/route.ts");
    const body = JSON.stringify({ message: ${JSON.stringify(message)} });
    const request = new Request("http://site.example/", { method: "POST", body });
    const { status, headers, body: stream } = await POST(request);
    const text = await new Response(stream).text();
    const type = headers.get("content-type");
    console.log(JSON.stringify({ status, type, text }));`;
  const { stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["eval", code],
    ...{ cwd: FOLDER, env: { ...env, NO_COLOR: "1" } },
  }).output();
  const said = new TextDecoder().decode(stdout);
  assert.ok(said, new TextDecoder().decode(stderr));
  return JSON.parse(said) as { status: number; type: string; text: string };
}

Deno.test("examples: the Next.js route streams the answer, and passes a refusal on", async () => {
  const { server, env } = await open();
  await using _ = server;
  const answer = await callRoute(env, "When do you drink oolong tea?");
  assert.match(answer.type, /event-stream/);
  assert.match(answer.text, /event: done/);
  const refused = await callRoute(env, "");
  assert.equal(refused.status, 422);
  assert.equal(JSON.parse(refused.text).code, "invalid_input");
});

Deno.test("examples: the page and the WordPress plugin contain what the widget reads", async () => {
  const page = readWidgetScript(await read("static_page.html"));
  assert.match(page.src, /\/widget\.js$/);
  assert.match(page["data-twin-id"], /^twn_/);
  assert.match(page["data-api-key"], /^tw_pk_/);
  const plugin = await read("wordpress/twincast.php");
  const [, format = ""] = /'(<script[^']*<\/script>)'/.exec(plugin) ?? [];
  const values = ["https://your.twincast", "twn_1", "tw_pk_1"];
  const script = readWidgetScript(
    format.replace(/%s/g, () => values.shift() ?? ""),
  );
  assert.deepEqual(script, {
    async: "",
    src: "https://your.twincast/widget.js",
    "data-twin-id": "twn_1",
    "data-api-key": "tw_pk_1",
  });
});

Deno.test("examples: the n8n node makes a call that the twin answers", async () => {
  const { server, env } = await open();
  await using _ = server;
  const { nodes: [{ parameters }] } = JSON.parse(
    await read("n8n_http_request.json"),
  );
  const filled = (text: string) =>
    text.replace(/^=/, "")
      .replace(/\{\{ \$env\.(\w+) \}\}/g, (_, name) => env[name]);
  const headers = Object.fromEntries(
    parameters.headerParameters.parameters.map(
      ({ name, value }: { name: string; value: string }) => [
        name,
        filled(value),
      ],
    ),
  );
  assert.match(parameters.jsonBody, /message: \$json\.question/);
  const response = await fetch(filled(parameters.url), {
    method: parameters.method,
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ message: "When do you drink oolong tea?" }),
  });
  assert.match((await response.json()).answer, /every morning at seven/);
});

Deno.test("examples: reference examples that need a twin and its key run as they are", async () => {
  const server = await startServer();
  await using _ = server;
  const owner = await signUp(server);
  await shareTwin(owner);
  const { key } = await makeKey(owner, {
    scopes: ["chat", "content:write", "conversations:read", "keys:write"],
  });
  const env = { TWINCAST_TWIN: owner.twin_id, TWINCAST_KEY: key };
  const AsyncFunction = (async () => {}).constructor as FunctionConstructor;
  const ran: string[] = [];
  for (const { operations } of await loadDocs(server.base)) {
    for (const { id, method, path, status, examples } of operations) {
      const code = examples.find(({ name }) => name === "TypeScript")?.code;
      const asks_more = path.replace("{twin_id}", "").includes("{");
      const is_asked = method === "GET" && !path.endsWith("/session") ||
        ["widgetChat", "createChatCompletion", "createApiKey"].includes(id);
      if (!code?.includes("env.TWINCAST_KEY") || asks_more || !is_asked) {
        continue;
      }
      const told: unknown[][] = [];
      const run = new AsyncFunction("process", "console", code);
      await run({ env }, { log: (...words: unknown[]) => told.push(words) });
      assert.equal(told[0][0], status, `${id}: ${told[0]}`);
      ran.push(id);
    }
  }
  assert.ok(ran.length > 10, ran.join());
});
