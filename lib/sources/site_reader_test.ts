import assert from "node:assert/strict";
import { SECOND } from "../clock.ts";
import { localSite } from "../../tests/local_site.ts";
import { openDomain } from "../../tests/stores.ts";
import { SiteReader } from "./site_reader.ts";

/** A scripted site that ends with a page, and a reader whose pauses are recorded and skipped. */
async function open(...answers: [status: number, after?: string][]) {
  const site = localSite((request) => {
    if (request.url.endsWith("/robots.txt")) {
      return new Response("", { status: 404 });
    }
    const [status, after] = answers.shift() ?? [200];
    const headers = {
      "content-type": "text/html",
      ...after === undefined ? {} : { "retry-after": after },
    };
    return new Response("<p>Tea.</p>", { status, headers });
  });
  const domain = await openDomain({ env: { TWINCAST_LOCAL_HOSTS: site.host } });
  const waited: number[] = [];
  const { signal } = new AbortController();
  const reader = new SiteReader(
    domain.app,
    "tnt_1",
    signal,
    undefined,
    (ms) => {
      waited.push(ms / SECOND);
      return Promise.resolve();
    },
  );
  return {
    ...{ domain, reader, site, waited, url: `http://${site.host}/tea` },
    async [Symbol.asyncDispose]() {
      await site[Symbol.asyncDispose]();
      await domain[Symbol.asyncDispose]();
    },
  };
}

Deno.test("SiteReader: retries a rate-limiting site when it says", async () => {
  await using world = await open([429, "7"], [503, "0"], [429]);
  const { status } = await world.reader.ask(world.url);
  assert.equal(status, 200);
  assert.deepEqual(world.waited, [7, 0, 10]);
});

Deno.test("SiteReader: a date counts from now, and a busy site without one is not waited for", async () => {
  await using world = await open([429], [503]);
  const { clock } = world.domain;
  await using dated = await open(
    [429, new Date(clock.now() + 20 * SECOND).toUTCString()],
  );
  await dated.reader.ask(dated.url);
  assert.deepEqual(dated.waited, [20]);
  assert.equal((await world.reader.ask(world.url)).status, 503);
});

Deno.test("SiteReader: gives up on a site that asks for a long pause or keeps refusing, and says so", async () => {
  await using world = await open([429, "3600"]);
  await assert.rejects(world.reader.ask(world.url), {
    code: "rate_limited",
    retry_after_s: 3_600,
    message: /asks not to be read for 60 minutes\. Reading continues/,
  });
  assert.deepEqual(world.waited, []);
  await using stubborn = await open([429, "1"], [429, "1"], [429, "1"], [
    ...[429, "1"] as const,
  ]);
  await assert.rejects(stubborn.reader.ask(stubborn.url), /for a minute/);
  assert.equal(stubborn.site.seen.filter((path) => path === "/tea").length, 4);
});
