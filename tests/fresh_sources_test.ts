// Sources that are read again on schedule.
import assert from "node:assert/strict";
import { outliving } from "../lib/actor.ts";
import { DAY, HOUR } from "../lib/clock.ts";
import { findContent } from "../lib/content/search.ts";
import { listFindings } from "../lib/findings/findings.ts";
import { listQuery } from "../lib/schemas/common.ts";
import { contentQuery } from "../lib/schemas/content.ts";
import { sweep } from "../lib/sweep.ts";
import { ROOMY, signUp, startServer } from "./harness.ts";
import { localSite } from "./local_site.ts";

const words = (text: string) =>
  `${text} This page tells of the workshop in some more words. `.repeat(3);

/** A site by its pages' texts, which a test changes; null is broken, absent is gone. Read daily. */
async function openWorld(publish: boolean) {
  const pages = new Map<string, string | null>([
    ["a", words("The kiln is fired on Mondays.")],
    ["b", words("We use clay from Cornwall.")],
  ]);
  const statuses: string[] = [];
  const site = localSite((request) => {
    const name = new URL(request.url).pathname.slice(1);
    if (name === "sitemap.xml") {
      const urls = [...pages.keys(), "gone"]
        .map((one) => `<url><loc>/${one}</loc></url>`);
      return new Response(`<urlset>${urls.join("")}</urlset>`);
    }
    const text = pages.get(name);
    if (text === null) return new Response("broken", { status: 500 });
    if (text === undefined) return new Response("no", { status: 404 });
    const etag = `"${text.length}-${text.slice(0, 40).replace(/\W/g, "")}"`;
    const is_known = request.headers.get("if-none-match") === etag;
    statuses.push(`${name} ${is_known ? 304 : 200}`);
    if (is_known) return new Response(null, { status: 304 });
    return new Response(
      `<html><head><title>Page ${name}</title></head><body><main><p>${text}</p></main></body></html>`,
      { headers: { "content-type": "text/html", etag } },
    );
  });
  const server = await startServer({
    env: { ...ROOMY, TWINCAST_LOCAL_HOSTS: site.host },
  });
  const owner = await signUp(server);
  const path = `/twins/${owner.twin_id}`;
  const source = await owner.json("POST", `${path}/sources`, {
    url: `http://${site.host}/sitemap.xml`,
    kind: "site",
    visibility: "public",
    every: "day",
    publish,
  }, 201);
  await server.app.jobs.idle();
  return {
    ...{ pages, statuses, server, owner, path, source },
    /** Waits until the source has been read on schedule, and returns its job. */
    async nextDay() {
      statuses.length = 0;
      server.clock.advance(25 * HOUR);
      await sweep(server.app);
      server.clock.advance(HOUR);
      await server.app.jobs.idle();
      const { items } = await owner.json("GET", `${path}/sources`);
      return await owner.json("GET", `${path}/jobs/${items[0].job_id}`);
    },
    async item(title: string) {
      const { items } = await owner.json("GET", `${path}/content`);
      const found = items.find((one: { title: string }) => one.title === title);
      return found && await owner.json("GET", `${path}/content/${found.id}`);
    },
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await site[Symbol.asyncDispose]();
    },
  };
}

Deno.test("fresh sources: changed and new pages wait as drafts, unchanged ones are not sent again", async () => {
  await using world = await openWorld(false);
  const { pages, statuses, path, owner } = world;
  const before = await world.item("Page a");
  assert.equal(before.status, "published");
  pages.set("a", words("The kiln is fired on Fridays."));
  pages.set("c", words("Courses begin in May."));
  const job = await world.nextDay();
  assert.deepEqual([job.state, job.kind], ["done", "source"]);
  assert.match(job.progress.note, /1 item added, 1 changed/);
  assert.deepEqual(statuses.sort(), ["a 200", "b 304", "c 200"]);
  const changed = await world.item("Page a");
  assert.equal(changed.status, "changed");
  assert.match(changed.body, /Mondays/);
  assert.match(changed.draft.body, /Fridays/);
  assert.equal((await world.item("Page c")).status, "draft");
  const page = await owner.send("GET", `/dashboard/content/${changed.id}`);
  const html = await page.text();
  assert.match(html, /<del[^>]*>Mondays<\/del>/);
  assert.match(html, /<ins[^>]*>Fridays<\/ins>/);
  await owner.json("POST", `${path}/content/${changed.id}/publish`);
  assert.match((await world.item("Page a")).body, /Fridays/);
  const again = await world.nextDay();
  assert.match(again.progress.note, /^0 items added$/);
  assert.equal((await world.item("Page a")).status, "published");
});

