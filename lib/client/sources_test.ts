import assert from "node:assert/strict";
import {
  followUps,
  mergeCitations,
  nameWithPlaces,
  sourceName,
} from "./sources.ts";

const cite = (title: string, excerpt: string, url?: string) => ({
  title,
  excerpt,
  ...(url ? { url } : {}),
});

Deno.test("mergeCitations: one source per item, in order of first use; the same title elsewhere is another source", () => {
  const sources = mergeCitations([
    cite("Tea", "a", "https://a.test"),
    cite("Clay", "b"),
    cite("Tea", "c", "https://a.test"),
    cite("Tea", "d", "https://b.test"),
  ]);
  assert.deepEqual(
    sources.map(({ title, url, excerpts }) => [title, url, excerpts]),
    [
      ["Tea", "https://a.test", ["a", "c"]],
      ["Clay", undefined, ["b"]],
      ["Tea", "https://b.test", ["d"]],
    ],
  );
});

Deno.test("nameWithPlaces: lists each cited page and time once", () => {
  const at = (where: string) => ({ ...cite("Tea", "a"), where });
  const [source] = mergeCitations([at("p. 4"), at("p. 9"), at("p. 4")]);
  assert.equal(nameWithPlaces(source), "Tea (p. 4, p. 9)");
  assert.equal(sourceName(at("2:03")), "Tea (2:03)");
  assert.equal(sourceName(cite("Tea", "a")), "Tea");
});

Deno.test("followUps: at most two, other sources before suggestions, no repeats, nothing already asked", () => {
  const sources = ["A", "B", "B", "C", "D"].map((title) => ({
    title,
    excerpts: [],
    places: [],
  }));
  assert.deepEqual(followUps(sources, ["S"], []), ["B", "C"]);
  assert.deepEqual(followUps(sources, ["S"], ["B"]), ["C", "D"]);
  assert.deepEqual(followUps(sources.slice(0, 3), ["B", "S"], []), ["B", "S"]);
  assert.deepEqual(followUps(sources.slice(0, 1), ["S"], ["S"]), []);
});
