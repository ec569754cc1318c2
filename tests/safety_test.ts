// Rules that must hold against attackers, one test each.
import assert from "node:assert/strict";
import type { Operation } from "../lib/http/contract/operation.ts";
import * as operations from "../lib/http/contract/operations.ts";
import {
  ask,
  invite,
  makeKey,
  member,
  PASSWORD,
  post,
  type Server,
  shareTwin,
  signUp,
  startServer,
  statusOf,
} from "./harness.ts";

/** The field that selects the variant of a body. */
const KIND: Record<string, object> = { createChannel: { kind: "telegram" } };

Deno.test("bodies: identity comes from the session only; an extra field is 422", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const { chat, token } = await shareTwin(owner);
  const key = await makeKey(owner, { type: "secret" });
  const params: Record<string, string> = {
    twin_id: owner.twin_id,
    token,
    key_id: key.id,
    user_id: owner.user_id,
  };
  assert.ok(chat.includes(token));
  for (const operation of Object.values<Operation>(operations)) {
    // An OpenAI client's extra fields are ignored, as OpenAI does; MCP has its own errors.
    if (!operation.body || /^\/(v1|mcp)\//.test(operation.path)) continue;
    for (const field of ["user_id", "tenant_id", "id", "owner", "__proto__x"]) {
      const response = await server.fetch(
        operation.path.replace(/\{(\w+)\}/g, (_, n) => params[n] ?? "x"),
        {
          method: operation.method,
          headers: {
            cookie: owner.cookie,
            "x-api-key": key.key,
            "content-type": "application/json",
          },
          body: JSON.stringify({ ...KIND[operation.id], [field]: "x" }),
        },
      );
      const problem = await response.json();
      assert.equal(response.status, 422, `${operation.id} ${field}`);
      assert.ok(
        problem.issues.some((issue: { path: string }) => issue.path === field),
        `${operation.id} does not name ${field}`,
      );
    }
  }
});

Deno.test("sessions: minted by the server, new at login, for one twin only", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const { chat } = await shareTwin(owner);
  const chosen = "chosen-by-a-visitor-".repeat(2);
  const first = await ask(server, chat, {
    message: "Tea?",
    session_id: chosen,
  });
  assert.notEqual(first.body.session_id, chosen);
  assert.match(first.body.session_id, /^ses_\w{26}_\w{43}$/);

  const other = await signUp(server);
  const foreign = await shareTwin(other);
  const second = await ask(server, foreign.chat, {
    message: "Tea?",
    session_id: first.body.session_id,
  });
  assert.notEqual(second.body.session_id, first.body.session_id);
  const history = await server.fetch("/public/session", {
    headers: { "x-session-id": second.body.session_id },
  });
  assert.equal((await history.json()).messages.length, 2);

  const response = await server.fetch("/login", {
    method: "POST",
    headers: { cookie: owner.cookie },
    body: new URLSearchParams({ email: owner.email, password: PASSWORD }),
  });
  const again = await member(server, response, owner.email);
  assert.notEqual(again.cookie, owner.cookie);
  assert.equal(await statusOf(owner.send("GET", "/me")), 401);
});

Deno.test("roles: a demotion or removal applies from the next request", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const second = await invite(server, owner, "owner");
  await second.json("POST", "/twins", { name: "Mine" }, 201);
  await owner.json("PATCH", `/users/${second.user_id}/role`, {
    role: "viewer",
  });
  assert.equal(
    await statusOf(second.send("POST", "/twins", { name: "X" })),
    403,
  );
  await owner.json("DELETE", `/users/${second.user_id}`, undefined, 204);
  assert.equal(await statusOf(second.send("GET", "/me")), 401);
});

