// Framework behaviour that pages must not have.
import assert from "node:assert/strict";
import { shareTwin, signUp, startServer } from "./harness.ts";
import { HOUR } from "../lib/clock.ts";

Deno.test("island props: replacement patterns arrive unchanged, within one script", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const { token } = await shareTwin(owner);
  const name = "a$'b$&c$`d$$e</script><script>alert(1)</script>";
  await owner.json("PATCH", `/twins/${owner.twin_id}`, { name });
  const response = await server.fetch(`/share/${owner.twin_id}/${token}`);
  const html = await response.text();
  assert.equal(html.match(/<\/head>/g)?.length, 1);
  assert.equal(html.match(/<body/g)?.length, 1);
  const scripts = [...html.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)]
    // Structured data for search engines is data, and never runs.
    .filter(([, attributes]) => !attributes.includes("application/ld+json"));
  assert.equal(scripts.length, 1);
  const [, attributes, code] = scripts[0];
  const literal = JSON.stringify(name).replaceAll("<", "\\u003C");
  assert.ok(code.includes(literal), "the name's literal was rewritten");
  // The one inline script runs by this response's nonce, and no other.
  const nonce = /nonce="(\w+)"/.exec(attributes)?.[1] ?? "none";
  assert.ok(
    response.headers.get("content-security-policy")?.includes(
      `'nonce-${nonce}'`,
    ),
  );
  const again = await server.fetch(`/share/${owner.twin_id}/${token}`);
  assert.ok(!(await again.text()).includes(nonce));
});

Deno.test("pages: no page without an island has a script", async () => {
  await using server = await startServer();
  for (const path of ["/", "/forgot"]) {
    const html = await (await server.fetch(path)).text();
    assert.doesNotMatch(html, /<script/, path);
  }
});

Deno.test("pages: an empty inbox offers no search, and a search without results does", async () => {
  await using server = await startServer();
  const { cookie } = await signUp(server);
  const pageOf = async (query: string) => {
    const path = `/dashboard/conversations${query}`;
    return await (await server.fetch(path, { headers: { cookie } })).text();
  };
  const empty = await pageOf("");
  assert.match(empty, /Nobody has asked yet/);
  assert.doesNotMatch(empty, /Search what was said/);
  const unfound = await pageOf("?q=kiln");
  assert.match(unfound, /No such conversation/);
  assert.match(unfound, /Search what was said/);
});

Deno.test("pages: a page the store cannot serve says so, and links to itself", async () => {
  await using server = await startServer();
  const { cookie } = await signUp(server);
  // This visit extends the session, which the store refuses.
  server.clock.advance(HOUR);
  server.before_commit = () => Promise.reject(new Error("database is closed"));
  const response = await server.fetch("/dashboard/content?order=title", {
    headers: { cookie, accept: "text/html" },
  });
  assert.equal(response.status, 503);
  const html = await response.text();
  assert.match(html, /Nothing is lost/);
  assert.match(html, /href="\/dashboard\/content\?order=title">Try again</);
});
