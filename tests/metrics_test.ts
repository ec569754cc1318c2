// What an operator's Prometheus sees of a server that works, refuses, and fails.
import assert from "node:assert/strict";
import { ask, type Server, statusOf } from "./harness.ts";
import { readExposition } from "./exposition.ts";
import { openStream, openWorld } from "./model_world.ts";
import { hang, say } from "./model_server.ts";
import { until } from "./until.ts";

const TOKEN = "0123456789abcdefghijklmn";
const WITH_TOKEN = { headers: { authorization: `Bearer ${TOKEN}` } };

async function scrape(server: Server) {
  const response = await server.fetch("/metrics", WITH_TOKEN);
  assert.equal(response.status, 200);
  assert.match(
    response.headers.get("content-type") ?? "",
    /^text\/plain; version=0\.0\.4/,
  );
  const text = await response.text();
  const { types, samples } = readExposition(text);
  const value = (name: string, labels: Record<string, string> = {}) =>
    samples.filter((sample) =>
      sample.name === name &&
      Object.entries(labels).every(([label, of]) => sample.labels[label] === of)
    ).reduce((sum, sample) => sum + sample.value, 0);
  return { text, types, value };
}

Deno.test("/metrics: only with the token, and nowhere without one", async () => {
  await using world = await openWorld({ TWINCAST_METRICS_TOKEN: TOKEN });
  const { server } = world;
  for (
    const authorization of [
      "",
      "Bearer",
      "Bearer wrong",
      `Basic ${TOKEN}`,
      `Bearer ${TOKEN}x`,
    ]
  ) {
    const response = await server.fetch("/metrics", {
      headers: { authorization },
    });
    assert.equal(await statusOf(response), 401, authorization);
  }
  server.app.config.metrics_token = null;
  const hidden = await (await server.fetch("/metrics", WITH_TOKEN)).json();
  const nothing = await (await server.fetch("/nothing-here")).json();
  assert.deepEqual(
    { ...hidden, request_id: "" },
    { ...nothing, request_id: "" },
  );
});

Deno.test("/metrics: counts requests, refusals, streams, model answers and jobs, and names nobody", async () => {
  await using world = await openWorld({
    TWINCAST_METRICS_TOKEN: TOKEN,
    TWINCAST_LIMIT_LINK: "3/60s",
  });
  const { server, model, owner, chat } = world;
  model.script = () => say("Oolong, in the afternoon [1].");
  await ask(server, chat, { message: "When do you drink oolong tea?" });
  model.script = (request) => hang(request, "Oolong");
  const open = await openStream(server, chat);
  while ((await open.next())?.event !== "delta");
  const during = await scrape(server);
  assert.equal(during.value("twincast_streams_open"), 1);
  open.leave();
  model.script = () => new Response("no", { status: 400 });
  await ask(server, chat, { message: "When do you drink oolong tea?" });
  const refused = await ask(server, chat, { message: "Hello?" });
  assert.equal(refused.status, 429);
  await statusOf(server.fetch(`/twins/${owner.twin_id}`));
  await statusOf(server.fetch(`/share/${owner.twin_id}/not%20a%20token-9`));
  await until(async () => {
    const { value } = await scrape(server);
    const outcome = { outcome: "abandoned" };
    return value("twincast_model_answers_total", outcome) === 1;
  }, "the abandoned answer is counted");
  const { text, value } = await scrape(server);
  const route = "/public/chat/{twin_id}/{token}";
  assert.equal(value("twincast_requests_total", { route, status: "200" }), 3);
  assert.equal(value("twincast_requests_total", { route, status: "429" }), 1);
  assert.equal(value("twincast_request_seconds_count", { route }), 4);
  assert.equal(
    value("twincast_requests_total", {
      route: "/twins/{twin_id}",
      status: "401",
    }),
    1,
  );
  assert.equal(
    value("twincast_refusals_total", { code: "rate_limited", policy: "link" }),
    1,
  );
  assert.ok(
    value("twincast_refusals_total", { code: "unauthorized", policy: "" }) >= 1,
  );
  assert.equal(value("twincast_streams_open"), 0);
  assert.equal(value("twincast_model_answers_total", { outcome: "done" }), 1);
  assert.equal(value("twincast_model_answers_total", { outcome: "failed" }), 1);
  assert.equal(value("twincast_model_first_text_seconds_count"), 2);
  assert.equal(value("twincast_model_seconds_count"), 3);
  assert.ok(value("twincast_model_tokens_total") > 100);
  assert.ok(value("twincast_admission_batch_calls_sum") >= 4);
  assert.ok(value("twincast_memory_bytes", { kind: "resident" }) > 10_000_000);
  for (
    const secret of [
      owner.twin_id,
      chat.split("/").at(-1),
      "token-9",
      TOKEN,
      "127.0.0.1",
    ]
  ) {
    assert.ok(secret && !text.includes(secret), secret);
  }
});

Deno.test("/metrics: the dashboard queries exactly the metrics that exist", async () => {
  await using world = await openWorld({ TWINCAST_METRICS_TOKEN: TOKEN });
  const { types } = await scrape(world.server);
  const dashboard = await Deno.readTextFile(
    new URL("../docs/grafana_dashboard.json", import.meta.url),
  );
  const { panels } = JSON.parse(dashboard);
  const asked = new Set<string>();
  for (const { title, targets } of panels) {
    assert.ok(targets.length > 0, title);
    for (const { expr } of targets) {
      const names: string[] = expr.match(/twincast_\w+/g) ?? [];
      assert.ok(names.length > 0, `${title}: ${expr}`);
      for (const name of names) {
        const base = types.has(name)
          ? name
          : name.replace(/_(bucket|sum|count)$/, "");
        assert.ok(types.has(base), `${title} asks for ${name}`);
        assert.equal(types.get(base) === "histogram", base !== name, expr);
        asked.add(base);
      }
    }
  }
  assert.deepEqual([...types.keys()].filter((name) => !asked.has(name)), []);
});
