// The landing page: the field that starts a trial, and a twin to try if the installation shows one.
import assert from "node:assert/strict";
import { post, shareTwin, signUp, startServer } from "./harness.ts";

Deno.test("landing: an invalid address gets a message beside it and stays in the field", async () => {
  await using server = await startServer();
  const sent = await post(server, "/", { action: "address", url: "my site" });
  assert.equal(sent.status, 422);
  const page = await sent.text();
  assert.match(page, /value="my site"/);
  assert.match(page, /such as clay\.example/);
  const written = await post(server, "/", {
    ...{ action: "write", name: "Mara", text: "Too short, kept" },
  });
  assert.equal(written.status, 422);
  assert.match(await written.text(), /Too short, kept/);
});

Deno.test("landing: shows a twin if configured, which answers without scripts, and otherwise none", async () => {
  await using server = await startServer();
  const { app } = server;
  const owner = await signUp(server);
  const { token } = await shareTwin(owner);
  const open = async () => await (await server.fetch("/")).text();
  assert.doesNotMatch(await open(), /It is live/);
  app.showcase = { twin_id: owner.twin_id, token };
  assert.match(await open(), /It is live/);
  const asked = await post(server, "/", { message: "When do you drink tea?" });
  assert.match(await asked.text(), /every morning at seven/);
  await owner.json("PATCH", `/twins/${owner.twin_id}/sharing`, {
    is_public: false,
  });
  assert.doesNotMatch(await open(), /It is live/);
});

Deno.test("landing: a signed-in visitor gets a link to the dashboard; with sign-up closed there is no trial", async () => {
  const env = { TWINCAST_SIGNUP: "closed" };
  await using server = await startServer({ env });
  const page = await (await server.fetch("/")).text();
  assert.doesNotMatch(page, /Meet your twin/);
  const sent = await post(server, "/", {
    ...{ action: "address", url: "clay.example" },
  });
  await sent.body?.cancel();
  assert.equal(sent.status, 403);
});
