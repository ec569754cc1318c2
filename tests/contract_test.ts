// The contract's rules that are more than a status of one route, each as a client sees it.
import { DAY } from "../lib/clock.ts";
import assert from "node:assert/strict";
import {
  ask,
  invite,
  type Json,
  makeKey,
  type Member,
  member,
  PASSWORD,
  post,
  ROOMY,
  type Server,
  shareTwin,
  signUp,
  startServer,
  statusOf,
} from "./harness.ts";

function withKey(server: Server, owner: Member, key: string, message = "Tea?") {
  const path = `/chat-widget/${owner.twin_id}`;
  return ask(server, path, { message }, { "x-api-key": key });
}

Deno.test("every response: request id, nosniff, referrer policy; pages a strict CSP", async () => {
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

Deno.test("pages: an error is a page of the same status; the API answers a problem", async () => {
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

Deno.test("sign-up: one account an e-mail, its form errors keep what was typed", async () => {
  await using server = await startServer();
  const fields = {
    name: "Ada",
    email: "Ada@Example.com ",
    password: PASSWORD,
    twin_name: "Ada's twin",
  };
  const first = await post(server, "/signup", fields);
  assert.equal(first.headers.get("location"), "/dashboard");
  const cookie = first.headers.getSetCookie()[0];
  assert.match(
    cookie,
    /^twincast_session=\w{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
  );
  await first.body?.cancel();
  const again = await post(server, "/signup", {
    ...fields,
    email: "ada@example.com",
  });
  assert.equal(again.status, 409);
  const text = await again.text();
  assert.match(text, /value="ada@example.com"/);
  assert.ok(!text.includes(PASSWORD));
  const wrong: Record<string, string>[] = [
    { ...fields, password: "short" },
    { ...fields, password: "x".repeat(201) },
    { ...fields, email: "nobody" },
    { ...fields, name: "" },
    { ...fields, role: "owner" },
    { name: "Ada" },
  ];
  for (const form of wrong) {
    assert.equal(await statusOf(post(server, "/signup", form)), 422);
  }
});

Deno.test("sign-up: two at once with one e-mail, one wins", async () => {
  await using server = await startServer();
  const fields = {
    name: "Ada",
    email: "ada@example.com",
    password: PASSWORD,
    twin_name: "Ada",
  };
  const statuses = await Promise.all(
    [1, 2, 3, 4].map(() => statusOf(post(server, "/signup", fields))),
  );
  assert.deepEqual(statuses.sort(), [303, 409, 409, 409]);
});

Deno.test("sign-up: closed, it says how to get in", async () => {
  await using server = await startServer({
    env: { TWINCAST_SIGNUP: "closed" },
  });
  const response = await post(server, "/signup", {
    name: "Ada",
    email: "ada@example.com",
    password: PASSWORD,
    twin_name: "Ada",
  });
  assert.equal(response.status, 403);
  assert.match(await response.text(), /invite/);
});

Deno.test("log-in: the same words for an unknown e-mail and a wrong password; the limit counts failures", async () => {
  await using server = await startServer({
    env: { TWINCAST_LIMIT_LOGIN: "3/60s" },
  });
  const owner = await signUp(server);
  const log_in = (email: string, password: string) =>
    post(server, "/login", { email, password });
  for (let i = 0; i < 8; i++) {
    assert.equal(await statusOf(log_in(owner.email, PASSWORD)), 303);
  }
  const words = async (response: Response) =>
    /role="alert"[^>]*>([^<]*)/.exec(await response.text())?.[1];
  const wrong = await log_in(owner.email, "not my password");
  const unknown = await log_in("nobody@example.com", "not my password");
  assert.deepEqual([wrong.status, unknown.status], [401, 401]);
  assert.equal(await words(wrong), await words(unknown));
  await statusOf(log_in(owner.email, "wrong"));
  await statusOf(log_in(owner.email, "wrong"));
  const limited = await log_in(owner.email, PASSWORD);
  assert.equal(limited.status, 429);
  assert.ok(Number(limited.headers.get("retry-after")) > 0);
  await limited.body?.cancel();
});

Deno.test("dashboard session: ended by log-out, after 7 idle days and after 30 days", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  server.clock.advance(6.9 * DAY);
  assert.equal(await statusOf(owner.send("GET", "/me")), 200);
  server.clock.advance(6.9 * DAY);
  assert.equal(await statusOf(owner.send("GET", "/me")), 200);
  server.clock.advance(7.1 * DAY);
  assert.equal(await statusOf(owner.send("GET", "/me")), 401);
  const log_in = async () =>
    await member(
      server,
      await post(server, "/login", { email: owner.email, password: PASSWORD }),
      owner.email,
    );
  const second = await log_in();
  for (let i = 0; i < 5; i++) {
    server.clock.advance(5.9 * DAY);
    assert.equal(await statusOf(second.send("GET", "/me")), 200);
  }
  server.clock.advance(1 * DAY);
  assert.equal(await statusOf(second.send("GET", "/me")), 401);
  const third = await log_in();
  const out = await server.fetch("/logout", {
    method: "POST",
    headers: { cookie: third.cookie },
  });
  assert.equal(out.headers.get("location"), "/");
  assert.match(out.headers.getSetCookie()[0], /Max-Age=0/);
  assert.equal(await statusOf(third.send("GET", "/me")), 401);
});

Deno.test("lists: newest first, paged by cursor to the end, each item once", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const path = `/twins/${owner.twin_id}/content`;
  for (let i = 0; i < 7; i++) {
    await owner.json(
      "POST",
      path,
      { title: `Item ${i}`, body: `Text ${i}` },
      201,
    );
  }
  const seen: string[] = [];
  let cursor = "";
  do {
    const page = await owner.json("GET", `${path}?limit=3${cursor}`);
    seen.push(...page.items.map((item: { title: string }) => item.title));
    cursor = page.next_cursor === null ? "" : `&cursor=${page.next_cursor}`;
  } while (cursor);
  assert.deepEqual(seen, [6, 5, 4, 3, 2, 1, 0].map((i) => `Item ${i}`));
  for (
    const query of ["limit=0", "limit=101", "limit=x", "cursor=%00", "x=1"]
  ) {
    assert.equal(await statusOf(owner.send("GET", `${path}?${query}`)), 422);
  }
});

Deno.test("content: the same text again is 201 with duplicate_of", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const path = `/twins/${owner.twin_id}/content`;
  const body = "The same words.";
  const first = await owner.json("POST", path, { title: "A", body }, 201);
  assert.equal(first.visibility, "private");
  assert.ok(!("duplicate_of" in first));
  const second = await owner.json("POST", path, { title: "B", body }, 201);
  assert.equal(second.duplicate_of, first.id);
});

Deno.test("content: 400 KB of text comes back to the letter, and answers", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const { chat } = await shareTwin(owner);
  const path = `/twins/${owner.twin_id}/content`;
  const line = "Filler about nothing in particular, naïve 😀 漢字.\n\n";
  const body = line.repeat(5_000) + "The ferry to Mull leaves at 09:35 sharp.";
  const item = await owner.json("POST", path, {
    title: "Long",
    body,
    visibility: "public",
  }, 201);
  assert.equal((await owner.json("GET", `${path}/${item.id}`)).body, body);
  const { body: answer } = await ask(server, chat, {
    message: "When does the ferry to Mull leave?",
  });
  assert.match(answer.answer, /09:35/);
});

Deno.test("import: a file each an item or a problem", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const form = new FormData();
  form.append("visibility", "public");
  form.append("files", new File(["# Heading\n\nText."], "a.md"));
  form.append("files", new File(["Plain words."], "notes.txt"));
  form.append("files", new File([new Uint8Array([0xff, 0xfe, 0])], "bad.txt"));
  form.append("files", new File(["x"], "tool.exe"));
  form.append("files", new File([" "], "empty.md"));
  const response = await server.fetch(
    `/twins/${owner.twin_id}/content/import`,
    { method: "POST", body: form, headers: { cookie: owner.cookie } },
  );
  assert.equal(response.status, 201);
  const { files } = await response.json();
  assert.deepEqual(
    files.map((f: { item?: { title: string }; problem?: { code: string } }) =>
      f.item?.title ?? f.problem?.code
    ),
    [
      "Heading",
      "notes",
      "unsupported_media_type",
      "unsupported_media_type",
      "invalid_input",
    ],
  );
});

