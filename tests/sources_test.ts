// Sites, feeds and pages, read in the background.
import assert from "node:assert/strict";
import { invite, ROOMY, signUp, startServer } from "./harness.ts";
import { localSite } from "./local_site.ts";

type Answer = (
  path: string,
  origin: string,
) => Response | undefined | Promise<Response | undefined>;

/** A site, and a server that may read it. Other paths of the site are not found. */
async function openWorld(answer: Answer, env: Record<string, string> = {}) {
  const site = localSite(async (request) => {
    const { pathname, search, origin } = new URL(request.url);
    return await answer(pathname + search, origin) ??
      new Response("no", { status: 404 });
  });
  const server = await startServer({
    env: { ...ROOMY, TWINCAST_LOCAL_HOSTS: site.host, ...env },
  });
  const owner = await signUp(server);
  const home = `http://${site.host}/`;
  const path = `/twins/${owner.twin_id}`;
  return {
    ...{ site, server, owner, home, path },
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await site[Symbol.asyncDispose]();
    },
  };
}

type World = Awaited<ReturnType<typeof openWorld>>;

/** Adds a source and returns its job once it has ended. */
async function read(
  { server, owner, path, home }: World,
  kind: string,
  url = home,
) {
  const source = await owner.json(
    "POST",
    `${path}/sources`,
    { url, kind, visibility: "public" },
    201,
  );
  await server.app.jobs.idle();
  return {
    source,
    job: await owner.json("GET", `${path}/jobs/${source.job_id}`),
  };
}

async function titlesOf({ owner, path }: World): Promise<string[]> {
  const { items } = await owner.json("GET", `${path}/content?limit=100`);
  return items.map(({ title }: { title: string }) => title).sort();
}

function html(title: string, text = "", more = ""): Response {
  const body = text ||
    `${title} tells of a kiln that was built in 1931 and is fired twice a year. `
      .repeat(3);
  return new Response(
    `<html><head><title>${title}</title>${more}</head><body><article><h1>${title}</h1><p>${body}</p></article></body></html>`,
    { headers: { "content-type": "text/html" } },
  );
}

const xml = (text: string) =>
  new Response(text, { headers: { "content-type": "application/xml" } });

Deno.test("sources: reads a site by its robots.txt sitemaps, a nested index, compressed, one of them dead", async () => {
  const gzip = (text: string) =>
    new Response(
      new Blob([text]).stream().pipeThrough(new CompressionStream("gzip")),
    );
  await using world = await openWorld((path, origin) => {
    switch (path) {
      case "/robots.txt":
        return new Response(
          "User-agent: *\nDisallow: /hidden\nSitemap: /index.xml",
        );
      case "/index.xml":
        return xml(
          "<sitemapindex><sitemap><loc>/dead.xml</loc></sitemap><sitemap><loc>/inner.xml</loc></sitemap></sitemapindex>",
        );
      case "/inner.xml":
        return xml(
          "<sitemapindex><sitemap><loc><![CDATA[/pages.xml.gz]]></loc></sitemap></sitemapindex>",
        );
      case "/pages.xml.gz":
        return gzip(
          `<s:urlset xmlns:s="x"><s:url><s:loc>${origin}/a?x=1&amp;y=2</s:loc></s:url><s:url><s:loc>b</s:loc></s:url><s:url><s:loc>/hidden/c</s:loc></s:url><s:url><s:loc>https://elsewhere.example/d</s:loc></s:url></s:urlset>`,
        );
      case "/":
        return html("Home");
      case "/a?x=1&y=2":
        return html("Page A");
      case "/b":
        return html("Page B");
    }
  });
  const { job } = await read(world, "site");
  assert.equal(job.state, "done");
  assert.deepEqual(await titlesOf(world), ["Home", "Page A", "Page B"]);
  assert.deepEqual([job.progress.done, job.progress.total], [4, 4]);
  const problems = JSON.stringify(job.problems);
  assert.match(problems, /dead\.xml.*404.*hidden\/c.*robots\.txt/);
  assert.ok(!world.site.seen.includes("/hidden/c"));
  const { items } = await world.owner.json("GET", `${world.path}/content`);
  assert.equal(items[0].visibility, "public");
  assert.match(items.at(-2).source_url, /\/a\?x=1&y=2$/);
});

