import assert from "node:assert/strict";
import { readSiteProfile } from "./site_profile.ts";

const URL = "https://www.clay-studio.example/";
const face = (head: string, body = "") =>
  readSiteProfile(
    `<html><head>${head}</head><body>${body}</body></html>`,
    URL,
  );

Deno.test("readSiteProfile: the site's own name, or the meaningful part of its title", () => {
  const names: [string, string | null][] = [
    [`<meta property="og:site_name" content=" Mara  Clay ">`, "Mara Clay"],
    ["<title>Home | Clay Studio</title>", "Clay Studio"],
    ["<title>Handmade pots – Clay Studio</title>", "Clay Studio"],
    ["<title>Mara makes pots</title>", "Mara makes pots"],
    ["<title>Startseite</title>", null],
    ["", null],
  ];
  for (const [head, name] of names) assert.equal(face(head).name, name, head);
  const long = face(`<title>${"Pots of clay ".repeat(40)}</title>`).name ?? "";
  assert.ok(long.length <= 81 && long.endsWith("…"));
});

Deno.test("readSiteProfile: the accent is a visible colour of the light theme", () => {
  const colour = (content: string, more = "") =>
    face(`<meta name="theme-color" content="${content}">${more}`).accent;
  assert.equal(colour("#B4532A"), "#b4532a");
  assert.equal(colour("#b52"), "#bb5522");
  assert.equal(colour("rgb(180, 83, 42)"), "#b4532a");
  const tile = `<meta name="msapplication-TileColor" content="#336699">`;
  assert.equal(colour("#ffffff", tile), "#336699");
  for (const none of ["#fff", "red;}", "rgb(900,0,0)", "url(x)", ""]) {
    assert.equal(colour(none), null, none);
  }
  const dark =
    `<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#111111"><meta name="theme-color" content="#b4532a">`;
  assert.equal(face(dark).accent, "#b4532a");
});

Deno.test("readSiteProfile: home screen icons first, the largest first, and no vector images", () => {
  const { pictures } = face(`<base href="/de/">
    <meta property="og:image" content="card.jpg">
    <link rel="icon" sizes="any" href="/icon.svg">
    <link rel="apple-touch-icon" sizes="120x120" href="small.png">
    <link rel="apple-touch-icon" sizes="180x180" href="/large.png">
    <link rel="apple-touch-icon" href="javascript:alert(1)">`);
  const at = "https://www.clay-studio.example";
  assert.deepEqual(pictures, [
    `${at}/large.png`,
    `${at}/de/small.png`,
    `${at}/de/card.jpg`,
  ]);
});

Deno.test("readSiteProfile: links with their text, and none from a page with too many elements", () => {
  const { links, language } = readSiteProfile(
    `<html lang="de-AT"><body><a href="/kurse">Meine <b>Kurse</b></a><a rel="nofollow" href="/x">X</a><a href="mailto:a@b.c">M</a></body></html>`,
    URL,
  );
  assert.deepEqual(links, [{
    url: "https://www.clay-studio.example/kurse",
    text: "Meine Kurse",
  }]);
  assert.equal(language, "de");
  const deep = readSiteProfile(
    `<title>A</title>${"<div>".repeat(20_000)}`,
    URL,
  );
  assert.equal(deep.name, null);
});
