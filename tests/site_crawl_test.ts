// A site crawled by its links while its reader is presumed dead; then changed, and crawled again.
import assert from "node:assert/strict";
import { SECOND } from "../lib/clock.ts";
import { listContent } from "../lib/content/listing.ts";
import { JobRunner } from "../lib/jobs/runner.ts";
import { readingOfSources } from "../lib/sources/read_source.ts";
import { createSource, readSourceAgain } from "../lib/sources/sources.ts";
import { crawledSite } from "./crawled_site.ts";
import { found, openDomain, staying } from "./stores.ts";

const PAGES = 30;

Deno.test("a site of 30 pages: each is read once even if its reader crashes; crawled again, only changes become drafts", async () => {
  const site = crawledSite(PAGES);
  const domain = await openDomain({ env: { TWINCAST_LOCAL_HOSTS: site.host } });
  const { app, clock } = domain;
  // Its own runner is paused: this test decides who runs a job here, and when.
  await app.jobs.close();
  const runner = () => {
    const one = new JobRunner();
    one.begin(app, { source: readingOfSources(app) }, 0);
    return one;
  };
  const [first, second] = [runner(), runner()];
  const reached = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  try {
    const owner = staying(await found(domain));
    const { twin_id } = owner;
    const items = async () => {
      const all = await listContent(app, owner, twin_id, { limit: 100 });
      return all.items.toSorted((a, b) => a.title.localeCompare(b.title));
    };
    Object.assign(site.hold, {
      ...{ path: "/pages/11", reached: reached.resolve, until: held.promise },
    });
    const source = await createSource(app, owner, twin_id, {
      ...{ url: site.url, kind: "site", visibility: "public" },
      ...{ every: "never", publish: false },
    });
    await first.wake();
    await reached.promise;
    const before = (await items()).length;
    assert.ok(before > 5 && before < PAGES, `${before} items`);
    clock.advance(31 * SECOND);
    site.hold.path = "";
    await second.idle();
    held.resolve();
    await first.idle();
    const titles = (await items()).map(({ title }) => title);
    const wanted = Array.from({ length: PAGES }, (_, n) => `Course ${n}`);
    assert.deepEqual(
      titles,
      ["All courses", "Hall 0", "Hall 1", ...wanted]
        .sort((a, b) => a.localeCompare(b)),
    );
    const twice = site.answered.filter((one, i, all) => all.indexOf(one) < i);
    // Home was read before; the other one was in progress.
    assert.deepEqual(twice, ["/ 200", "/pages/11 200"]);
    site.answered.length = 0;
    for (const n of [3, 17, 29]) site.changed.add(n);
    await readSourceAgain(app, owner, twin_id, source.id);
    await first.idle();
    const changed = (await items())
      .filter(({ status }) => status !== "published")
      .map(({ title, status }) => `${title} ${status}`);
    assert.deepEqual(changed, [
      "Course 17 changed",
      "Course 29 changed",
      "Course 3 changed",
    ]);
    const sent = site.answered.filter((one) => one.endsWith(" 200"));
    assert.deepEqual(sent.sort(), [
      "/ 200",
      "/pages/17 200",
      "/pages/29 200",
      "/pages/3 200",
    ]);
  } finally {
    held.resolve();
    await Promise.all([first.close(), second.close()]);
    await domain[Symbol.asyncDispose]();
    await site[Symbol.asyncDispose]();
  }
});
