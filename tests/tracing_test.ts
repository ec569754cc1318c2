// What a separate process sends to an OpenTelemetry collector: where a request's time went, and no credentials.
import assert from "node:assert/strict";
import { ModelServer, say } from "./model_server.ts";
import { send, signUp } from "./process_account.ts";
import { Process } from "./processes.ts";
import { until } from "./until.ts";
import { tempStore } from "./stores.ts";

type Span = {
  name: string;
  kind: number;
  spanId: string;
  parentSpanId: string;
  attributes: { key: string; value: Record<string, unknown> }[];
};

/** A collector that accepts OTLP as JSON and keeps everything it received, as text and as spans. */
function collector() {
  const got = { text: "", spans: [] as Span[] };
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    async (request) => {
      const text = await request.text();
      got.text += `${new URL(request.url).pathname} ${text}\n`;
      for (const { scopeSpans } of JSON.parse(text).resourceSpans ?? []) {
        for (const { spans } of scopeSpans) got.spans.push(...spans);
      }
      return Response.json({});
    },
  );
  return Object.assign(got, {
    url: `http://127.0.0.1:${server.addr.port}`,
    [Symbol.asyncDispose]: () => server.shutdown(),
  });
}

const ON = {
  OTEL_DENO: "true",
  OTEL_TRACES_SAMPLER: "parentbased_always_off",
  OTEL_PROPAGATORS: "none",
};

Deno.test("tracing: spans by route with their parts, and no credentials", async () => {
  await using file = await tempStore();
  await using model = new ModelServer();
  model.script = () => say("At CANARY-answer.");
  await using collected = collector();
  await using process = await Process.start(file.path, {
    env: {
      ...model.env,
      ...ON,
      OTEL_EXPORTER_OTLP_PROTOCOL: "http/json",
      OTEL_EXPORTER_OTLP_ENDPOINT: collected.url,
      OTEL_BSP_SCHEDULE_DELAY: "100",
      OTEL_METRIC_EXPORT_INTERVAL: "100",
      TWINCAST_SECRET: "0123456789abcdef0123456789abcdef",
      TWINCAST_LOCAL_HOSTS: new URL(model.env.TWINCAST_LLM_BASE_URL).host,
    },
  });
  const by = await signUp(process, "ada-canary@example.com");
  const { twin_id } = by;
  await send(process, by, "POST", `/twins/${twin_id}/content`, {
    title: "Tea",
    body: "I drink tea at seven.",
    visibility: "public",
  });
  const { share_token } = await send(
    ...[process, by, "PATCH", `/twins/${twin_id}/sharing`] as const,
    { is_public: true },
  );
  const { key } = await send(process, by, "POST", "/api-keys", {
    ...{ twin_id, name: "Server", type: "secret" },
  });
  // Callers may ask to be traced: that is not for them to decide.
  const traceparent = `00-${"ab".repeat(16)}-${"cd".repeat(8)}-01`;
  const ask = async (path: string, headers: HeadersInit = {}) => {
    const response = await process.fetch(`${path}?q=CANARY-query`, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json", traceparent },
      body: JSON.stringify({ message: "When do you drink CANARY-tea?" }),
    });
    assert.match(await response.text(), /CANARY-answer/);
  };
  await ask(`/public/chat/${twin_id}/${share_token}`);
  await ask(`/chat-widget/${twin_id}`, { authorization: `Bearer ${key}` });
  await (await process.fetch(`/share/${twin_id}/${share_token}`, {
    headers: { traceparent },
  })).text();
  await until(() => named("commit").length === 2, "two commits");
  await until(
    () => collected.text.includes("http.server.request.duration"),
    "the duration of requests",
  );

  function named(name: string): Span[] {
    return collected.spans.filter((span) => span.name === name);
  }
  for (
    const route of [
      "POST /public/chat/{twin_id}/{token}",
      "POST /chat-widget/{twin_id}",
    ]
  ) {
    const [request] = named(route);
    assert.ok(request, `${collected.spans.map(({ name }) => name)}`);
    const inside = collected.spans
      .filter(({ parentSpanId }) => parentSpanId === request.spanId)
      .map(({ name }) => name);
    assert.deepEqual(
      inside.toSorted(),
      ["admission", "commit", "model", "retrieval", "session"],
    );
  }
  // None of Deno's own spans, for incoming or outgoing calls: they would contain addresses.
  const strange = collected.spans.filter(({ attributes }) =>
    attributes.some(({ key }) => /^(?:url|server|client|network)\./.test(key))
  );
  assert.deepEqual(strange, []);
  for (
    const secret of [
      ...[share_token, key, by.cookie.split("=")[1], twin_id],
      ...["CANARY", "127.0.0.1:", "ada-canary", "abababab"],
    ]
  ) assert.ok(!collected.text.includes(secret), `${secret} was told`);
  const names = new Set(
    model.requests.map(({ text }) => /traceparent/.test(text)),
  );
  assert.deepEqual([...names], [false]);
});

Deno.test("tracing: a process that would export whole addresses does not start, and says what to set", async () => {
  await using file = await tempStore();
  const { code, output } = await Process.fail({
    ...{ TWINCAST_KV_PATH: file.path, OTEL_DENO: "true" },
    OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:9",
  });
  assert.equal(code, 1);
  assert.match(output, /OTEL_TRACES_SAMPLER=parentbased_always_off/);
  assert.match(output, /OTEL_PROPAGATORS=none/);
});
