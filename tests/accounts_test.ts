import { DAY } from "../lib/clock.ts";
import assert from "node:assert/strict";
import {
  invite,
  member,
  PASSWORD,
  post,
  signUp,
  startServer,
  statusOf,
} from "./harness.ts";

Deno.test("sign-up: one account per e-mail; form errors keep the input", async () => {
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

Deno.test("sign-up: when closed, it says how to get in", async () => {
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

Deno.test("log-in: an unknown e-mail and a wrong password get the same answer; failures are limited", async () => {
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

Deno.test("dashboard session: ends with log-out, after 7 idle days and after 30 days", async () => {
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

Deno.test("password reset: works once, by an owner's link, and ends every session", async () => {
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