Deno.test("sources: reads a site without a sitemap by its links, three levels deep, one request at a time", async () => {
  let [under_way, most] = [0, 0];
  await using world = await openWorld(async (path) => {
    under_way++;
    most = Math.max(most, under_way);
    await Promise.resolve();
    under_way--;
    if (path === "/robots.txt") {
      return new Response("User-agent: twincast\nDisallow: /secret");
    }
    const depth = /^\/d(\d)$/.exec(path)?.[1] ?? (path === "/" ? "0" : null);
    if (path === "/picture.png" || path === "/secret") return html("Not this");
    if (path === "/data") {
      return Response.json({ no: "page" });
    }
    if (depth === null) return undefined;
    const next = Number(depth) + 1;
    return html(
      `Level ${depth}`,
      "",
      `<link rel="alternate" type="application/rss+xml" href="/feed">`,
    ).text().then((text) =>
      new Response(
        text.replace(
          "</article>",
          `<a href="d${next}#x">next</a> <a href="/picture.png">p</a> <a href="/secret">s</a> <a href="/data">d</a> <a href="/gone">g</a> <a href="https://elsewhere.example/">e</a></article>`,
        ),
        { headers: { "content-type": "text/html" } },
      )
    );
  });
  const { job } = await read(world, "site");
  assert.equal(job.state, "done");
  assert.deepEqual(await titlesOf(world), [
    "Level 0",
    "Level 1",
    "Level 2",
    "Level 3",
  ]);
  assert.equal(most, 1);
  const { seen } = world.site;
  assert.ok(!seen.includes("/picture.png") && !seen.includes("/secret"));
  assert.deepEqual(
    job.problems.map(({ what }: { what: string }) => new URL(what).pathname),
    ["/gone"],
  );
});

Deno.test("sources: a preview says what would be found, and adds nothing", async () => {
  await using world = await openWorld((path) =>
    path === "/sitemap.xml"
      ? xml("<urlset><url><loc>/a</loc></url><url><loc>/b</loc></url></urlset>")
      : path === "/alone/"
      ? html("Alone")
      : undefined
  );
  const { owner, path, home } = world;
  const look = (kind: string, url: string, status = 200) =>
    owner.json("POST", `${path}/sources?dry_run=true`, { url, kind }, status);
  const found = await look("site", `${home}sitemap.xml`);
  assert.deepEqual(found, {
    ...{ dry_run: true, pages: 2, follows_links: false, at_most: 200 },
    ...{ first: [`${home}a`, `${home}b`], problems: [] },
  });
  const none = await look("feed", `${home}alone/`, 422);
  assert.match(JSON.stringify(none.issues), /There is no feed/);
  // The form shows the same, and keeps the input.
  const shown = await world.server.fetch(
    `/dashboard/content?twin=${owner.twin_id}`,
    {
      method: "POST",
      headers: { cookie: owner.cookie },
      body: new URLSearchParams({
        ...{ action: "preview_source", kind: "site", every: "never" },
        url: `${home}sitemap.xml`,
      }),
    },
  );
  assert.equal(shown.status, 200);
  const page = await shown.text();
  assert.match(page, /2 pages would be read/);
  assert.ok(page.includes(`>${home}b<`));
  assert.ok(page.includes(`value="${home}sitemap.xml"`));
  const { items } = await owner.json("GET", `${path}/sources`);
  assert.deepEqual(items, []);
});

Deno.test("sources: reads as many pages of a large site as allowed, and says so", async () => {
  await using world = await openWorld((path) => {
    const n = Number(path.slice(1) || 0);
    const links = [1, 2, 3].map((i) => `<a href="/${3 * n + i}">more</a>`);
    return path === "/" || /^\/\d+$/.test(path)
      ? html(`Page ${n}`, `Page ${n} is about kilns. `.repeat(9) + links)
      : undefined;
  }, { TWINCAST_MAX_SITE_PAGES: "7" });
  const { job } = await read(world, "site");
  assert.equal((await titlesOf(world)).length, 7);
  assert.deepEqual([job.state, job.progress.total], ["done", 7]);
  assert.match(job.problems[0].detail, /first 7 pages/);
});

