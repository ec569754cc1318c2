// A form's result is shown once, on the page it redirects to; a reload sends nothing again.
import assert from "node:assert/strict";
import { signUp, startServer } from "./harness.ts";

const pack = (value: unknown) =>
  btoa(JSON.stringify(value)).replaceAll("+", "-").replaceAll("/", "_")
    .replaceAll("=", "");

Deno.test("flash: a form redirects, and the next page says once what was done", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const path = `/dashboard/share?twin=${owner.twin_id}`;
  const sent = await server.fetch(path, {
    method: "POST",
    headers: { cookie: owner.cookie },
    body: new URLSearchParams({ action: "share" }),
  });
  assert.equal(sent.status, 303);
  assert.equal(sent.headers.get("location"), path);
  const [told] = sent.headers.getSetCookie();
  assert.match(told, /^twincast_flash=[\w-]+; .*Path=\/dashboard; HttpOnly/);
  const cookie = `${owner.cookie}; ${told.split(";")[0]}`;
  const page = await server.fetch(path, { headers: { cookie } });
  assert.match(await page.text(), /Your twin is public/);
  assert.match(page.headers.getSetCookie()[0], /^twincast_flash=; .*Max-Age=0/);
  const again = await server.fetch(path, { headers: { cookie: owner.cookie } });
  assert.doesNotMatch(await again.text(), /Your twin is public/);
  assert.deepEqual(again.headers.getSetCookie(), []);
});

Deno.test("flash: a forged cookie breaks nothing and redirects nowhere", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const undo = { path: "//evil.example/", fields: { a: "b" } };
  const odd = ["x", pack(null), pack({ text: 1 }), pack({ text: "A", undo })];
  for (const value of odd) {
    const page = await server.fetch("/dashboard/account", {
      headers: { cookie: `${owner.cookie}; twincast_flash=${value}` },
    });
    assert.equal(page.status, 200, value);
    assert.doesNotMatch(await page.text(), /evil\.example/);
  }
});
