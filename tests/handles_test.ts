// A twin's page at `/@handle`: claimed, changed, reserved, and never anybody else's.
import assert from "node:assert/strict";
import { DAY } from "../lib/clock.ts";
import { sweep } from "../lib/sweep.ts";
import {
  ask,
  type Member,
  type Server,
  shareTwin,
  signUp,
  startServer,
  statusOf,
} from "./harness.ts";

const claim = async (owner: Member, handle: string | null, status = 200) =>
  await owner.json("PATCH", `/twins/${owner.twin_id}`, { handle }, status);

const share = (owner: Member, is_public: boolean) =>
  owner.json("PATCH", `/twins/${owner.twin_id}/sharing`, { is_public });

const where = async (server: Server, path: string, init?: RequestInit) => {
  const response = await server.fetch(path, init);
  await response.body?.cancel();
  return [response.status, response.headers.get("location")];
};

Deno.test("handles: the page, its chat and its files work, without the token anywhere", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const { token } = await shareTwin(owner);
  assert.equal((await claim(owner, " @Mira-7 ")).handle, "mira-7");
  const page = await server.fetch("/@mira-7");
  assert.equal(page.status, 200);
  const html = await page.text();
  assert.ok(!html.includes(token));
  assert.match(html, /rel="canonical" href="[^"]+\/@mira-7"/);
  assert.doesNotMatch(html, /noindex/);
  assert.match(html, /ProfilePage/);
  const manifest = await server.fetch("/@mira-7/manifest.webmanifest");
  const text = await manifest.text();
  assert.equal(JSON.parse(text).start_url, "/@mira-7");
  assert.ok(!text.includes(token));
  assert.equal(await statusOf(server.fetch("/@mira-7/card.png")), 200);
  const { body } = await ask(server, "/public/chat/@mira-7", {
    message: "When do you drink oolong tea?",
  });
  assert.match(body.answer, /seven/);
  const rated = await server.fetch("/public/ratings/@mira-7", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      session_id: body.session_id,
      message_id: body.message_id,
      rating: "up",
    }),
  });
  assert.equal(await statusOf(rated), 200);
  const form = await server.fetch("/@mira-7", {
    method: "POST",
    body: new URLSearchParams({ message: "When do you drink oolong tea?" }),
  });
  assert.match(await form.text(), /every morning at seven/);
  assert.deepEqual(await where(server, "/@MIRA-7?x=1"), [307, "/@mira-7?x=1"]);
  assert.equal(await statusOf(server.fetch("/%40mira-7")), 200);

  await owner.json("PATCH", `/twins/${owner.twin_id}`, {
    is_searchable: false,
  });
  assert.match(await (await server.fetch("/@mira-7")).text(), /noindex/);
  await share(owner, false);
  for (const path of ["/@mira-7", "/@mira-7/card.png", "/@nobody-here"]) {
    assert.equal(await statusOf(server.fetch(path)), 404, path);
  }
  const shut = await ask(server, "/public/chat/@mira-7", { message: "Tea?" });
  assert.equal(shut.status, 404);
  for (const path of ["/at/mira-7", "/at/@mira-7", "/@", "/@/x", "/@a%2fb"]) {
    assert.equal(await statusOf(server.fetch(path)), 404, path);
  }
});

Deno.test("handles: invalid, reserved and taken handles are refused; of two concurrent requests one gets it", async () => {
  await using server = await startServer();
  const [ada, bea] = [await signUp(server), await signUp(server)];
  for (
    const wrong of [
      ...["ab", "-mira", "mira-", "mi ra", "mi_ra", "mi.ra", "m".repeat(31)],
      ...["mirа", "ｍｉｒａ", "mira\u200b", "", "@@mira"],
    ]
  ) await claim(ada, wrong, 422);
  for (const reserved of ["admin", "Support", "twincast", "login"]) {
    await claim(ada, reserved, 409);
  }
  await claim(ada, "kiln");
  await claim(bea, "KILN", 409);
  const answers = await Promise.all([
    ada.send("PATCH", `/twins/${ada.twin_id}`, { handle: "wheel" }),
    bea.send("PATCH", `/twins/${bea.twin_id}`, { handle: "wheel" }),
  ]);
  const statuses = await Promise.all(answers.map(statusOf));
  assert.deepEqual(statuses.sort(), [200, 409]);
});

Deno.test("handles: an earlier one redirects for 90 days while shared, and is free for nobody else meanwhile", async () => {
  await using server = await startServer();
  const [ada, bea] = [await signUp(server), await signUp(server)];
  await shareTwin(ada);
  for (const handle of ["first", "second", "third"]) await claim(ada, handle);
  await claim(bea, "first", 409);
  for (const old of ["first", "second"]) {
    assert.deepEqual(await where(server, `/@${old}`), [307, "/@third"]);
  }
  assert.deepEqual(
    await where(server, "/@first/card.png"),
    [307, "/@third/card.png"],
  );
  const asked = await where(server, "/public/chat/@first", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ message: "Tea?" }),
  });
  assert.deepEqual(asked, [307, "/public/chat/@third"]);
  // Its own earlier handle can be taken again, which ends the redirect.
  await claim(ada, "first");
  assert.equal(await statusOf(server.fetch("/@first")), 200);
  assert.deepEqual(await where(server, "/@third"), [307, "/@first"]);
  await claim(ada, "fourth", 429);
  assert.equal((await claim(ada, "first")).handle, "first");
  await share(ada, false);
  assert.equal(await statusOf(server.fetch("/@third")), 404);
  await share(ada, true);

  server.clock.advance(91 * DAY);
  assert.equal(await statusOf(server.fetch("/@third")), 404);
  await sweep(server.app);
  assert.equal(await statusOf(server.fetch("/@first")), 200);
  const late = await signUp(server);
  await claim(late, "third");
});

Deno.test("handles: a deleted twin's handle leads nowhere, and is free once the twin is purged", async () => {
  await using server = await startServer();
  const [ada, bea] = [await signUp(server), await signUp(server)];
  await shareTwin(ada);
  await claim(ada, "kiln");
  await ada.json("DELETE", `/twins/${ada.twin_id}`, undefined, 204);
  assert.equal(await statusOf(server.fetch("/@kiln")), 404);
  await claim(bea, "kiln", 409);
  server.clock.advance(8 * DAY);
  await sweep(server.app);
  const late = await signUp(server);
  assert.equal((await claim(late, "kiln")).handle, "kiln");
});
