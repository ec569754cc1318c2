// The share page besides its chat: files for messengers and phones, and its forms without scripts.
import assert from "node:assert/strict";
import {
  type Member,
  post,
  type Server,
  shareTwin,
  signUp,
  startServer,
  statusOf,
} from "./harness.ts";

async function openShare(env: Record<string, string> = {}) {
  const server = await startServer({ env });
  const owner = await signUp(server);
  const { token } = await shareTwin(owner);
  const path = `/share/${owner.twin_id}/${token}`;
  return {
    server,
    owner,
    path,
    [Symbol.asyncDispose]: server[Symbol.asyncDispose],
  };
}

const send = (server: Server, path: string, fields: Record<string, string>) =>
  server.fetch(path, { method: "POST", body: new URLSearchParams(fields) });

const sessionIn = (html: string) =>
  /name="session_id" value="(ses_\w+)"/.exec(html)?.[1] ?? "";

Deno.test("share page: has a card, icons and a manifest while shared", async () => {
  await using world = await openShare();
  const { server, owner, path } = world;
  const html = await (await server.fetch(path)).text();
  const image = /property="og:image" content="([^"]+)"/.exec(html)?.[1];
  assert.equal(image, `${server.base}${path}/card.png`);
  for (const file of ["card.png", "icon-192.png", "icon-512.png"]) {
    const response = await server.fetch(`${path}/${file}`);
    assert.equal(response.headers.get("content-type"), "image/png");
    assert.ok((await response.bytes()).length > 1_000);
    const etag = response.headers.get("etag") ?? "";
    const again = server.fetch(`${path}/${file}`, {
      headers: { "if-none-match": etag },
    });
    assert.equal(await statusOf(again), 304);
  }
  const manifest = await server.fetch(`${path}/manifest.webmanifest`);
  const { start_url, icons } = await manifest.json();
  assert.equal(start_url, path);
  for (const { src } of icons) {
    assert.equal(await statusOf(server.fetch(src)), 200);
  }
  for (const file of ["nothing.png", "constructor", "card.png/x"]) {
    assert.equal(await statusOf(server.fetch(`${path}/${file}`)), 404, file);
  }
  await owner.json("PATCH", `/twins/${owner.twin_id}/sharing`, {
    is_public: false,
  });
  for (const file of ["card.png", "manifest.webmanifest"]) {
    assert.equal(await statusOf(server.fetch(`${path}/${file}`)), 404);
  }
});

Deno.test("share page: a picture that is only valid at its beginning is left out of the card", async () => {
  await using world = await openShare();
  const { server, owner, path } = world;
  await server.fetch(`/twins/${owner.twin_id}/avatar`, {
    method: "PUT",
    headers: { cookie: owner.cookie, "content-type": "image/png" },
    body: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]),
  }).then((response) => response.body?.cancel());
  assert.equal(await statusOf(server.fetch(`${path}/card.png`)), 200);
});

async function unanswered(server: Server, owner: Member, path: string) {
  const page = await send(server, path, { message: "Do you fly helicopters?" });
  const session_id = sessionIn(await page.text());
  assert.ok(session_id);
  return { session_id, owner };
}

async function stored(server: Server, session_id: string) {
  const headers = { "x-session-id": session_id };
  return await (await server.fetch("/public/session", { headers })).json();
}

Deno.test("share page: its forms work without scripts, and a failure keeps the input", async () => {
  await using world = await openShare({ TWINCAST_LIMIT_SESSION: "2/60s" });
  const { server, owner, path } = world;
  const { session_id } = await unanswered(server, owner, path);
  const told = await send(server, path, {
    action: "leave_email",
    session_id,
    email: "me@example.com",
  });
  assert.match(await told.text(), /can now write to you/);
  const { items } = await owner.json("GET", `/twins/${owner.twin_id}/leads`);
  assert.equal(items[0].email, "me@example.com");

  const { messages: [, answer] } = await stored(server, session_id);
  const about = { action: "rate", session_id, message_id: answer.id };
  const rated = await send(server, path, { ...about, rating: "down" });
  assert.match(await rated.text(), /Thank you.*aria-pressed="true"/s);
  const word = { ...about, rating: "down", comment: "Too <b>short</b>" };
  await send(server, path, word).then((response) => response.body?.cancel());
  const { messages } = await stored(server, session_id);
  assert.equal(messages[1].rating.comment, "Too <b>short</b>");
  const long = { ...word, comment: "x".repeat(501) };
  assert.equal(await statusOf(send(server, path, long)), 422);

  const empty = await send(server, path, { session_id, message: " " });
  assert.equal(empty.status, 422);
  assert.match(await empty.text(), /helicopters/);
  await send(server, path, { session_id, message: "When is tea?" })
    .then((response) => response.body?.cancel());
  const limited = await send(server, path, { session_id, message: "And <b>?" });
  assert.equal(limited.status, 429);
  assert.ok(limited.headers.get("retry-after"));
  const html = await limited.text();
  assert.match(html, /role="alert"/);
  assert.match(html, /And &lt;b>\?<\/textarea>|And &lt;b&gt;\?<\/textarea>/);

  const deleted = await send(server, path, { action: "delete", session_id });
  assert.match(await deleted.text(), /Nothing of it is stored any more/);
  const gone = server.fetch("/public/session", {
    headers: { "x-session-id": session_id },
  });
  assert.equal(await statusOf(gone), 404);
  const again = await send(server, path, { action: "delete", session_id });
  assert.equal(again.status, 404);
  assert.match(await again.text(), /This chat has ended/);
});

