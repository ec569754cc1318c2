import assert from "node:assert/strict";
import { informativePages, MAX_PAGES } from "./informative_pages.ts";

const HOME = "https://clay.example/";
const told = (links: [path: string, text: string][]) =>
  informativePages(
    HOME,
    links.map(([path, text]) => ({ url: new URL(path, HOME).href, text })),
  ).map((url) => url.replace("https://clay.example", ""));

Deno.test("informativePages: pages people ask about come first, by path or link text, in many languages", () => {
  assert.deepEqual(
    told([
      ["/blog/2019/my-first-kiln", "My first kiln"],
      ["/kontakt", "Schreib mir"],
      ["/preise", "Preise"],
      ["/ueber-mich", "Wer ich bin"],
      ["/kurse", "Kurse"],
      ["/fragen", "Häufige Fragen"],
    ]),
    [
      "/ueber-mich",
      "/fragen",
      "/preise",
      "/kurse",
      "/kontakt",
      "/blog/2019/my-first-kiln",
    ],
  );
});

Deno.test("informativePages: no other sites, files or log-ins, no repeats, and eight in all with the home page", () => {
  assert.deepEqual(
    told([
      ["/", "Home"],
      ["/index.html", "Home"],
      ["https://other.example/about", "About"],
      ["https://www.clay.example/about", "About"],
      ["/about/", "About again"],
      ["/login", "Log in"],
      ["/cart", "Cart"],
      ["/privacy", "Privacy"],
      ["/prices.pdf", "Prices"],
      ["/film.mp4", "Film"],
      ["/%E0%A4%A", "Broken"],
    ]),
    ["https://www.clay.example/about", "/prices.pdf", "/%E0%A4%A"],
  );
  const many = Array.from(
    { length: 50 },
    (_, i): [string, string] => [`/page-${i}`, `Page ${i}`],
  );
  assert.equal(told(many).length, MAX_PAGES - 1);
});
