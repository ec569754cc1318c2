import assert from "node:assert/strict";
import {
  ask,
  makeKey,
  shareTwin,
  signUp,
  startServer,
  statusOf,
} from "./harness.ts";
import { withKey } from "./ask_with_key.ts";

Deno.test("twins: paused, it answers 503 in its own words; deleted, all of it ends", async () => {
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

Deno.test("avatar: recognised by its bytes, up to 60 KiB, served by us", async () => {
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
  // Few bytes that decompress to a gigabyte.
  const huge = new Uint8Array(png);
  huge.set(new TextEncoder().encode("IHDR"), 12);
  new DataView(huge.buffer).setUint32(16, 16_000);
  assert.equal(await statusOf(put(huge)), 422);
  await owner.json("DELETE", path, undefined, 204);
  assert.equal(await statusOf(fetch(avatar_url)), 404);
});
