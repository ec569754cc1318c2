// What the documents mention exists.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import config from "../deno.json" with { type: "json" };

const ROOT = new URL("../", import.meta.url);
const { tasks } = config;
const read = (path: string) => Deno.readTextFileSync(new URL(path, ROOT));
const missing = (paths: string[]) =>
  paths.filter((path) => !existsSync(new URL(path, ROOT)));

Deno.test("docs: every path in the documents for developers exists", () => {
  const paths = ["docs/architecture.md", "docs/performance.md"].flatMap(
    (document) =>
      read(document).match(
        /(?<![\w/])(?:lib|routes|components|islands|tests|bench)\/[\w./-]*\w/g,
      ) ?? [],
  );
  assert.ok(paths.length > 40);
  assert.deepEqual(missing(paths), []);
});

Deno.test("docs: every file and folder in the README's map exists", () => {
  const map = /```\n(main\.ts[\s\S]*?)```/.exec(read("README.md"))?.[1] ?? "";
  const found: string[] = [];
  for (const line of map.split("\n")) {
    if (/^ {3}/.test(line)) continue;
    // Descriptions follow the names after at least three blanks.
    const [column] = line.trim().split(/ {3,}/);
    const names = column.match(/[\w.]+(?:\/|\.ts)(?= |$)/g) ?? [];
    const under = line.startsWith("  ") ? "lib/" : "";
    found.push(...names.map((name) => under + name));
  }
  assert.ok(found.length > 35, found.join());
  assert.deepEqual(missing(found), []);
});

Deno.test("docs: every task mentioned exists and takes the options shown", () => {
  const documents = [
    ...["README.md", "docs/architecture.md", "docs/performance.md"],
    "examples/README.md",
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
      // The error lists all its options.
      assert.match(read(program), new RegExp(`${option}\\b`), line);
    }
  }
  assert.ok(count >= 18, `${count}`);
});

/** Where each documented command is tested: by its name, or by its program's path. */
const RUN_BY: Record<string, string> = {
  start: "tests/permissions_test.ts",
  demo: "tests/commands_test.ts",
  "reset-password": "tests/commands_test.ts",
  backup: "tests/moving_test.ts",
  restore: "tests/moving_test.ts",
  move: "tests/moving_test.ts",
  "verify-audit": "tests/audit_log_test.ts",
  twin: "tests/twin_command_test.ts",
  client: "tests/client_test.ts",
  build: "deno.json",
  test: ".ci/run",
  ok: ".ci/run",
  dev: "tests/long/commands_long.ts",
  corpus: "tests/long/commands_long.ts",
  bench: "tests/long/commands_long.ts",
  "bench/profile.ts": "tests/long/commands_long.ts",
  "bench/store_clients.ts": "tests/long/commands_long.ts",
  "bench/answers/answers.ts": "tests/long/commands_long.ts",
  "console_chat.ts": "tests/examples_test.ts",
  "curl https://": "tests/commands_test.ts",
};
/** Commands no test can run: they take ten minutes or more, or need Docker. */
const BY_HAND = [
  ...["soak", "shots", "test:long", "bench/memory.ts"],
  ...["docker build", "docker run", "docker compose"],
];

Deno.test("docs: every command shown is run by a test, or is one of few that cannot be", () => {
  const shown = new Set<string>();
  for (
    const path of [
      ...["README.md", "docs/architecture.md", "docs/performance.md"],
      "examples/README.md",
      ...["compose.yaml", "deploy/twincast.service"],
    ]
  ) {
    const commands = read(path).matchAll(
      /deno task ([a-z][\w:-]*)|deno run -A (\S+\.ts)|(docker \w+|curl https:\/\/)/g,
    );
    for (const [, task, program, other] of commands) {
      shown.add(task ?? program ?? other);
    }
  }
  shown.delete("lib/build/permissions.ts");
  assert.deepEqual(
    [...shown].toSorted(),
    [...Object.keys(RUN_BY), ...BY_HAND].toSorted(),
  );
  for (const [name, path] of Object.entries(RUN_BY)) {
    const command = tasks[name as keyof typeof tasks]?.command ?? "";
    const program = command.split("/").at(-1)?.split(" ")[0] ?? "";
    const text = read(path);
    const ways = [`"${name}"`, `task ${name}`, `"${name}`, program];
    const is_run = ways.some((way) => way !== "" && text.includes(way));
    assert.ok(is_run, `${name} is not run by ${path}`);
  }
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
  for await (const { name } of Deno.readDir(new URL("lib/config/", ROOT))) {
    if (!name.endsWith("_test.ts")) text += read(`lib/config/${name}`);
  }
  const settings = new Set(text.match(/\bTWINCAST_[A-Z_]+[A-Z]\b(?!_)/g));
  assert.ok(settings.size > 20);
  const unknown = [...settings].filter((name) =>
    !listed.has(name) && !name.startsWith("TWINCAST_LIMIT_") &&
    // The prefix of three variables, each in the table.
    !["TWINCAST_LLM", "TWINCAST_EMBEDDINGS"].includes(name)
  );
  assert.deepEqual(unknown, []);
});