Deno.test("import: a table of pairs becomes pairs, each once", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const path = `/twins/${owner.twin_id}/content`;
  const send = async (table: string) => {
    const body = new FormData();
    body.append("files", new File([table], "faq.csv"));
    const headers = { cookie: owner.cookie };
    const sent = { method: "POST", body, headers };
    const response = await server.fetch(`${path}/import`, sent);
    return (await response.json()).files[0];
  };
  const rows = ["question,answer", "Dogs allowed?,No.", "Cats allowed?,No."];
  const added = { items: 0, pairs: 2, duplicates: 0 };
  assert.deepEqual((await send(rows.join("\n"))).added, added);
  const again = await send([...rows, "Open on Sunday?,No."].join("\n"));
  assert.deepEqual(again.added, { items: 0, pairs: 1, duplicates: 2 });
  const { items } = await owner.json("GET", path);
  assert.deepEqual(
    items.map(({ kind, title }: Json) => [kind, title]),
    [["pair", "Open on Sunday?"], ["pair", "Cats allowed?"], [
      "pair",
      "Dogs allowed?",
    ]],
  );
});

Deno.test("api keys: format, shown once, stored as a hash; last_used_at exact to a minute", async () => {
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

Deno.test("api keys: rotated, both work for the overlap and then the new one only", async () => {
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

Deno.test("api keys: which origins called, let in or refused", async () => {
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

Deno.test("share link: the same 404 whatever is wrong; a new one ends the old", async () => {
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

Deno.test("chat: a retry with the same client_message_id is answered from the record, charged once", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const { chat } = await shareTwin(owner);
  const opening = await ask(server, chat, { message: "Hello" });
  const question = {
    message: "When do you drink oolong tea?",
    session_id: opening.body.session_id,
    client_message_id: crypto.randomUUID(),
  };
  const answers = await Promise.all(
    [1, 2, 3].map(() => ask(server, chat, question)),
  );
  const ids = new Set(answers.map((a) => a.body.message_id));
  assert.equal(ids.size, 1);
  const history = await server.fetch("/public/session", {
    headers: { "x-session-id": opening.body.session_id },
  });
  assert.equal((await history.json()).messages.length, 4);
  const next = await ask(server, chat, {
    message: "Hi",
    session_id: opening.body.session_id,
  });
  assert.match(next.headers.get("ratelimit") ?? "", /"session";r=17;/);
});

Deno.test("chat: one to 4,000 characters, and nothing else", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const { chat } = await shareTwin(owner);
  const bodies = [
    {},
    { message: "" },
    { message: "   " },
    { message: "x".repeat(4_001) },
    { message: 1 },
    { message: "x", client_message_id: "no-uuid" },
    { message: "x", model: "gpt" },
  ];
  for (const body of bodies) {
    assert.equal((await ask(server, chat, body)).status, 422);
  }
  const longest = await ask(server, chat, { message: "x".repeat(4_000) });
  assert.equal(longest.status, 200);
  assert.equal(longest.body.grounded, false);
});

Deno.test("visitor session: told and deleted on request; ends when idle and after a day", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const { chat } = await shareTwin(owner);
  const say = async (session_id?: string) =>
    (await ask(server, chat, { message: "Tea?", session_id })).body.session_id;
  const stored = (id: string, method = "GET") =>
    server.fetch("/public/session", {
      method,
      headers: { "x-session-id": id },
    });
  const id = await say();
  assert.equal(await say(id), id);
  const session = await (await stored(id)).json();
  assert.deepEqual(
    session.messages.map((m: { role: string }) => m.role),
    ["visitor", "twin", "visitor", "twin"],
  );
  assert.equal(await statusOf(stored(id, "DELETE")), 204);
  assert.equal(await statusOf(stored(id)), 404);
  assert.notEqual(await say(id), id);

  const idle = await say();
  server.clock.advance(29 * 60_000);
  assert.equal(await say(idle), idle);
  server.clock.advance(31 * 60_000);
  assert.equal(await statusOf(stored(idle)), 404);
  assert.notEqual(await say(idle), idle);

  const long = await say();
  for (let i = 0; i < 49; i++) {
    server.clock.advance(29 * 60_000);
    assert.equal(await say(long), long);
  }
  server.clock.advance(29 * 60_000);
  assert.notEqual(await say(long), long);
});

Deno.test("conversations: the owner reads them, leads too, and may block a visitor", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const { chat, token } = await shareTwin(owner);
  const { body: { session_id } } = await ask(server, chat, {
    message: "Who won the football world cup?",
  });
  // A greeting leaves nothing unanswered.
  await ask(server, chat, { message: "Hello", session_id });
  const lead = await ask(server, `/public/leads/${owner.twin_id}/${token}`, {
    session_id,
    email: "fan@example.com",
  });
  assert.equal(lead.status, 201);
  const path = `/twins/${owner.twin_id}`;
  const { items: [talk] } = await owner.json("GET", `${path}/conversations`);
  assert.equal(talk.unanswered, 1);
  const { items: [left] } = await owner.json("GET", `${path}/leads`);
  assert.equal(left.question, "Who won the football world cup?");
  assert.equal(left.conversation_id, talk.id);
  const transcript = await owner.json(
    "GET",
    `${path}/conversations/${talk.id}`,
  );
  assert.equal(transcript.exchanges[0].grounded, false);
  assert.ok(!JSON.stringify([talk, left, transcript]).includes(session_id));
  await owner.json("PATCH", `${path}/conversations/${talk.id}`, {
    blocked: true,
  });
  const blocked = await ask(server, chat, { message: "Hi", session_id });
  assert.equal(blocked.status, 403);
  // What a visitor has deleted is gone, the e-mail too.
  const gone = server.fetch("/public/session", {
    method: "DELETE",
    headers: { "x-session-id": session_id },
  });
  assert.equal(await statusOf(gone), 204);
  assert.deepEqual((await owner.json("GET", `${path}/leads`)).items, []);
  assert.deepEqual(
    (await owner.json("GET", `${path}/conversations`)).items,
    [],
  );
});

Deno.test("preview: the owner's draws from private content, the public one never", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  await shareTwin(owner);
  const viewer = await invite(server, owner, "viewer");
  const path = `/twins/${owner.twin_id}/preview`;
  const message = "What is the code of my safe?";
  const as_owner = await viewer.json("POST", path, { message, as: "owner" });
  assert.match(as_owner.answer, /CANARY-4711/);
  const as_public = await owner.json("POST", path, { message, as: "public" });
  assert.equal(as_public.grounded, false);
  assert.doesNotMatch(JSON.stringify(as_public), /CANARY/);
  // A session begun as the owner is not taken over into the public's eyes.
  const crossed = await owner.json("POST", path, {
    message,
    as: "public",
    session_id: as_owner.session_id,
  });
  assert.notEqual(crossed.session_id, as_owner.session_id);
  const talks = await owner.json(
    "GET",
    `/twins/${owner.twin_id}/conversations`,
  );
  assert.deepEqual(talks.items, []);
});

Deno.test("twins: paused answers 503 in its own words; deleted, everything of it ends", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const { chat, token } = await shareTwin(owner);
  const { key } = await makeKey(owner);
  const { body: { session_id } } = await ask(server, chat, { message: "Hi" });
  await owner.json("PATCH", `/twins/${owner.twin_id}`, { paused: true });
  const paused = await ask(server, chat, { message: "Tea?" });
  assert.equal(paused.status, 503);
  assert.match(paused.body.detail, /taking a break/);
  await owner.json("PATCH", `/twins/${owner.twin_id}`, { paused: false });
  await owner.json("DELETE", `/twins/${owner.twin_id}`, undefined, 204);
  assert.equal((await ask(server, chat, { message: "Tea?" })).status, 404);
  assert.equal((await withKey(server, owner, key)).status, 401);
  const share = `/public/validate-share/${owner.twin_id}/${token}`;
  assert.equal(await statusOf(server.fetch(share)), 404);
  const session = server.fetch("/public/session", {
    headers: { "x-session-id": session_id },
  });
  assert.equal(await statusOf(session), 404);
  assert.equal(
    await statusOf(owner.send("GET", `/twins/${owner.twin_id}`)),
    404,
  );
  assert.deepEqual((await owner.json("GET", "/me")).twins, []);
  assert.deepEqual((await owner.json("GET", "/api-keys")).items, []);
});

Deno.test("undo: a deleted item and a deleted twin come back whole, for 7 days", async () => {
  await using server = await startServer({ env: ROOMY });
  const owner = await signUp(server);
  const { chat } = await shareTwin(owner);
  const path = `/twins/${owner.twin_id}`;
  const { items } = await owner.json("GET", `${path}/content`);
  const tea = items.find((item: { title: string }) => item.title === "Tea");
  const question = { message: "When do you drink oolong tea?" };
  const grounded = async () =>
    (await ask(server, chat, question)).body.grounded;
  await owner.json("DELETE", `${path}/content/${tea.id}`, undefined, 204);
  assert.equal(await grounded(), false);
  await owner.json("POST", `${path}/content/${tea.id}/restore`);
  assert.equal(await grounded(), true);
  const again = owner.send("POST", `${path}/content/${tea.id}/restore`);
  assert.equal(await statusOf(again), 404);

  await owner.json("DELETE", path, undefined, 204);
  assert.equal((await ask(server, chat, question)).status, 404);
  await owner.json("POST", `${path}/restore`);
  assert.equal(await grounded(), true);

  await owner.json("DELETE", `${path}/content/${tea.id}`, undefined, 204);
  await owner.json("DELETE", path, undefined, 204);
  server.clock.advance(7 * DAY + 1);
  const response = await post(server, "/login", {
    email: owner.email,
    password: PASSWORD,
  });
  const back = await member(server, response, owner.email);
  assert.equal(await statusOf(back.send("POST", `${path}/restore`)), 404);
});

Deno.test("avatar: known by its bytes, up to 60 KiB, served by us", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const path = `/twins/${owner.twin_id}/avatar`;
  const put = (bytes: Uint8Array<ArrayBuffer>) =>
    server.fetch(path, {
      method: "PUT",
      body: bytes,
      headers: { cookie: owner.cookie, "content-type": "image/png" },
    });
  const png = new Uint8Array(100);
  png.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const { avatar_url } = await (await put(png)).json();
  const served = await fetch(avatar_url);
  assert.equal(served.headers.get("content-type"), "image/png");
  assert.deepEqual(await served.bytes(), png);
  const svg = new TextEncoder().encode("<svg onload=alert(1)>");
  assert.equal(await statusOf(put(svg)), 422);
  assert.equal(await statusOf(put(new Uint8Array(61_441))), 413);
  // Few bytes that unpack to a gigabyte.
  const huge = new Uint8Array(png);
  huge.set(new TextEncoder().encode("IHDR"), 12);
  new DataView(huge.buffer).setUint32(16, 16_000);
  assert.equal(await statusOf(put(huge)), 422);
  await owner.json("DELETE", path, undefined, 204);
  assert.equal(await statusOf(fetch(avatar_url)), 404);
});

Deno.test("team: the last owner can be neither removed nor made viewer, not by two at once either", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const demote = (by: Member, who: Member) =>
    by.send("PATCH", `/users/${who.user_id}/role`, { role: "viewer" });
  assert.equal(await statusOf(demote(owner, owner)), 409);
  assert.equal(
    await statusOf(owner.send("DELETE", `/users/${owner.user_id}`)),
    409,
  );
  const second = await invite(server, owner, "owner");
  const statuses = await Promise.all([
    statusOf(demote(owner, second)),
    statusOf(demote(second, owner)),
  ]);
  assert.ok(statuses.includes(200), String(statuses));
  const remaining = await owner.json("GET", "/users");
  assert.equal(
    remaining.items.filter((u: { role: string }) => u.role === "owner").length,
    1,
  );
});

