import assert from "node:assert/strict";
import {
  ask,
  makeKey,
  PASSWORD,
  post,
  ROOMY,
  signUp,
  startServer,
  statusOf,
} from "./harness.ts";

const SITE = "https://example.com";

Deno.test("allowlist: an empty one denies, a malformed one changes nothing", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const key = await makeKey(owner, {
    type: "publishable",
    allowed_domains: [],
  });
  const path = `/chat-widget/${owner.twin_id}`;
  for (const origin of [SITE, "http://localhost:1", "null", server.base]) {
    const { status, body } = await ask(server, path, { message: "Hi" }, {
      origin,
      "x-api-key": key.key,
    });
    assert.equal(status, 403);
    assert.equal(body.code, "forbidden");
  }
  for (
    const allowed_domains of [
      "example.com",
      [1],
      [""],
      ["*.com"],
      ["*.github.io"],
      ["ftp://a/b"],
      ["a b"],
      [null],
      {},
      ["javascript://x"],
    ]
  ) {
    const response = await owner.send("PATCH", `/api-keys/${key.id}`, {
      allowed_domains,
    });
    assert.equal(
      await statusOf(response),
      422,
      JSON.stringify(allowed_domains),
    );
  }
  const { items } = await owner.json("GET", "/api-keys");
  assert.deepEqual(items[0].allowed_domains, []);
});

Deno.test("origins: compared whole, on every call of a key", async () => {
  await using server = await startServer({ env: ROOMY });
  const owner = await signUp(server);
  const { key } = await makeKey(owner, {
    type: "publishable",
    allowed_domains: ["example.com"],
  });
  const base = `/chat-widget/${owner.twin_id}`;
  const calls = (origin: string, session = "x"): [string, RequestInit][] => {
    const headers: Record<string, string> = {
      origin,
      authorization: `Bearer ${key}`,
      "x-session-id": session,
      "content-type": "application/json",
    };
    const message = JSON.stringify({ message: "Hi" });
    const lead = JSON.stringify({ session_id: session, email: "a@b.co" });
    return [
      [base, { headers }],
      [base, { method: "POST", headers, body: message }],
      [`${base}/session`, { headers }],
      [`${base}/session`, { method: "DELETE", headers }],
      [`${base}/leads`, { method: "POST", headers, body: lead }],
    ];
  };
  const hostile = [
    "https://example.com.evil.io",
    "https://evil-example.com",
    "https://sub.example.com",
    "https://example.com:8443",
    "http://example.com",
    "https://example.com.",
    "null",
    "https://example.com@evil.io",
    "https://EXAMPLE.com",
    "example.com",
  ];
  for (const origin of hostile) {
    for (const [path, init] of calls(origin)) {
      const response = await server.fetch(path, init);
      assert.equal(response.status, 403, `${origin} ${init.method} ${path}`);
      assert.equal(response.headers.get("access-control-allow-origin"), origin);
      assert.equal(
        response.headers.get("access-control-allow-credentials"),
        null,
      );
      await response.body?.cancel();
    }
  }
  // No Origin at all: a publishable key is for web pages.
  assert.equal(
    await statusOf(server.fetch(base, { headers: { "x-api-key": key } })),
    403,
  );
  const [config] = calls(SITE);
  const allowed = await server.fetch(...config);
  assert.equal(allowed.status, 200);
  assert.equal(allowed.headers.get("access-control-allow-origin"), SITE);
  assert.match(allowed.headers.get("vary") ?? "", /Origin/);
  await allowed.body?.cancel();
});

Deno.test("secret keys: refused with an Origin: they do not belong in a web page", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const { key } = await makeKey(owner, { type: "secret" });
  const path = `/chat-widget/${owner.twin_id}`;
  const headers = { authorization: `Bearer ${key}` };
  const body = { message: "Hi" };
  const from_page = { ...headers, origin: SITE };
  assert.equal((await ask(server, path, body, from_page)).status, 403);
  assert.equal((await ask(server, path, body, headers)).status, 200);
  assert.equal(
    await statusOf(server.fetch(`/embed/${owner.twin_id}?key=${key}`)),
    403,
  );
});

Deno.test("CORS: none on the dashboard's API, never with credentials", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  for (const path of ["/api-keys", "/me", "/login", "/users"]) {
    for (const method of ["OPTIONS", "GET"]) {
      const response = await server.fetch(path, {
        method,
        headers: {
          origin: SITE,
          cookie: owner.cookie,
          "access-control-request-method": "POST",
        },
      });
      await response.body?.cancel();
      assert.equal(response.headers.get("access-control-allow-origin"), null);
    }
  }
});

Deno.test("forms: a post from another site changes nothing", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const fields = { email: owner.email, password: PASSWORD };
  for (const path of ["/login", "/signup", "/logout", "/dashboard/share"]) {
    const response = await server.fetch(path, {
      method: "POST",
      body: new URLSearchParams({ ...fields, action: "share" }),
      headers: { origin: "https://evil.example", cookie: owner.cookie },
    });
    assert.equal(response.status, 403, path);
    assert.equal(response.headers.get("set-cookie"), null);
    await response.body?.cancel();
  }
  const link = await owner.json("GET", `/twins/${owner.twin_id}/share-link`);
  assert.equal(link.public_share_enabled, false);
});

Deno.test("redirects: `next` never leads to another site", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const elsewhere = [
    "//evil.com",
    "/\\evil.com",
    "https://evil.com",
    "/\t/evil.com",
    "javascript:alert(1)",
    "/..//evil.com",
    "\\\\evil.com",
  ];
  for (const next of [...elsewhere, "/dashboard/share?x=1"]) {
    const response = await post(server, "/login", {
      email: owner.email,
      password: PASSWORD,
      next,
    });
    await response.body?.cancel();
    const location = new URL(
      response.headers.get("location") ?? "",
      server.base,
    );
    assert.equal(location.origin, server.base, next);
    if (next.startsWith("/dashboard")) {
      assert.equal(location.pathname + location.search, next);
    }
  }
});
