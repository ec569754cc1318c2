// A visitor who asked by a key or a channel may leave an e-mail on a separate page.
import assert from "node:assert/strict";
import { makeKey, post, signUp, startServer } from "./harness.ts";

Deno.test("lead page: takes an e-mail, also at the page's former address", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const { key } = await makeKey(owner);
  const answer = await server.fetch(`/chat-widget/${owner.twin_id}`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${key}`,
      "content-type": "application/json",
    },
    body: JSON.stringify({ message: "Do you fly helicopters?" }),
  });
  const [, url = ""] = /"lead_url":"([^"]+)"/.exec(await answer.text()) ?? [];
  const { pathname } = new URL(url);
  assert.match(pathname, /^\/notify\/ses_\w{26}_[\w-]{43}$/);
  const former = await server.fetch(pathname.replace("notify", "tell"));
  assert.equal(former.status, 303);
  assert.equal(former.headers.get("location"), pathname);

  const page = await server.fetch(pathname);
  assert.equal(page.status, 200);
  assert.match(await page.text(), /Do you fly helicopters\?/);
  const bad = await post(server, pathname, { email: "fan" });
  assert.equal(bad.status, 422);
  await bad.body?.cancel();
  const sent = await post(server, pathname, { email: "fan@example.com" });
  assert.equal(sent.headers.get("location"), `${pathname}?done`);
  const { items } = await owner.json("GET", `/twins/${owner.twin_id}/leads`);
  assert.equal(items[0].email, "fan@example.com");

  const made_up = await server.fetch("/notify/ses_1_2");
  assert.equal(made_up.status, 404);
  await made_up.body?.cancel();
});