Deno.test("invitations: resend ends the old link, expiry is 410, an account accepts signed in", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const make = async (email: string) =>
    await owner.json("POST", "/users/invite", { email, role: "viewer" }, 201);
  const form = { name: "Guest", password: PASSWORD };
  const first = await make("guest@example.com");
  assert.equal(
    Date.parse(first.expires_at),
    server.clock.now() + 7 * DAY,
  );
  const resend = `/users/invitations/${first.id}/resend`;
  const second = await owner.json("POST", resend, undefined, 201);
  const old_path = new URL(first.invite_url).pathname;
  assert.equal(await statusOf(post(server, old_path, form)), 410);
  const listed = await owner.json("GET", "/users/invitations");
  assert.deepEqual(
    listed.items.map((i: { status: string }) => i.status),
    ["pending"],
  );
  server.clock.advance(7 * DAY + 1);
  const late = new URL(second.invite_url).pathname;
  const expired = await server.fetch(late);
  assert.equal(expired.status, 410);
  assert.match(await expired.text(), /new one/);
  assert.equal(await statusOf(post(server, late, form)), 410);

  const other = await signUp(server);
  const back = await member(
    server,
    await post(server, "/login", { email: owner.email, password: PASSWORD }),
    owner.email,
  );
  const { invite_url } = await back.json("POST", "/users/invite", {
    email: other.email,
    role: "viewer",
  }, 201);
  const path = new URL(invite_url).pathname;
  assert.equal(await statusOf(post(server, path, form)), 409);
  const joined = await post(server, path, {}, other.cookie);
  assert.equal(joined.status, 303);
  await joined.body?.cancel();
  const me = await other.json("GET", "/me");
  assert.equal(me.tenant.id, owner.tenant_id);
  assert.equal(me.user.role, "viewer");
});

