// What the documents name is there.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";

const ROOT = new URL("../", import.meta.url);
const read = (path: string) => Deno.readTextFileSync(new URL(path, ROOT));
const missing = (paths: string[]) =>
  paths.filter((path) => !existsSync(new URL(path, ROOT)));

Deno.test("docs: every path that the architecture names exists", () => {
  const paths = read("docs/architecture.md").match(
    /(?<![\w/])(?:lib|routes|components|islands|tests|bench)\/[\w./-]*\w/g,
  ) ?? [];
  assert.ok(paths.length > 30);
  assert.deepEqual(missing(paths), []);
});

Deno.test("docs: every file and folder of the README's map exists", () => {
  const map = /```\n(main\.ts[\s\S]*?)```/.exec(read("README.md"))?.[1] ?? "";
  const found: string[] = [];
  for (const line of map.split("\n")) {
    if (/^ {3}/.test(line)) continue;
    // What is said of them stands three blanks or more behind the names.
    const [column] = line.trim().split(/ {3,}/);
    const names = column.match(/[\w.]+(?:\/|\.ts)(?= |$)/g) ?? [];
    const under = line.startsWith("  ") ? "lib/" : "";
    found.push(...names.map((name) => under + name));
  }
  assert.ok(found.length > 35, found.join());
  assert.deepEqual(missing(found), []);
});
