// Commands of the README that take too long for the daily tests.
import assert from "node:assert/strict";
import { delay } from "../../lib/store/commit.ts";
import { tempStore } from "../stores.ts";
import { runTask, Task } from "../tasks.ts";

const ROOT = new URL("../../", import.meta.url);

/** Runs a task to its end in Deno's own shell, and returns its output. */
async function run(
  name: ConstructorParameters<typeof Task>[0],
  args: string[] = [],
): Promise<string> {
  const { code, output } = await runTask(name, args, {}, { by_shell: true });
  assert.equal(code, 0, output);
  return output;
}

/** Runs a program that the README names by its path. */
async function runProgram(path: string, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", path, ...args],
    ...{ cwd: ROOT, env: { NO_COLOR: "1" } },
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  assert.equal(code, 0, text(stderr));
  return text(stdout);
}

Deno.test("deno task dev: serves, restarts when a source changes, and ends what it started", async () => {
  await using file = await tempStore();
  const task = new Task("dev", [], {
    PORT: "0",
    TWINCAST_KV_PATH: file.path,
  }, { by_shell: true });
  try {
    const started = "Listening on port";
    await task.says(new RegExp(started));
    // It watches from then on.
    await delay(1_000);
    const now = new Date();
    await Deno.utime(new URL("lib/clock.ts", ROOT), now, now);
    await task.says(new RegExp(`${started}[^]*${started}`));
  } finally {
    await task.stop();
  }
  const port = /.*Listening on port (\d+)/s.exec(task.output)?.[1];
  assert.ok(port, task.output);
  await assert.rejects(fetch(`http://127.0.0.1:${port}/livez`));
});

Deno.test("deno task corpus: says how many files contain what they should", async () => {
  assert.match(await run("corpus"), /"docx"/);
});

Deno.test("deno task bench: measures what is asked for", async () => {
  const table = await run("bench", ["--only", "sizes"]);
  assert.match(table, /loader and panel together, brotli/);
});

Deno.test("bench/answers: says how well a set's questions are answered", async () => {
  const program = "bench/answers/answers.ts";
  assert.match(await runProgram(program, "--only", "de_1"), /right/);
});

Deno.test("bench/profile: says where the time of finding an answer goes", async () => {
  const told = await runProgram("bench/profile.ts", "finding");
  assert.match(told, /\| lib\/engine \| [\d.]+ % \|/);
});

Deno.test("bench/store_clients: says how long a commit takes by each client", async () => {
  assert.match(await runProgram("bench/store_clients.ts"), /@deno\/kv, ms/);
});