Deno.test("password reset: once, by a link an owner makes, ends every session", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const guest = await invite(server, owner, "viewer");
  const { reset_url } = await owner.json(
    "POST",
    `/users/${guest.user_id}/password-reset`,
    undefined,
    201,
  );
  const path = new URL(reset_url).pathname;
  const password = "a wholly new password";
  assert.equal(await statusOf(server.fetch(path)), 200);
  assert.equal(await statusOf(post(server, path, { password: "short" })), 422);
  assert.equal(await statusOf(post(server, path, { password })), 303);
  assert.equal(await statusOf(post(server, path, { password })), 410);
  assert.equal(await statusOf(guest.send("GET", "/me")), 401);
  const log_in = (text: string) =>
    statusOf(post(server, "/login", { email: guest.email, password: text }));
  assert.equal(await log_in(PASSWORD), 401);
  assert.equal(await log_in(password), 303);
});

Deno.test("audit log: who did what, newest first", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  await shareTwin(owner);
  const { id } = await makeKey(owner);
  await owner.json("DELETE", `/api-keys/${id}`, undefined, 204);
  const { items } = await owner.json("GET", "/audit-log");
  assert.deepEqual(items.map((entry: { action: string }) => entry.action), [
    "api_key.revoked",
    "api_key.created",
    "sharing.enabled",
    "content.created",
    "content.created",
    "account.created",
    "twin.created",
  ]);
  assert.equal(items[0].actor_id, owner.user_id);
  assert.equal(items[0].target_id, id);
});

Deno.test("embed: framed by the key's domains only, and calls with a ticket", async () => {
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

Deno.test("teams: a session has one current team, and may switch", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const other = await signUp(server);
  const { invite_url } = await owner.json("POST", "/users/invite", {
    email: other.email,
    role: "viewer",
  }, 201);
  await statusOf(
    post(server, new URL(invite_url).pathname, {}, other.cookie),
  );
  assert.equal(
    await statusOf(other.send("POST", "/twins", { name: "X" })),
    403,
  );
  const to = (tenant_id: string) =>
    statusOf(
      post(server, "/dashboard/team/switch", { tenant_id }, other.cookie),
    );
  assert.equal(await to(other.tenant_id), 303);
  assert.equal(
    await statusOf(other.send("POST", "/twins", { name: "X" })),
    201,
  );
  const stranger = await signUp(server);
  assert.equal(await to(stranger.tenant_id), 404);
});

Deno.test("static files: compressed as the caller takes it, an ETag, and 304 for who has it", async () => {
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