Deno.test("sources: reads a podcast's transcripts, a blog's pages, and the feed's own text for a missing page", async () => {
  await using world = await openWorld((path) => {
    switch (path) {
      case "/":
        return html(
          "Blog",
          "Welcome.",
          `<link rel="alternate" type="application/rss+xml" href="/feed.xml">`,
        );
      case "/feed.xml":
        return xml(`<rss xmlns:podcast="p"><channel><title>Show</title>
          <item><title>Episode 1</title><link>/e1</link><guid>1</guid>
            <podcast:transcript url="/e1.txt" type="text/plain"/></item>
          <item><title>Post 2</title><link>/p2</link><guid>2</guid></item>
          <item><title>Post 3</title><link>/gone</link><guid>3</guid>
            <content:encoded><![CDATA[<p>The third is about glazes.</p>]]></content:encoded></item>
          <item><title>Episode 4</title><guid isPermaLink="false">Buzz 4</guid>
            <enclosure url="/4.mp3" type="audio/mpeg"/><pubDate>32 Foo 2026</pubDate>
            <description>The fourth is about ash.</description></item>
          <item><title>Nothing</title></item>
          </channel></rss>`);
      case "/e1.txt":
        return new Response("In this episode we fire the kiln with oak.", {
          headers: { "content-type": "text/plain" },
        });
      case "/p2":
        return html("Post 2");
    }
  });
  const { job } = await read(world, "feed");
  assert.deepEqual([job.state, job.problems], ["done", []]);
  assert.deepEqual(await titlesOf(world), [
    "Episode 1",
    "Episode 4",
    "Post 2",
    "Post 3",
  ]);
  assert.ok(!world.site.seen.includes("/e1"), "the page has nothing more");
  assert.ok(!world.site.seen.includes("/4.mp3"), "audio is not read");
  const { items } = await world.owner.json("GET", `${world.path}/content`);
  const episode = items.find(({ title }: { title: string }) =>
    title === "Episode 1"
  );
  assert.match(episode.source_url, /\/e1$/);
});

Deno.test("sources: reading again adds only what is new, nothing twice; a removed source keeps its content", async () => {
  let count = 3;
  await using world = await openWorld((path) => {
    if (path === "/sitemap.xml") {
      const urls = Array.from(
        { length: count },
        (_, n) => `<url><loc>/p${n}</loc></url>`,
      );
      return xml(`<urlset>${urls.join("")}</urlset>`);
    }
    if (path === "/p1") return html("Page 0");
    return /^\/p\d+$/.test(path) ? html(`Page ${path.slice(2)}`) : undefined;
  });
  const { owner, path, home, server } = world;
  const { source, job } = await read(world, "site", `${home}sitemap.xml`);
  assert.match(job.progress.note, /2 items added, 1 already existed/);
  await owner.json(
    "POST",
    `${path}/sources`,
    { url: source.url, kind: "site" },
    409,
  );
  count = 5;
  const again = await owner.json("POST", `${path}/sources/${source.id}/read`);
  assert.notEqual(again.job_id, source.job_id);
  await server.app.jobs.idle();
  assert.equal((await titlesOf(world)).length, 4);
  const [listed] = (await owner.json("GET", `${path}/sources`)).items;
  assert.ok(listed.last_read_at);
  const own = `${path}/sources/${source.id}`;
  await owner.json("DELETE", own, undefined, 204);
  await owner.json("DELETE", own, undefined, 404);
  assert.equal((await titlesOf(world)).length, 4);
  const left = server.app.kv.list({ prefix: ["source_pages"] });
  assert.deepEqual(await Array.fromAsync(left), []);
});

Deno.test("sources: stopped, it requests no more pages; retried, it continues where it was", async () => {
  const reached = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  await using world = await openWorld(async (path) => {
    if (path === "/sitemap.xml") {
      return xml(
        `<urlset>${
          [0, 1, 2, 3].map((n) => `<url><loc>/p${n}</loc></url>`).join("")
        }</urlset>`,
      );
    }
    if (path === "/p2") {
      reached.resolve();
      await held.promise;
    }
    return /^\/p\d$/.test(path) ? html(`Page ${path}`) : undefined;
  });
  const { owner, path, home, server, site } = world;
  const source = await owner.json("POST", `${path}/sources`, {
    url: `${home}sitemap.xml`,
    kind: "site",
  }, 201);
  await reached.promise;
  const job = `${path}/jobs/${source.job_id}`;
  assert.equal((await owner.json("GET", job)).state, "running");
  await owner.json("POST", `${path}/sources/${source.id}/read`, undefined, 409);
  const stopped = await owner.json("POST", `${job}/cancel`);
  assert.deepEqual([stopped.state, stopped.progress.done], ["cancelled", 2]);
  held.resolve();
  await server.app.jobs.idle();
  assert.ok(!site.seen.includes("/p3"));
  await owner.json("POST", `${job}/cancel`, undefined, 409);
  await owner.json("POST", `${job}/retry`);
  await server.app.jobs.idle();
  const done = await owner.json("GET", job);
  assert.deepEqual([done.state, done.progress.done, done.progress.total], [
    "done",
    4,
    4,
  ]);
  const asked = site.seen.filter((one) => one === "/p0" || one === "/p1");
  assert.deepEqual(asked, ["/p0", "/p1"], "each was requested once");
  assert.equal((await titlesOf(world)).length, 4);
});

