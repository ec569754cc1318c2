// Rules of the contract beyond the status of one route, as a client sees them.
import assert from "node:assert/strict";
import { startServer, statusOf } from "./harness.ts";

Deno.test("every response: request id, nosniff, referrer policy; pages have a strict CSP", async () => {
  await using server = await startServer();
  const paths = [
    "/",
    "/login",
    "/me",
    "/nothing-here",
    "/healthz",
    "/favicon.svg",
  ];
  for (const path of paths) {
    const response = await server.fetch(path, {
      headers: { accept: "text/html" },
    });
    await response.body?.cancel();
    const { headers } = response;
    assert.match(headers.get("x-request-id") ?? "", /^req_/, path);
    assert.equal(headers.get("x-content-type-options"), "nosniff");
    assert.ok(headers.get("referrer-policy"));
    if (!headers.get("content-type")?.startsWith("text/html")) continue;
    const csp = headers.get("content-security-policy") ?? "";
    assert.match(csp, /script-src 'self' 'nonce-\w+'/);
    assert.doesNotMatch(csp, /unsafe/);
  }
});

Deno.test("pages: a page's error is a page with that status; the API's is a problem", async () => {
  await using server = await startServer();
  const page = await server.fetch("/nothing", {
    headers: { accept: "text/html" },
  });
  assert.equal(page.status, 404);
  assert.match(await page.text(), /<h1[^>]*>Not found/);
  const api = await server.fetch("/nothing");
  assert.equal(api.status, 404);
  assert.equal((await api.json()).code, "not_found");
  const share = await server.fetch("/share/twn_x/y");
  assert.equal(share.status, 404);
  assert.match(share.headers.get("content-type") ?? "", /text\/html/);
  await share.body?.cancel();
  const dashboard = await server.fetch("/dashboard/share?x=1");
  assert.equal(dashboard.status, 303);
  assert.equal(
    dashboard.headers.get("location"),
    "/login?next=%2Fdashboard%2Fshare%3Fx%3D1",
  );
  assert.equal(await statusOf(server.fetch("/.vite/manifest.json")), 404);
});

Deno.test("static files: compressed as the caller accepts, with an ETag, and 304 for a cached copy", async () => {
  await using server = await startServer();
  const first = await server.fetch("/widget.js");
  assert.equal(first.headers.get("access-control-allow-origin"), "*");
  assert.match(first.headers.get("content-type") ?? "", /^text\/javascript/);
  await first.body?.cancel();
  const etag = first.headers.get("etag") ?? "";
  const second = await server.fetch("/widget.js", {
    headers: { "if-none-match": etag },
  });
  assert.equal(second.status, 304);
  await second.body?.cancel();
  for (const encoding of ["identity", "gzip", "br", "br;q=0, gzip"]) {
    const response = await server.fetch("/widget.js", {
      method: "HEAD",
      headers: { "accept-encoding": encoding },
    });
    await response.body?.cancel();
    assert.equal(response.headers.get("vary"), "Accept-Encoding");
    const sent = response.headers.get("content-encoding") ?? "identity";
    assert.ok(encoding.endsWith(sent), `${encoding}: ${sent}`);
  }
});
