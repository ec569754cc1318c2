import assert from "node:assert/strict";
import { send, signUp } from "./process_account.ts";
import { Process } from "./processes.ts";
import { PASSWORD, tempStore } from "./stores.ts";

/** Uses everything that issues a secret. The issued secrets, and other private texts. */
async function collectSecrets(process: Process) {
  const account = await signUp(process, "ada@example.com");
  const { twin_id, cookie } = account;
  const me = await send(process, account, "GET", "/me");
  await send(process, account, "POST", `/twins/${twin_id}/content`, {
    title: "Tea",
    body: "I drink oolong tea every morning at seven. LOGCANARY-1",
    visibility: "public",
  });
  await send(process, account, "POST", `/twins/${twin_id}/content`, {
    title: "Safe",
    body: "The code of my safe is LOGCANARY-2",
  });
  const link = await send(
    process,
    account,
    "PATCH",
    `/twins/${twin_id}/sharing`,
    { is_public: true },
  );
  const key = await send(process, account, "POST", "/api-keys", {
    twin_id,
    name: "Server",
    type: "secret",
  });
  const site = await send(process, account, "POST", "/api-keys", {
    twin_id,
    name: "Site",
    allowed_domains: ["*"],
  });
  const rotated = await send(
    process,
    account,
    "POST",
    `/api-keys/${key.id}/rotate`,
    {},
  );
  const invitation = await send(process, account, "POST", "/users/invite", {
    email: "bob@example.com",
    role: "viewer",
  });
  const reset = await send(
    process,
    account,
    "POST",
    `/users/${me.user.id}/password-reset`,
  );
  const ticket = await send(
    process,
    account,
    "GET",
    `/embed/${twin_id}/ticket?key=${site.key}`,
  );
  const chat = `/public/chat/${twin_id}/${link.share_token}`;
  const by_link = await send(process, { cookie: "" }, "POST", chat, {
    message: "When is oolong tea? LOGCANARY-3",
  });
  const asked = await process.fetch(`/chat-widget/${twin_id}`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${rotated.key}`,
      "content-type": "application/json",
      accept: "application/json",
    },
    body: JSON.stringify({ message: "LOGCANARY-4?" }),
  });
  const by_key = await asked.json();
  const history = await process.fetch("/public/session", {
    headers: { "x-session-id": by_link.session_id },
  });
  assert.equal(history.status, 200);
  await history.body?.cancel();
  const pages = [
    `/share/${twin_id}/${link.share_token}`,
    "/nothing/LOGCANARY-5",
    "/dashboard",
  ];
  for (const path of pages) {
    await (await process.fetch(path, { headers: { cookie } })).body?.cancel();
  }
  return {
    requests: 15 + pages.length,
    share_token: link.share_token as string,
    ids: [twin_id, key.id, me.user.id],
    secrets: [
      PASSWORD,
      cookie.split("=")[1],
      key.key,
      site.key,
      rotated.key,
      invitation.invite_url.split("/").at(-1),
      reset.reset_url.split("/").at(-1),
      ticket.ticket,
      by_link.session_id,
      by_key.session_id,
    ] as string[],
  };
}

async function readFolder(folder: string): Promise<string> {
  const texts: string[] = [];
  for await (const { name } of Deno.readDir(folder)) {
    const bytes = await Deno.readFile(`${folder}/${name}`);
    texts.push(new TextDecoder("latin1").decode(bytes));
  }
  return texts.join("\n");
}

Deno.test("process: none of its secrets is in its files or its log", async () => {
  await using file = await tempStore();
  await using process = await Process.start(file.path);
  const { secrets, share_token, ids, requests } = await collectSecrets(process);
  const running = await readFolder(file.folder);
  assert.equal(await process.stop(), 0);
  const stopped = await readFolder(file.folder);
  // The search finds what is there.
  for (const files of [running, stopped]) assert.ok(files.includes("Adatwin"));
  const log = process.lines.join("\n");
  for (const secret of secrets) {
    assert.ok(secret.length >= 20, "secrets were issued");
    for (const text of [running, stopped, log]) {
      assert.ok(!text.includes(secret), `${secret.slice(0, 6)}…`);
    }
  }
  for (const text of [share_token, ...ids, "LOGCANARY", "@example.com"]) {
    assert.ok(!log.includes(text), `the log holds ${text}`);
  }
  const lines = process.lines.filter((line) =>
    !/^(Twincast is ready|Listening on port)/.test(line)
  )
    .map((line) => JSON.parse(line));
  const logged = lines.filter(({ event }) => event === "request");
  assert.equal(logged.length, requests, "one line per request");
  assert.equal(new Set(logged.map((line) => line.request_id)).size, requests);
  for (const line of logged) {
    assert.deepEqual(
      Object.keys(line).sort(),
      ["at", "event", "level", "method", "ms", "request_id", "route", "status"],
    );
  }
  const routes = new Set(
    logged.map(({ method, route }) => `${method} ${route}`),
  );
  for (
    const route of [
      "POST /signup",
      "POST /public/chat/{twin_id}/{token}",
      "GET /share/{twin_id}/{token}",
      "POST /chat-widget/{twin_id}",
      "POST /users/{user_id}/password-reset",
    ]
  ) assert.ok(routes.has(route), `${route} in ${[...routes]}`);
});