Deno.test("sources: anything but a public site or feed gets an explanation", async () => {
  await using world = await openWorld((path) => {
    if (path === "/empty.xml") return xml("<urlset></urlset>");
    if (path === "/other.xml") {
      return xml(
        "<urlset><url><loc>https://else.example/a</loc></url></urlset>",
      );
    }
    return path === "/" ? html("Home") : undefined;
  });
  const { home, owner, path } = world;
  const failed = async (kind: string, url: string) => {
    const { job } = await read(world, kind, url);
    assert.equal(job.state, "failed");
    return job.problems.at(-1).detail;
  };
  assert.match(await failed("site", `${home}empty.xml`), /lists no page/);
  assert.match(
    await failed("site", `${home}other.xml`),
    /only pages of other sites/,
  );
  assert.match(await failed("feed", home), /There is no feed/);
  assert.match(await failed("page", `${home}gone`), /404/);
  await using canary = localSite(() => html("Inside"));
  const refusal = await owner.json("POST", `${path}/sources`, {
    url: `http://127.0.0.1:${canary.port}/`,
    kind: "site",
  }, 422);
  assert.match(JSON.stringify(refusal), /private network/);
  assert.deepEqual(canary.seen, []);
});

Deno.test("sources: each answer of an address gets advice, and a document is read", async () => {
  const odt = await Deno.readFile(
    new URL("./corpus/studio.odt", import.meta.url),
  );
  const answers: Record<string, () => Response> = {
    "/closed": () => new Response("no", { status: 403 }),
    "/broken": () => new Response("no", { status: 500 }),
    "/photo": () =>
      new Response("x", { headers: { "content-type": "image/png" } }),
    "/data": () =>
      new Response("x", { headers: { "content-type": "application/x-tar" } }),
    "/handbook": () =>
      new Response(odt, {
        headers: { "content-type": "application/vnd.oasis.opendocument.text" },
      }),
    "/feed.xml": () => xml('<rss version="2.0"><channel></channel></rss>'),
  };
  await using world = await openWorld((path) => answers[path]?.());
  const { owner, path, home } = world;
  const said = async (url: string) => {
    const answer = await owner.json(
      "POST",
      `${path}/content/import-url?dry_run=true`,
      { url, visibility: "private" },
      422,
    );
    return answer.issues[0].message;
  };
  assert.match(await said(`${home}gone`), /error 404\. There is no page/);
  assert.match(await said(`${home}closed`), /403.*paste the text instead/);
  assert.match(await said(`${home}broken`), /500.*try again later/);
  assert.match(await said(`${home}photo`), /a picture or a recording/);
  assert.match(await said(`${home}data`), /add it as a file/);
  assert.match(await said("https://youtu.be/abc123"), /transcript/);
  const { job } = await read(world, "feed", `${home}feed.xml`);
  assert.match(job.problems[0].detail, /no entry that can be read/);
  await read(world, "page", `${home}handbook`);
  assert.deepEqual(await titlesOf(world), ["Workshop handbook"]);
});

Deno.test("sources: a read ends with the membership of whoever started it", async () => {
  const reached = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  await using world = await openWorld(async (path) => {
    if (path === "/") {
      reached.resolve();
      await held.promise;
    }
    return path === "/" ? html("Home") : undefined;
  });
  const { server, owner, path, home } = world;
  const mate = await invite(server, owner, "owner");
  const source = await mate.json("POST", `${path}/sources`, {
    url: home,
    kind: "page",
  }, 201);
  await reached.promise;
  await owner.json("DELETE", `/users/${mate.user_id}`, undefined, 204);
  held.resolve();
  await server.app.jobs.idle();
  const job = await owner.json("GET", `${path}/jobs/${source.job_id}`);
  assert.equal(job.state, "failed");
  assert.deepEqual(await titlesOf(world), []);
});

Deno.test("sources: an address added six times at once is one source", async () => {
  await using world = await openWorld(() => html("Page"));
  const { owner, path, home } = world;
  const all = await Promise.all(
    Array.from(
      { length: 6 },
      () => owner.send("POST", `${path}/sources`, { url: home, kind: "page" }),
    ),
  );
  await Promise.all(all.map(({ body }) => body?.cancel()));
  assert.deepEqual(
    all.map(({ status }) => status).sort(),
    [201, 409, 409, 409, 409, 409],
  );
  const { items } = await owner.json("GET", `${path}/sources`);
  assert.equal(items.length, 1);
});
