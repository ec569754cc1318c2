// Requests of visitors and guests that begin while allowed, and finish when no longer allowed.
import assert from "node:assert/strict";
import {
  makeKey,
  type Member,
  ROOMY,
  type Server,
  shareTwin,
  signUp,
  startServer,
} from "./harness.ts";
import { holdCall } from "./held_call.ts";

/** Begins a call, does something, and finishes it. */
async function during(
  server: Server,
  path: string,
  init: RequestInit,
  change: () => Promise<unknown>,
) {
  const held = await holdCall(server, path, { method: "POST", ...init });
  // When this is answered, any look-up before the body is done.
  assert.equal((await server.fetch("/healthz")).status, 200);
  await change();
  const response = await held.finish();
  return { status: response.status, text: await response.text() };
}

const asked = (message: string) => ({ body: new URLSearchParams({ message }) });

async function open(): Promise<
  { server: Server; owner: Member; token: string; share: string }
> {
  const server = await startServer({ env: ROOMY });
  const owner = await signUp(server);
  const { token } = await shareTwin(owner);
  return { server, owner, token, share: `/share/${owner.twin_id}/${token}` };
}

Deno.test("held: a share form is answered from what is public when it arrived whole, not when it began", async () => {
  const { server, owner, share } = await open();
  await using _ = server;
  const path = `/twins/${owner.twin_id}/content`;
  const { id } = await owner.json("POST", path, {
    title: "Plan",
    body: "The plan is HELDCANARY on Sunday.",
    visibility: "public",
  }, 201);
  const form = asked("What is the plan?");
  const before = await during(server, share, form, () => Promise.resolve());
  assert.equal(before.status, 200);
  assert.ok(before.text.includes("HELDCANARY"));
  const after = await during(
    server,
    share,
    form,
    () => owner.json("PATCH", `${path}/${id}`, { visibility: "private" }),
  );
  assert.equal(after.status, 200);
  assert.ok(!after.text.includes("HELDCANARY"));
});

Deno.test("held: a share form and a share call end with sharing and with the link", async () => {
  const { server, owner, share, token } = await open();
  await using _ = server;
  const { twin_id } = owner;
  const off = () =>
    owner.json("PATCH", `/twins/${twin_id}/sharing`, { is_public: false });
  const on = () =>
    owner.json("PATCH", `/twins/${twin_id}/sharing`, { is_public: true });
  const form = asked("When do you drink oolong tea?");
  assert.equal((await during(server, share, form, off)).status, 404);
  await on();
  const call = {
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ message: "When do you drink oolong tea?" }),
  };
  const path = `/public/chat/${twin_id}/${token}`;
  assert.equal((await during(server, path, call, off)).status, 404);
  await on();
  const renew = () =>
    owner.json("POST", `/twins/${twin_id}/share-link`, undefined, 201);
  assert.equal((await during(server, share, form, renew)).status, 404);
});

Deno.test("held: a call by a key ends with the key", async () => {
  const { server, owner } = await open();
  await using _ = server;
  const key = await makeKey(owner);
  const call = {
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${key.key}`,
    },
    body: JSON.stringify({ message: "When do you drink oolong tea?" }),
  };
  const revoke = () =>
    owner.json("DELETE", `/api-keys/${key.id}`, undefined, 204);
  const path = `/chat-widget/${owner.twin_id}`;
  assert.equal((await during(server, path, call, revoke)).status, 401);
});

Deno.test("held: the forms of an invitation and of a password link end with them", async () => {
  const { server, owner } = await open();
  await using _ = server;
  const invited = await owner.json("POST", "/users/invite", {
    email: "guest@example.com",
    role: "owner",
  }, 201);
  const account = {
    body: new URLSearchParams({
      name: "Guest",
      password: "correct horse battery staple",
    }),
  };
  const { pathname } = new URL(invited.invite_url);
  const withdraw = () =>
    owner.json("DELETE", `/users/invitations/${invited.id}`, undefined, 204);
  assert.equal((await during(server, pathname, account, withdraw)).status, 410);
  const path = `/users/${owner.user_id}/password-reset`;
  const { reset_url } = await owner.json("POST", path, undefined, 201);
  const page = await server.fetch(new URL(reset_url).pathname);
  assert.match(await page.text(), /an owner of/);
  const set = {
    body: new URLSearchParams({ password: "another password of mine" }),
  };
  const end = () => owner.json("DELETE", path, undefined, 204);
  const late = await during(server, new URL(reset_url).pathname, set, end);
  assert.equal(late.status, 410);
  assert.equal((await owner.send("GET", "/me")).status, 200);
});

Deno.test("invitation: its page does not reveal whether the e-mail has an account", async () => {
  const { server, owner } = await open();
  await using _ = server;
  const known = await signUp(server);
  const pages: string[] = [];
  for (const email of [known.email, "nobody-at-all@example.com"]) {
    const { invite_url } = await owner.json("POST", "/users/invite", {
      email,
      role: "viewer",
    }, 201);
    const path = new URL(invite_url).pathname;
    const html = await (await server.fetch(path)).text();
    pages.push(
      html.replaceAll(path, "").replaceAll(encodeURIComponent(path), "")
        .replaceAll(email, "").replaceAll(/nonce="[^"]*"/g, "")
        .replaceAll(/<script[\s\S]*?<\/script>/g, ""),
    );
  }
  assert.equal(pages[0], pages[1]);
});