Deno.test("fresh sources: a publishing source publishes, except items edited here; deleted items stay deleted", async () => {
  await using world = await openWorld(true);
  const { pages, owner, path } = world;
  const b = await world.item("Page b");
  await owner.json("PATCH", `${path}/content/${b.id}`, { body: "Our own." });
  pages.set("a", words("The kiln is fired on Fridays."));
  pages.set("b", words("We use clay from Devon."));
  pages.set("c", words("Courses begin in May."));
  await world.nextDay();
  const a = await world.item("Page a");
  assert.deepEqual([a.status, /Fridays/.test(a.body)], ["published", true]);
  const own = await world.item("Page b");
  assert.deepEqual([own.status, own.body], ["changed", "Our own."]);
  assert.match(own.draft.body, /Devon/);
  const c = await world.item("Page c");
  assert.deepEqual([c.status, c.visibility], ["published", "public"]);
  await owner.json("DELETE", `${path}/content/${c.id}`, undefined, 204);
  pages.set("c", words("Courses begin in June."));
  const job = await world.nextDay();
  assert.equal(job.state, "done");
  assert.equal(await world.item("Page c"), undefined);
});

Deno.test("fresh sources: an unchanged page is neither stale nor past, unless it was edited here", async () => {
  await using world = await openWorld(true);
  const { pages, owner, path, server } = world;
  const day = new Date(server.clock.now() + 2 * DAY).toISOString().slice(0, 10);
  pages.set("c", words(`The first firing was on ${day}.`));
  await world.nextDay();
  const b = await world.item("Page b");
  await owner.json("PATCH", `${path}/content/${b.id}`, { body: "Our own." });
  server.clock.advance(200 * DAY);
  // No session lasts this long.
  const { user_id, email, tenant_id, twin_id } = owner;
  const actor = outliving({ user_id, email, user_name: "" }, tenant_id);
  const stale = async () => {
    const query = { only: "stale", kind: "page", sort: "title" };
    const asked = contentQuery.parse(query);
    const { items } = await findContent(server.app, actor, twin_id, asked);
    return items.map(({ title }) => title);
  };
  const past = async () => {
    const asked = listQuery.parse({ limit: "100" });
    const { items } = await listFindings(server.app, actor, twin_id, asked);
    return items.filter(({ kind }) => kind === "past_date").length;
  };
  assert.deepEqual(await stale(), ["Page a", "Page b", "Page c"]);
  assert.equal(await past(), 1);
  await sweep(server.app);
  server.clock.advance(HOUR);
  await server.app.jobs.idle();
  assert.deepEqual(await stale(), ["Page b"]);
  assert.equal(await past(), 0);
});

Deno.test("fresh sources: a missing or broken page removes nothing; missing twice, it is reported", async () => {
  await using world = await openWorld(true);
  const { pages, owner, path, source } = world;
  pages.delete("a");
  pages.set("b", null);
  const first = await world.nextDay();
  const said = (job: { problems: { what: string; detail: string }[] }) =>
    job.problems.map(({ what, detail }) => `${what.slice(-1)} ${detail}`)
      .join();
  assert.match(said(first), /a This page was not found\./);
  assert.match(said(first), /b This address responded with the error 500/);
  const second = await world.nextDay();
  assert.match(said(second), /a This page is gone\./);
  assert.match((await world.item("Page a")).body, /Mondays/);
  assert.match((await world.item("Page b")).body, /Cornwall/);
  const own = `${path}/sources/${source.id}`;
  const changed = await owner.json("PATCH", own, { every: "never" });
  assert.deepEqual([changed.every, changed.next_read_at], ["never", null]);
  const { job_id } = changed;
  await world.nextDay();
  const { items } = await owner.json("GET", `${path}/sources`);
  assert.equal(items[0].job_id, job_id, "it is no longer read");
});
