import { DAY } from "../lib/clock.ts";
import assert from "node:assert/strict";
import {
  invite,
  makeKey,
  type Member,
  member,
  PASSWORD,
  post,
  shareTwin,
  signUp,
  startServer,
  statusOf,
} from "./harness.ts";

Deno.test("team: the last owner can be neither removed nor demoted, not even by two concurrent calls", async () => {
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

Deno.test("invitations: resending ends the old link, expiry is 410, a signed-in account accepts", async () => {
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

Deno.test("audit log: who did what, newest first", async () => {
  // Ids never go back in time within a process, and other tests here have advanced it by days.
  await using server = await startServer({ now_ms: Date.now() + 30 * DAY });
  const owner = await signUp(server);
  // Entries of one millisecond are in id order, and those of a sign-up here are created outside the server.
  server.clock.advance(1_000);
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