Deno.test("invitations: 50 concurrent accepts make one member", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const { invite_url } = await owner.json("POST", "/users/invite", {
    email: "guest@example.com",
    role: "viewer",
  }, 201);
  const path = new URL(invite_url).pathname;
  // Opening the page, as link scanners do, uses nothing up.
  for (let i = 0; i < 3; i++) {
    assert.equal(await statusOf(server.fetch(path)), 200);
  }
  const statuses = await Promise.all(
    Array.from(
      { length: 50 },
      () => statusOf(post(server, path, { name: "Guest", password: PASSWORD })),
    ),
  );
  assert.equal(statuses.filter((s) => s === 303).length, 1);
  assert.ok(statuses.every((s) => s === 303 || (s >= 400 && s < 500)));
  const users = await owner.json("GET", "/users");
  assert.equal(users.items.length, 2);
  assert.equal(
    await statusOf(post(server, path, { name: "Guest", password: PASSWORD })),
    410,
  );
});

Deno.test("tokens: a missing, empty or oddly typed one is refused everywhere", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  await shareTwin(owner);
  const tokens = ["null", "undefined", "[]", "{}", "0", "''", "%20", "true"];
  for (const token of tokens) {
    const text = encodeURIComponent(token);
    const gets = [
      `/public/validate-share/${owner.twin_id}/${text}`,
      `/share/${owner.twin_id}/${text}`,
      `/invite/${text}`,
      `/reset/${text}`,
      `/embed/${owner.twin_id}?key=${text}`,
    ];
    for (const path of gets) {
      const status = await statusOf(server.fetch(path));
      assert.ok(status >= 400 && status < 500, `${path}: ${status}`);
    }
    for (const header of ["authorization", "x-api-key", "cookie"]) {
      const value = header === "authorization"
        ? `Bearer ${token}`
        : header === "cookie"
        ? `twincast_session=${token}`
        : token;
      const path = header === "cookie"
        ? "/me"
        : `/chat-widget/${owner.twin_id}`;
      const headers = { [header]: value, origin: server.base };
      assert.equal(await statusOf(server.fetch(path, { headers })), 401);
    }
    const session = await server.fetch("/public/session", {
      headers: { "x-session-id": token },
    });
    assert.equal(await statusOf(session), 404);
  }
});

Deno.test("links: from the configured base URL, whatever Host says", async () => {
  await using server = await startServer({
    env: { TWINCAST_BASE_URL: "https://twins.example" },
  });
  // Over https the cookie is bound to the host.
  const response = await post(server, "/signup", {
    name: "Ada",
    email: "ada@example.com",
    password: PASSWORD,
    twin_name: "Ada",
  });
  const [cookie] = response.headers.getSetCookie();
  await response.body?.cancel();
  assert.match(cookie, /^__Host-twincast_session=\w{43}; .*Path=\/; .*Secure/);
  const me = await forged(server, "/me", cookie.split(";")[0]);
  const { share_url } = await forged(
    server,
    `/twins/${me.twins[0].id}/share-link`,
    cookie.split(";")[0],
  );
  assert.match(share_url, /^https:\/\/twins\.example\/share\//);
});

/** A request with another site's Host header, which `fetch` would not send. */
async function forged(server: Server, path: string, cookie: string) {
  const { port } = new URL(server.base);
  using connection = await Deno.connect({
    hostname: "127.0.0.1",
    port: Number(port),
  });
  await connection.write(new TextEncoder().encode(
    `GET ${path} HTTP/1.1\r\nhost: evil.example\r\ncookie: ${cookie}\r\nconnection: close\r\n\r\n`,
  ));
  const text = await new Response(connection.readable).text();
  return JSON.parse(text.slice(text.indexOf("\r\n\r\n")));
}

Deno.test("errors: an unexpected one shows its request id and nothing else", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  // A failure no input can cause: the store closes while the app runs.
  const kept = server.app.kv.get;
  server.app.kv.get = () => Promise.reject(new Error("disk on fire: s3cret"));
  try {
    for (const accept of ["application/json", "text/html"]) {
      const response = await server.fetch(
        accept === "text/html" ? "/dashboard" : "/me",
        { headers: { cookie: owner.cookie, accept } },
      );
      const text = await response.text();
      assert.equal(response.status, 500);
      assert.ok(!text.includes("s3cret"));
      const id = response.headers.get("x-request-id") ?? "none";
      assert.ok(text.includes(id));
      assert.ok(
        server.log.some((line) =>
          line.includes(id) && line.includes("disk on fire")
        ),
      );
    }
  } finally {
    server.app.kv.get = kept;
  }
});
