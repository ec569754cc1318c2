// The pages of a sitemap, read in the background.
import assert from "node:assert/strict";
import { delay } from "../lib/store/commit.ts";
import { type Member, signUp, startServer } from "./harness.ts";
import { localSite } from "./local_site.ts";

type Pages = (path: string) => Response | Promise<Response>;

/** A site whose sitemap names so many pages, and a server that may read it. */
async function openWorld(count: number, page: Pages) {
  const site = localSite(async (request) => {
    const { pathname, origin } = new URL(request.url);
    if (pathname === "/index.xml") {
      return new Response(
        `<sitemapindex><sitemap><loc>${origin}/sitemap.xml</loc></sitemap></sitemapindex>`,
      );
    }
    if (pathname !== "/sitemap.xml") return await page(pathname);
    const urls = Array.from(
      { length: count },
      (_, n) => `<url><loc>${origin}/page/${n}?a=1&amp;b=2</loc></url>`,
    );
    const xml = new Blob([`<urlset>${urls.join("")}</urlset>`]);
    return new Response(
      xml.stream().pipeThrough(new CompressionStream("gzip")),
    );
  });
  const server = await startServer({
    env: { TWINCAST_LOCAL_HOSTS: site.host },
  });
  const owner = await signUp(server);
  return {
    ...{ site, server, owner },
    path: `/twins/${owner.twin_id}/content/import-site`,
    sitemap: `http://${site.host}/sitemap.xml`,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await site[Symbol.asyncDispose]();
    },
  };
}

async function ended(owner: Member, path: string) {
  for (;;) {
    const view = await owner.json("GET", path);
    if (view.state !== "running") return view;
    await delay(30);
  }
}

function article(path: string): Response {
  const text =
    `The page ${path} tells of a kiln that was built in 1931 and is fired twice a year. `;
  return new Response(
    `<html><head><title>Page ${path}</title></head><body><article><p>${
      text.repeat(4)
    }</p></article></body></html>`,
    { headers: { "content-type": "text/html" } },
  );
}

Deno.test("site: its pages become items, one error each holds up no other, 200 at most", async () => {
  await using world = await openWorld(230, (path) => {
    if (path === "/page/3") return new Response("no", { status: 404 });
    if (path === "/page/4") return article("/page/5");
    return article(path);
  });
  const { owner, path, sitemap, site } = world;
  const begun = await owner.json("POST", path, {
    url: sitemap,
    visibility: "public",
  }, 201);
  assert.deepEqual([begun.state, begun.pages], ["running", 200]);
  await owner.json("POST", path, { url: sitemap }, 409);
  const { state, added, duplicates, failed } = await ended(owner, path);
  assert.deepEqual([state, added, duplicates, failed.length], [
    "done",
    198,
    1,
    1,
  ]);
  assert.match(failed[0].url, /\/page\/3/);
  assert.match(failed[0].detail, /404/);
  assert.ok(!site.seen.includes("/page/210"));
  const { items } = await owner.json("GET", `/twins/${owner.twin_id}/content`);
  assert.match(items[0].title, /^Page \/page\//);
  assert.match(items[0].source_url, /\?a=1&b=2$/);
  assert.equal(items[0].visibility, "public");
  // Read again, nothing stands there twice; by an index of sitemaps too.
  const index = sitemap.replace("sitemap.xml", "index.xml");
  await owner.json("POST", path, { url: index }, 201);
  const again = await ended(owner, path);
  assert.deepEqual([again.added, again.duplicates], [0, 199]);
});

Deno.test("site: stopped, it asks for no more pages; what was added stays", async () => {
  const gate = Promise.withResolvers<void>();
  await using world = await openWorld(50, async (path) => {
    if (path !== "/page/0") await gate.promise;
    return article(path);
  });
  const { owner, path, sitemap, site } = world;
  await owner.json("POST", path, { url: sitemap }, 201);
  while ((await owner.json("GET", path)).added < 1) await delay(20);
  await owner.json("DELETE", path, undefined, 204);
  gate.resolve();
  assert.equal((await owner.json("GET", path)).state, "stopped");
  await delay(200);
  assert.ok(site.seen.length < 10, `${site.seen.length}`);
  // A second time it is put away.
  await owner.json("DELETE", path, undefined, 204);
  await owner.json("GET", path, undefined, 404);
});

Deno.test("site: one whose process ended is told as interrupted, and another can be begun", async () => {
  await using world = await openWorld(3, article);
  const { owner, path, sitemap, server } = world;
  await owner.json("POST", path, { url: sitemap }, 201);
  await ended(owner, path);
  const key = ["site_imports", owner.twin_id];
  const { value } = await server.app.kv.get<object>(key);
  await server.app.kv.set(key, { ...value, state: "running" });
  assert.equal((await owner.json("GET", path)).state, "running");
  server.clock.advance(3 * 60_000);
  assert.equal((await owner.json("GET", path)).state, "interrupted");
  await owner.json("POST", path, { url: sitemap }, 201);
});

Deno.test("site: no sitemap, and none in a private network", async () => {
  await using world = await openWorld(3, article);
  const { owner, path, sitemap } = world;
  await using canary = localSite(() =>
    new Response("<loc>http://a.example/</loc>")
  );
  await owner.json("POST", path, {
    url: sitemap.replace("sitemap.xml", "page/1"),
  }, 415);
  await owner.json(
    "POST",
    path,
    { url: `http://127.0.0.1:${canary.port}/` },
    422,
  );
  assert.deepEqual(canary.seen, []);
  await owner.json("GET", path, undefined, 404);
});