Deno.test("share page: links, a theme, and structured data that no text breaks out of", async () => {
  await using world = await openShare();
  const { server, owner, path } = world;
  const name = "</script><script>alert(1)</script>";
  const links = [{ label: "Shop <b>", url: "https://shop.example/?a=1&b=2" }];
  const set = (fields: object, status = 200) =>
    owner.json("PATCH", `/twins/${owner.twin_id}`, fields, status);
  const twin = await set({ name, bio: "I & you", links, page_theme: "bold" });
  assert.deepEqual([twin.links, twin.page_theme], [links, "bold"]);
  const html = await (await server.fetch(path)).text();
  const [, json = ""] = /<script type="application\/ld\+json">(.*?)<\/script>/s
    .exec(html) ?? [];
  const profile = JSON.parse(json);
  assert.equal(profile["@type"], "ProfilePage");
  assert.equal(profile.url, `${server.base}${path}`);
  assert.deepEqual(profile.mainEntity, {
    "@type": "Person",
    name,
    description: "I & you",
    sameAs: [links[0].url],
  });
  assert.match(html, /data-look="bold"/);
  assert.match(html, /name="robots" content="noindex"/);
  assert.match(html, /href="https:\/\/shop\.example\/\?a=1&amp;b=2"/);
  for (
    const wrong of [
      [{ label: "x", url: "http://shop.example/" }],
      [{ label: "x", url: "javascript:alert(1)" }],
      [{ label: "", url: "https://shop.example/" }],
      Array(9).fill(links[0]),
    ]
  ) await set({ links: wrong }, 422);
  await set({ page_theme: "pink" }, 422);
  assert.deepEqual((await set({})).links, links);
});

Deno.test("settings: the form changes the page's theme and links, and keeps refused input", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const path = `/twins/${owner.twin_id}`;
  const save = (fields: Record<string, string>) =>
    post(
      server,
      "/dashboard/settings",
      { action: "page", page_theme: "dark", ...fields },
      owner.cookie,
    );
  const saved = await statusOf(save({
    link_label_1: "Shop",
    link_url_1: "shop.example/all",
    link_url_4: "https://blog.example",
  }));
  assert.equal(saved, 303);
  const { page_theme, links } = await owner.json("GET", path);
  assert.equal(page_theme, "dark");
  assert.deepEqual(links, [
    { label: "Shop", url: "https://shop.example/all" },
    { label: "blog.example", url: "https://blog.example/" },
  ]);
  for (const url of ["http://shop.example/", "javascript:alert(1)", "shop"]) {
    const refused = await save({ link_label_2: "Typed", link_url_2: url });
    assert.equal(refused.status, 422);
    const html = await refused.text();
    assert.match(html, /Write an address that begins with https/);
    assert.match(html, /value="Typed"/);
  }
  assert.equal((await owner.json("GET", path)).links.length, 2);
});

Deno.test("share page: its owner sees how often and from which sites it was opened, and nothing about visitors", async () => {
  await using share = await openShare();
  const { server, owner, path } = share;
  await owner.json("PATCH", `/twins/${owner.twin_id}`, { handle: "opened" });
  const browser = "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0";
  const open = async (headers: Record<string, string>, at = path) => {
    const sent = { "user-agent": browser, ...headers };
    await statusOf(server.fetch(at, { headers: sent }));
  };
  await open({ referer: "https://www.clay.example/secret-page?who=ada" });
  await open({ referer: "https://clay.example/" }, "/@opened");
  await open({ referer: `${server.base}/` });
  await open({});
  // No site has such a name, and no store key has room for it.
  await open({ referer: `https://${"a".repeat(3_000)}.example/` });
  // Nobody read these.
  await open({ "user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1)" });
  await open({ "user-agent": "WhatsApp/2.23" });
  await open({ "sec-purpose": "prefetch" });
  await open({ "sec-fetch-dest": "iframe" });
  await open({ cookie: owner.cookie });
  await open({}, `${path}x`);
  await server.app.opens.flush();
  const page = await server.fetch(`/dashboard/share?twin=${owner.twin_id}`, {
    headers: { cookie: owner.cookie },
  });
  const html = await page.text();
  assert.match(html, />5 opens,.*>0 visitors,/);
  assert.match(html, />clay\.example 2<.*>an app, or typed in 3</);
  const kept = await Array.fromAsync(server.app.kv.list({ prefix: ["opens"] }));
  assert.deepEqual(kept.map(({ key }) => key[3]), ["", "clay.example"]);
});
