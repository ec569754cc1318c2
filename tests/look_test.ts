// The theme and the folded sidebar: chosen with a form, stored in the browser, rendered by the server.
import assert from "node:assert/strict";
import { signUp, startServer } from "./harness.ts";

/** The page's `<html …>` for a browser with these cookies. */
async function shell(
  server: Awaited<ReturnType<typeof startServer>>,
  path: string,
  cookie: string,
): Promise<string> {
  const response = await server.fetch(path, { headers: { cookie } });
  return /<html[^>]*>/.exec(await response.text())?.[0] ?? "";
}

Deno.test("look: a choice is remembered and applied from the next page's first byte", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const choose = (fields: Record<string, string>) =>
    server.fetch("/dashboard/theme", {
      method: "POST",
      headers: { cookie: owner.cookie },
      body: new URLSearchParams(fields),
    });
  const chosen = await choose({
    theme: "dark",
    next: "/dashboard/team?twin=twn_1",
  });
  assert.equal(chosen.status, 303);
  assert.equal(chosen.headers.get("location"), "/dashboard/team?twin=twn_1");
  const [cookie, ...more] = chosen.headers.getSetCookie();
  assert.match(cookie, /^twincast_theme=dark; Max-Age=31536000; Path=\/;/);
  assert.deepEqual(more, []);

  const folded = await choose({ sidebar: "folded" });
  assert.equal(folded.headers.get("location"), "/dashboard");
  assert.match(folded.headers.getSetCookie()[0], /^twincast_sidebar=folded;/);

  const both = "twincast_theme=dark; twincast_sidebar=folded";
  assert.equal(
    await shell(server, "/dashboard", `${owner.cookie}; ${both}`),
    '<html lang="en" data-theme="dark" data-sidebar="folded">',
  );
  assert.equal(
    await shell(server, "/login", "twincast_theme=light"),
    '<html lang="en" data-theme="light">',
  );
  assert.equal(await shell(server, "/login", ""), '<html lang="en">');
});

Deno.test("look: a dismissed explanation stays dismissed, on its page only", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const putAway = async (told: string, cookie = owner.cookie) => {
    const response = await server.fetch("/dashboard/theme", {
      method: "POST",
      headers: { cookie },
      body: new URLSearchParams({ told, next: "/dashboard/team" }),
    });
    await response.body?.cancel();
    return response.headers.getSetCookie()[0]?.split(";")[0];
  };
  const team = await putAway("team");
  assert.equal(team, "twincast_told=team");
  const both = await putAway("content", `${owner.cookie}; ${team}`);
  assert.equal(both, "twincast_told=team.content");
  assert.equal(await putAway('x"; Path=/'), undefined);
  const text = async (path: string, cookie: string) =>
    await (await server.fetch(path, { headers: { cookie } })).text();
  const explained = /Do not show this again/;
  assert.match(await text("/dashboard/team", owner.cookie), explained);
  const cookie = `${owner.cookie}; ${both}`;
  assert.doesNotMatch(await text("/dashboard/team", cookie), explained);
  assert.match(await text("/dashboard/share", cookie), explained);
});

Deno.test("look: an invalid theme or a foreign path redirects nowhere", async () => {
  await using server = await startServer();
  const response = await server.fetch("/dashboard/theme", {
    method: "POST",
    body: new URLSearchParams({
      theme: 'dark"><script>',
      next: "//evil.example/",
    }),
  });
  await response.body?.cancel();
  assert.equal(response.headers.get("location"), "/dashboard");
  assert.deepEqual(response.headers.getSetCookie(), []);
  const odd = 'twincast_theme="><b>; twincast_sidebar=constructor';
  assert.equal(await shell(server, "/login", odd), '<html lang="en">');
});
