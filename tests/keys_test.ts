import assert from "node:assert/strict";
import {
  ask,
  makeKey,
  ROOMY,
  shareTwin,
  signUp,
  startServer,
  statusOf,
} from "./harness.ts";
import { withKey } from "./ask_with_key.ts";

Deno.test("api keys: format, shown once, stored as a hash; last_used_at to the minute", async () => {
  await using server = await startServer({ env: ROOMY });
  const owner = await signUp(server);
  const made = await makeKey(owner);
  assert.match(made.key, /^tw_sk_[0-9A-Za-z]{38}$/);
  assert.equal(made.key_prefix, made.key.slice(0, 12));
  assert.equal(made.rate_limit_per_minute, 120);
  const publishable = await makeKey(owner, { type: "publishable" });
  assert.match(publishable.key, /^tw_pk_[0-9A-Za-z]{38}$/);
  const listed = async () =>
    (await owner.json("GET", `/api-keys?twin_id=${owner.twin_id}`)).items[1];
  assert.equal((await listed()).last_used_at, null);
  const first = new Date(server.clock.now()).toISOString();
  await withKey(server, owner, made.key);
  await server.app.key_uses.flush();
  assert.equal((await listed()).last_used_at, first);
  server.clock.advance(30_000);
  await withKey(server, owner, made.key);
  server.clock.advance(31_000);
  await withKey(server, owner, made.key);
  await server.app.key_uses.flush();
  const { last_used_at } = await listed();
  assert.ok(server.clock.now() - Date.parse(last_used_at) < 60_000);
});

Deno.test("api keys: revoked at once, 404 the second time; expired is 401", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const { id, key } = await makeKey(owner);
  await owner.json("DELETE", `/api-keys/${id}`, undefined, 204);
  assert.equal((await withKey(server, owner, key)).status, 401);
  assert.equal(await statusOf(owner.send("DELETE", `/api-keys/${id}`)), 404);
  const { items } = await owner.json("GET", "/api-keys");
  assert.ok(items[0].revoked_at);
  const expires_at = new Date(server.clock.now() + 60_000).toISOString();
  const short = await makeKey(owner, { expires_at });
  assert.equal((await withKey(server, owner, short.key)).status, 200);
  server.clock.advance(60_001);
  assert.equal((await withKey(server, owner, short.key)).status, 401);
  const past = await owner.send("PATCH", `/api-keys/${short.id}`, {
    expires_at,
  });
  assert.equal(await statusOf(past), 422);
});

Deno.test("api keys: after a rotation both work during the overlap, then only the new one", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const old = await makeKey(owner, { rate_limit_per_minute: 7 });
  const fresh = await owner.json("POST", `/api-keys/${old.id}/rotate`, {
    overlap_seconds: 60,
  }, 201);
  assert.equal(fresh.rate_limit_per_minute, 7);
  assert.notEqual(fresh.key, old.key);
  assert.equal((await withKey(server, owner, old.key)).status, 200);
  assert.equal((await withKey(server, owner, fresh.key)).status, 200);
  const twice = owner.send("POST", `/api-keys/${old.id}/rotate`, {});
  assert.equal(await statusOf(twice), 409);
  server.clock.advance(60_001);
  assert.equal((await withKey(server, owner, old.key)).status, 401);
  const last = await owner.json(
    "POST",
    `/api-keys/${fresh.id}/rotate`,
    {},
    201,
  );
  assert.equal((await withKey(server, owner, fresh.key)).status, 401);
  assert.equal((await withKey(server, owner, last.key)).status, 200);
});

Deno.test("api keys: which origins called, allowed or refused", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const { id, key } = await makeKey(owner, {
    type: "publishable",
    allowed_domains: ["example.com", "*.shop.example", "http://localhost:8080"],
  });
  const from = async (origin: string) =>
    await statusOf(server.fetch(`/chat-widget/${owner.twin_id}`, {
      headers: { origin, "x-api-key": key },
    }));
  assert.equal(await from("https://example.com"), 200);
  assert.equal(await from("https://a.shop.example"), 200);
  assert.equal(await from("https://a.b.shop.example"), 200);
  assert.equal(await from("http://localhost:8080"), 200);
  assert.equal(await from("https://shop.example"), 403);
  assert.equal(await from("https://evil.io"), 403);
  assert.equal(await from("https://evil.io"), 403);
  const { origins } = await owner.json("GET", `/api-keys/${id}/origins`);
  const evil = origins.find((o: { origin: string }) =>
    o.origin === "https://evil.io"
  );
  assert.deepEqual([evil.allowed, evil.refused], [0, 2]);
  await owner.json("PATCH", `/api-keys/${id}`, { allowed_domains: ["*"] });
  assert.equal(await from("https://evil.io"), 200);
});

Deno.test("share link: every fault gets the same 404; a new link ends the old one", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const { token } = await shareTwin(owner);
  const check = async (twin: string, text: string) => {
    const path = `/public/validate-share/${twin}/${text}`;
    const response = await server.fetch(path);
    const { request_id: _, ...body } = await response.json();
    return { status: response.status, body };
  };
  const valid = await check(owner.twin_id, token);
  assert.equal(valid.body.valid, true);
  assert.equal(valid.body.twin.name, "Twin " + owner.email.match(/\d+/)?.[0]);
  const other = await signUp(server);
  const wrong = await check(owner.twin_id, "wrong");
  assert.equal(wrong.status, 404);
  assert.deepEqual(await check(other.twin_id, token), wrong);
  assert.deepEqual(await check("twn_x", token), wrong);
  await owner.json("PATCH", `/twins/${owner.twin_id}/sharing`, {
    is_public: false,
  });
  assert.deepEqual(await check(owner.twin_id, token), wrong);
  await owner.json("PATCH", `/twins/${owner.twin_id}/sharing`, {
    is_public: true,
  });
  const fresh = await owner.json(
    "POST",
    `/twins/${owner.twin_id}/share-link`,
    undefined,
    201,
  );
  assert.equal(fresh.public_share_enabled, true);
  assert.deepEqual(await check(owner.twin_id, token), wrong);
  assert.equal((await check(owner.twin_id, fresh.share_token)).status, 200);
});

Deno.test("embed: framed only by the key's domains, and calls with a ticket", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  await shareTwin(owner);
  const { id, key } = await makeKey(owner, {
    type: "publishable",
    allowed_domains: ["example.com", "*.shop.example"],
  });
  const page = await server.fetch(`/embed/${owner.twin_id}?key=${key}`);
  assert.match(
    page.headers.get("content-security-policy") ?? "",
    /frame-ancestors https:\/\/example\.com https:\/\/\*\.shop\.example$/,
  );
  const html = await page.text();
  assert.ok(html.includes("tw_tk_"));
  const { ticket } = await (await server.fetch(
    `/embed/${owner.twin_id}/ticket?key=${key}`,
  )).json();
  const call = (origin: string) =>
    ask(server, `/chat-widget/${owner.twin_id}`, { message: "Tea?" }, {
      authorization: `Bearer ${ticket}`,
      origin,
    });
  assert.equal((await call(server.base)).status, 200);
  assert.equal((await call("https://example.com")).status, 403);
  server.clock.advance(10 * 60_000 + 1);
  assert.equal((await call(server.base)).status, 401);
  await owner.json("DELETE", `/api-keys/${id}`, undefined, 204);
  assert.equal(
    await statusOf(server.fetch(`/embed/${owner.twin_id}?key=${key}`)),
    401,
  );
});
