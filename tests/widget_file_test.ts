// The widget's files: their size, their caching, and pinned versions.
import assert from "node:assert/strict";
import { get, type IncomingMessage } from "node:http";
import {
  keepWidgetVersion,
  widgetVersion,
} from "../lib/embed/widget_versions.ts";
import { versionedFiles, widgetFile } from "../lib/http/assets.ts";
import { loadBuilt } from "../lib/http/built.ts";
import { startServer } from "./harness.ts";

const MAX_LOADER_BYTES = 3_500;
const MAX_BYTES = 12_000;

/** A body's transfer size; `fetch` would decompress it. */
async function transferSize(url: string): Promise<number> {
  const headers = { "accept-encoding": "br" };
  const { promise, resolve } = Promise.withResolvers<IncomingMessage>();
  get(url, { headers }, resolve);
  const response = await promise;
  assert.equal(response.headers["content-encoding"], "br");
  let bytes = 0;
  for await (const chunk of response) bytes += chunk.length;
  return bytes;
}

/** The path of the panel a loader asks for. */
function panelOf(loader: string): string {
  const [path] = /\/widget\/[\da-f]{16}\.js/.exec(loader) ?? [];
  assert.ok(path);
  return path;
}

Deno.test("widget.js: at most 3.5 kB in brotli, and 12 kB with its panel", async () => {
  await using server = await startServer();
  const loader = await transferSize(`${server.base}/widget.js`);
  assert.ok(loader > 1_000 && loader <= MAX_LOADER_BYTES, `${loader} bytes`);
  const text = await (await server.fetch("/widget.js")).text();
  const panel = await transferSize(server.base + panelOf(text));
  assert.ok(panel > 1_000 && loader + panel <= MAX_BYTES, `${panel} bytes`);
});

Deno.test("widget.js: an earlier loader gets the panel it was built with, even after an update", async () => {
  await using server = await startServer();
  const text = await (await server.fetch("/widget.js")).text();
  const now = await server.fetch(panelOf(text));
  assert.match(now.headers.get("cache-control") ?? "", /immutable/);
  assert.equal(now.headers.get("access-control-allow-origin"), "*");
  await now.body?.cancel();
  const earlier = new TextEncoder().encode("export default () => {}");
  await keepWidgetVersion(server.app.kv, earlier);
  const { version } = widgetVersion(earlier);
  const kept = await server.fetch(`/widget/${version}.js`);
  assert.deepEqual(await kept.bytes(), earlier);
});

Deno.test("main keeps every widget file a page may still request", async () => {
  const { assets } = await loadBuilt();
  const kept = versionedFiles(assets).map((bytes) => widgetVersion(bytes));
  const versions = kept.map(({ version }) => `/widget/${version}.js`);
  const loader = new TextDecoder().decode(assets.get("/widget.js")?.bytes);
  assert.ok(versions.includes(panelOf(loader)));
  const whole = widgetVersion(widgetFile(assets)).version;
  assert.ok(versions.includes(`/widget/${whole}.js`));
});

Deno.test("widget.js: short-lived with an ETag; its version is immutable, with its integrity", async () => {
  await using server = await startServer();
  const now = await server.fetch("/widget.js");
  const bytes = await now.bytes();
  assert.equal(now.headers.get("cache-control"), "public, max-age=300");
  const etag = now.headers.get("etag") ?? "";
  const again = await server.fetch("/widget.js", {
    headers: { "if-none-match": etag },
  });
  assert.equal(again.status, 304);

  const { version, integrity } = widgetVersion(bytes);
  assert.match(integrity, /^sha384-[\w+/]{64}$/);
  const pinned = await server.fetch(`/widget/${version}.js`);
  assert.deepEqual(await pinned.bytes(), bytes);
  assert.match(pinned.headers.get("cache-control") ?? "", /immutable/);
  assert.equal(pinned.headers.get("access-control-allow-origin"), "*");
});

Deno.test("widget.js: a pinned version outlives the update; an unknown one is not found", async () => {
  await using server = await startServer();
  const old = new TextEncoder().encode("console.log('an earlier widget')");
  await keepWidgetVersion(server.app.kv, old);
  await keepWidgetVersion(server.app.kv, old);
  const { version } = widgetVersion(old);
  const pinned = await server.fetch(`/widget/${version}.js`);
  assert.deepEqual(await pinned.bytes(), old);
  assert.match(pinned.headers.get("content-type") ?? "", /javascript/);
  assert.match(pinned.headers.get("cache-control") ?? "", /immutable/);
  assert.equal(pinned.headers.get("access-control-allow-origin"), "*");
  const none = await server.fetch("/widget/0123456789abcdef.js");
  assert.equal(none.status, 404);
  await none.body?.cancel();
});
