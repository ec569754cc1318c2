import assert from "node:assert/strict";
import { isAllowed, readRobots } from "./robots.ts";
import { type Survey, surveyOf } from "./survey.ts";

const URL_OF_IT = "https://a.example/dir/it.xml";

async function survey(text: string | Uint8Array<ArrayBuffer>) {
  const bytes = typeof text === "string"
    ? new TextEncoder().encode(text)
    : text;
  return await surveyOf(bytes, { url: URL_OF_IT });
}

async function gzip(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([text]).stream()
    .pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

Deno.test("survey: a sitemap with CDATA, prefixes, relative addresses and images, compressed or not", async () => {
  const xml = `﻿<?xml version="1.0"?>
    <!-- <urlset> made by > something -->
    <sm:urlset xmlns:sm="http://www.sitemaps.org/schemas/sitemap/0.9">
    <sm:url><sm:loc><![CDATA[https://a.example/a?x=1&y=2]]></sm:loc>
      <image:image><image:loc>https://a.example/picture.png</image:loc></image:image></sm:url>
    <sm:url><sm:loc> /b?x=1&amp;y=2 </sm:loc></sm:url>
    <sm:url><sm:loc>c#part</sm:loc></sm:url><sm:url><sm:loc>c</sm:loc></sm:url>
    <sm:url><sm:loc>mailto:me@a.example</sm:loc></sm:url></sm:urlset>`;
  const expected: Survey = {
    is: "sitemap",
    pages: [
      "https://a.example/a?x=1&y=2",
      "https://a.example/b?x=1&y=2",
      "https://a.example/dir/c",
    ],
    sitemaps: [],
  };
  assert.deepEqual(await survey(xml), expected);
  assert.deepEqual(await survey(await gzip(xml)), expected);
  assert.deepEqual(await survey("https://a.example/1\nhttps://a.example/2\n"), {
    is: "sitemap",
    pages: ["https://a.example/1", "https://a.example/2"],
    sitemaps: [],
  });
  assert.deepEqual(await survey("Words, and https://a.example/1"), {
    is: "other",
  });
  assert.deepEqual(
    await survey(
      "<sitemapindex><sitemap><loc>/1.xml.gz</loc></sitemap></sitemapindex>",
    ),
    {
      is: "sitemap",
      pages: [],
      sitemaps: ["https://a.example/1.xml.gz"],
    },
  );
  const half = (await gzip(xml)).slice(0, 60);
  assert.ok("refusal" in await survey(half));
});

Deno.test("survey: RSS with a podcast's transcripts, and Atom", async () => {
  const rss = await survey(`<?xml version="1.0"?><rss version="2.0"
    xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel>
    <title>My show</title><image><title>Logo</title></image>
    <item><title>One &amp; only</title><link>/one</link><guid>g1</guid>
      <media:group><media:title>Not this</media:title></media:group>
      <itunes:title>Nor this</itunes:title>
      <description>Short</description>
      <content:encoded><![CDATA[<p>Whole <b>text</b></p>]]></content:encoded>
      <podcast:transcript url="one.vtt" type="text/vtt"/></item>
    <item><title>Two</title><guid>https://a.example/two</guid></item>
    </channel></rss>`);
  assert.ok("is" in rss && rss.is === "feed");
  assert.equal(rss.title, "My show");
  assert.deepEqual(rss.entries[0], {
    id: "g1",
    url: "https://a.example/one",
    title: "One & only",
    html: "<p>Whole <b>text</b></p>",
    transcripts: [{
      url: "https://a.example/dir/one.vtt",
      type: "text/vtt",
    }],
  });
  assert.equal(rss.entries[1].url, "https://a.example/two");
  const atom = await survey(`<feed xmlns="http://www.w3.org/2005/Atom">
    <title>Notes</title><entry><title type="html">First</title><id>urn:1</id>
    <link rel="self" href="/x"/><link rel="alternate" href="/first"/>
    <content type="xhtml"><div><p>One.</p><p>Two.</p></div></content></entry></feed>`);
  assert.ok("is" in atom && atom.is === "feed");
  const [entry] = atom.entries;
  assert.deepEqual([entry.id, entry.url, entry.title], [
    "urn:1",
    "https://a.example/first",
    "First",
  ]);
  assert.match(entry.html, /One\.\s+Two\./);
});

Deno.test("survey: a page's links, resolved by its base, without nofollow", async () => {
  const page = await survey(
    `<!doctype html><html><head><base href="https://a.example/base/">
    <link rel="alternate" type="application/rss+xml" href="feed.xml">
    <link rel="sitemap" href="/map.xml"></head><body>
    <a href="one#top">1</a><a href="one">1</a><a href="/two" rel="nofollow">2</a>
    <a href="javascript:void 0">3</a><a href="https://b.example/">4</a></body></html>`,
  );
  assert.deepEqual(page, {
    is: "page",
    links: ["https://a.example/base/one", "https://b.example/"],
    feeds: ["https://a.example/base/feed.xml"],
    sitemaps: ["https://a.example/map.xml"],
  });
});

Deno.test("robots.txt: this program's group, the longest rule, wildcards, sitemaps", () => {
  const text = `# hello
User-agent: Else
Disallow: /
User-Agent: *
Disallow: /private   # not this
Allow: /private/open
Disallow: /*.pdf$
Disallow: /*?print=
Crawl-delay: 2
Disallow:
Sitemap: /maps/1.xml
Sitemap: https://b.example/2.xml`;
  const robots = readRobots(text, "twincast", "https://a.example/robots.txt");
  assert.equal(robots.delay_s, 2);
  assert.deepEqual(robots.sitemaps, [
    "https://a.example/maps/1.xml",
    "https://b.example/2.xml",
  ]);
  const allowed = (path: string) =>
    isAllowed(robots, `https://a.example${path}`);
  assert.deepEqual(
    ["/", "/private/x", "/private/open/x", "/a.pdf", "/a.pdf?x", "/a?print=1"]
      .map(allowed),
    [true, false, true, false, true, false],
  );
  const own = readRobots(
    `${text}\nUser-agent: bot\nUser-agent: Twincast\nDisallow: /only`,
    "twincast",
    "https://a.example/",
  );
  assert.ok(isAllowed(own, "https://a.example/private/x"));
  assert.ok(!isAllowed(own, "https://a.example/only"));
});
