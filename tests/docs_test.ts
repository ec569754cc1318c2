// What the documents name is there.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import config from "../deno.json" with { type: "json" };

const ROOT = new URL("../", import.meta.url);
const { tasks } = config;
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

Deno.test("docs: every task that is named is there, and takes the options that are shown with it", () => {
  const documents = [
    ...["README.md", "docs/architecture.md", "examples/README.md"],
    ...["clients/ts/README.md", "Dockerfile", "compose.yaml"],
    ...["deploy/twincast.service", "deploy/nginx.conf"],
  ].filter((path) => missing([path]).length === 0);
  const shown = documents.map(read).join("\n")
    .matchAll(/deno task ([a-z][\w:-]*)([^\n`&|;]*)/g);
  let count = 0;
  for (const [line, name, rest] of shown) {
    count++;
    const task = tasks[name as keyof typeof tasks];
    assert.ok(task, `${line}: there is no such task`);
    const program = task.command.match(/[\w/]+\.ts(?!\S)/g)?.at(-1);
    for (const [option] of rest.matchAll(/(?<=\s)--[a-z-]+/g)) {
      assert.ok(program, line);
      // What is wrong it says with all its options.
      assert.match(read(program), new RegExp(`${option}\\b`), line);
    }
  }
  assert.ok(count >= 18, `${count}`);
});

Deno.test("docs: every setting that is read is in the README's table", async () => {
  const listed = new Set<string>();
  for (const [row] of read("README.md").matchAll(/^\| `TWINCAST_.*$/gm)) {
    const [first = "", ...others] = row.split("|")[1].match(/[A-Z_]{3,}/g) ??
      [];
    listed.add(first);
    const parts = first.split("_");
    // `_MODEL` beside `TWINCAST_LLM_BASE_URL` is `TWINCAST_LLM_MODEL`.
    for (const other of ["", ...others]) {
      for (const n of parts.keys()) {
        listed.add(
          other.startsWith("_") ? parts.slice(0, n).join("_") + other : other,
        );
      }
    }
  }
  let text = "";
  for await (const { name } of Deno.readDir(new URL("lib/", ROOT))) {
    if (/^config\w*(?<!_test)\.ts$/.test(name)) text += read(`lib/${name}`);
  }
  const settings = new Set(text.match(/\bTWINCAST_[A-Z_]+[A-Z]\b(?!_)/g));
  assert.ok(settings.size > 20);
  const unknown = [...settings].filter((name) =>
    !listed.has(name) && !name.startsWith("TWINCAST_LIMIT_") &&
    // The name of three, of which the table has each.
    !["TWINCAST_LLM", "TWINCAST_EMBEDDINGS"].includes(name)
  );
  assert.deepEqual(unknown, []);
});
