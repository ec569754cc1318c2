// The widget as a file: its size, how it is cached, and the versions that pages have pinned.
import assert from "node:assert/strict";
import { get, type IncomingMessage } from "node:http";
import {
  keepWidgetVersion,
  widgetVersion,
} from "../lib/embed/widget_versions.ts";
import { startServer } from "./harness.ts";

const MAX_BYTES = 6_500;

/** How many bytes a body has on its way; `fetch` would unpack it. */
async function travelling(url: string): Promise<number> {
  const headers = { "accept-encoding": "br" };
  const { promise, resolve } = Promise.withResolvers<IncomingMessage>();
  get(url, { headers }, resolve);
  const response = await promise;
  assert.equal(response.headers["content-encoding"], "br");
  let bytes = 0;
  for await (const chunk of response) bytes += chunk.length;
  return bytes;
}

Deno.test("widget.js: at most 6.5 kB in brotli, everything included", async () => {
  await using server = await startServer();
  const bytes = await travelling(`${server.base}/widget.js`);
  assert.ok(bytes > 1_000 && bytes <= MAX_BYTES, `${bytes} bytes`);
});

Deno.test("widget.js: short-lived with an ETag; its version is for ever, with its integrity", async () => {
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

Deno.test("widget.js: a version that was pinned outlives the update; one that never was is not there", async () => {
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
