// The tasks that save, restore and move the store, each killed halfway.
import assert from "node:assert/strict";
import { delay } from "../../lib/store/commit.ts";
import { ServerProcess } from "../kvconnect/start.ts";
import { TOKEN } from "../kvconnect/server.ts";
import { Process } from "../processes.ts";
import { entriesOf, fillStore, namesIn } from "../store_files.ts";
import { tempStore } from "../stores.ts";
import { runTask, Task } from "../tasks.ts";
import { until } from "../until.ts";

Deno.test("backup: keeps the newest; a killed one leaves no backup, and its file is removed", async () => {
  await using file = await tempStore();
  await fillStore(file.path, 20_000);
  const env = { TWINCAST_KV_PATH: file.path };
  const kept = `${file.folder}/kept`;
  const killed = new Task("backup", [`${kept}/a.db`], env);
  const part = `${kept}/a.db.part`;
  await until(async () => (await Deno.stat(part)).size > 0, "a first part");
  await killed.kill();
  const left_by_killed = await namesIn(kept);
  assert.ok(!left_by_killed.some((name) => name.endsWith("Z.db")));
  assert.ok(left_by_killed.includes("a.db.part"));
  await Deno.writeTextFile(`${kept}/a-letter.db`, "not ours");
  for (let i = 0; i < 3; i++) {
    const one = ["--keep", "2", `${kept}/a.db`];
    const { code, output } = await runTask("backup", one, env);
    assert.equal(code, 0, output);
    // Names are precise to a second.
    await delay(1_000);
  }
  const left = await namesIn(kept);
  assert.deepEqual(left.slice(-2), ["a-letter.db", "a.db.lock"]);
  assert.equal(left.length, 4, left.join());
  const newest = `${kept}/${left[1]}`;
  assert.deepEqual(await entriesOf(newest), await entriesOf(file.path));
});

Deno.test("restore: killed halfway, it is known as unfinished; run again it is whole", async () => {
  await using file = await tempStore();
  await fillStore(file.path, 10_000);
  const TWINCAST_KV_PATH = `${file.folder}/again.db`;
  const killed = new Task("restore", [file.path], { TWINCAST_KV_PATH });
  await killed.says(/entries written/);
  await killed.kill();
  const { code, output } = await Process.fail({ TWINCAST_KV_PATH });
  assert.equal(code, 1);
  assert.match(output, /The store is incomplete/);
  const again = await runTask("restore", [file.path], { TWINCAST_KV_PATH });
  assert.equal(again.code, 0, again.output);
  assert.deepEqual(
    await entriesOf(TWINCAST_KV_PATH),
    await entriesOf(file.path),
  );
});

Deno.test("move: from a file to a shared store and back, both killed halfway, unchanged at the end", async () => {
  await using file = await tempStore();
  await fillStore(file.path, 8_000);
  const back = `${file.folder}/back.db`;
  await using shared = await ServerProcess.start(`${file.folder}/shared.db`);
  const env = { DENO_KV_ACCESS_TOKEN: TOKEN };
  for (const [from, to] of [[file.path, shared.url], [shared.url, back]]) {
    const args = ["--from", from, "--to", to];
    const killed = new Task("move", args, env);
    await killed.says(/entries written/);
    await killed.kill();
    const moving = new Task("move", args, env);
    // The store itself is gone for a while too.
    await moving.says(/Copying/);
    await shared.kill();
    await delay(500);
    await shared.restart();
    const { code, output } = await moving.ends();
    assert.equal(code, 0, output);
    assert.match(output, /8,\d+ entries, the same in both \(SHA-256/);
  }
  assert.deepEqual(await entriesOf(back), await entriesOf(file.path));
  await using process = await Process.start(back);
  assert.equal((await process.fetch("/healthz")).status, 200);
});
