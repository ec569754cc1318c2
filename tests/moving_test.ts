// The tasks that save, restore and move the store. `long/moving_long.ts` kills them halfway.
import assert from "node:assert/strict";
import { entriesOf, fillStore, namesIn } from "./store_files.ts";
import { ServerProcess } from "./kvconnect/start.ts";
import { TOKEN } from "./kvconnect/server.ts";
import { type Account, send, signUp } from "./process_account.ts";
import { Process } from "./processes.ts";
import { tempStore } from "./stores.ts";
import { runTask } from "./tasks.ts";
import { until } from "./until.ts";

/** The one file that `task backup` wrote to a folder. */
async function savedIn(folder: string): Promise<string> {
  const saved = (await namesIn(folder)).filter((name) => name.endsWith("Z.db"));
  assert.equal(saved.length, 1, saved.join());
  return `${folder}/${saved[0]}`;
}

/** Adds items until told to stop; the bodies of the acknowledged ones, by id. */
function writing(process: Process, account: Account) {
  const acknowledged = new Map<string, string>();
  let stops = false;
  const write = async (name: string) => {
    const path = `/twins/${account.twin_id}/content`;
    for (let i = 0; !stops; i++) {
      const body = `${name} ${i} `.repeat(i % 4 === 3 ? 10_000 : 20);
      const item = { title: name, body };
      const { id } = await send(process, account, "POST", path, item);
      acknowledged.set(id, body);
    }
  };
  const writers = Promise.all(["a", "b", "c"].map(write));
  return {
    acknowledged,
    async stop() {
      stops = true;
      await writers;
    },
  };
}

Deno.test("backup and restore: what was acknowledged before a backup of a running store is restored, and nothing is torn", async () => {
  await using file = await tempStore();
  await using process = await Process.start(file.path);
  const account = await signUp(process, "ada@example.com");
  const writers = writing(process, account);
  await until(() => writers.acknowledged.size > 20, "twenty writes");
  const before = new Map(writers.acknowledged);
  const backup = await runTask("backup", [`${file.folder}/kept/my.db`], {
    TWINCAST_KV_PATH: file.path,
  });
  await writers.stop();
  assert.equal(backup.code, 0, backup.output);
  assert.match(backup.output, /^Saved [\d,]+ entries, as of a single/);
  const saved = await savedIn(`${file.folder}/kept`);
  assert.equal(
    (await Deno.stat(saved)).mode! & 0o077,
    0,
    "readable by its owner only",
  );
  await process.kill();

  const TWINCAST_KV_PATH = `${file.folder}/again/store.db`;
  const restored = await runTask("restore", [saved], { TWINCAST_KV_PATH });
  assert.equal(restored.code, 0, restored.output);
  await using again = await Process.start(TWINCAST_KV_PATH);
  const path = `/twins/${account.twin_id}/content`;
  for (const [id, body] of before) {
    const item = await send(again, account, "GET", `${path}/${id}`);
    assert.ok(item.body === body, `${id} is whole`);
  }
  let cursor = "";
  do {
    const from = `${path}?limit=100${cursor}`;
    const page = await send(again, account, "GET", from);
    for (const { id } of page.items) {
      await send(again, account, "GET", `${path}/${id}`);
    }
    cursor = page.next_cursor ? `&cursor=${page.next_cursor}` : "";
  } while (cursor);

  const refused = await runTask("restore", [saved], { TWINCAST_KV_PATH });
  assert.equal(refused.code, 1);
  assert.match(refused.output, /Another Twincast is already running/);
  await again.stop();
  const used = await runTask("restore", [saved], { TWINCAST_KV_PATH });
  assert.equal(used.code, 1);
  assert.match(
    used.output,
    /already holds data, so nothing was changed/,
  );
});

Deno.test("restore: anything but a backup is refused, and nothing is created", async () => {
  await using file = await tempStore();
  await fillStore(file.path, 5_000);
  const bytes = await Deno.readFile(file.path);
  const wrong: Record<string, Uint8Array> = {
    "text.db": new TextEncoder().encode("Dear diary"),
    "half.db": bytes.subarray(0, bytes.length / 2),
    "empty.db": new Uint8Array(),
  };
  const TWINCAST_KV_PATH = `${file.folder}/again.db`;
  for (const [name, content] of Object.entries(wrong)) {
    await Deno.writeFile(`${file.folder}/${name}`, content);
    const path = `${file.folder}/${name}`;
    const { code, output } = await runTask("restore", [path], {
      TWINCAST_KV_PATH,
    });
    assert.equal(code, 1, output);
    assert.match(output, /is not a backup of Twincast, or it is damaged/);
    assert.ok(!output.includes(".ts:"), "a sentence, not a stack");
  }
  assert.ok(!(await namesIn(file.folder)).includes("again.db"));
});

Deno.test("move: from a file to a shared store and back, unchanged at the end", async () => {
  await using file = await tempStore();
  await fillStore(file.path, 500);
  const back = `${file.folder}/back.db`;
  await using shared = await ServerProcess.start(`${file.folder}/shared.db`);
  const env = { DENO_KV_ACCESS_TOKEN: TOKEN };
  for (const [from, to] of [[file.path, shared.url], [shared.url, back]]) {
    const args = ["--from", from, "--to", to];
    const { code, output } = await runTask("move", args, env);
    assert.equal(code, 0, output);
    assert.match(output, /[\d,]+ entries, the same in both \(SHA-256/);
  }
  assert.deepEqual(await entriesOf(back), await entriesOf(file.path));
});

Deno.test("backup: keeps the newest, and touches nothing else", async () => {
  await using file = await tempStore();
  await fillStore(file.path, 100);
  const kept = `${file.folder}/kept`;
  await Deno.mkdir(kept);
  const others = ["a-letter.db", "a-2020-01-01T00-00-00Z.db.txt"];
  for (const name of others) await Deno.writeTextFile(`${kept}/${name}`, "");
  const second = () => Math.floor(Date.now() / 1_000);
  for (let i = 0; i < 2; i++) {
    // Names are precise to a second.
    const last = second();
    await until(() => second() > last, "another second");
    const { code, output } = await runTask(
      "backup",
      ["--keep", "1", `${kept}/a.db`],
      { TWINCAST_KV_PATH: file.path },
    );
    assert.equal(code, 0, output);
  }
  const newest = await savedIn(kept);
  assert.deepEqual(await entriesOf(newest), await entriesOf(file.path));
  const left = (await namesIn(kept)).filter((name) => name !== "a.db.lock");
  assert.deepEqual(left.sort(), [newest.split("/").at(-1), ...others].sort());
});

Deno.test("move and backup: an impossible call says what to do, and creates nothing", async () => {
  await using file = await tempStore();
  const absent = `${file.folder}/absent.db`;
  const wrong = [
    runTask("move", ["--from", file.path]),
    runTask("move", ["--from", absent, "--to", `${file.folder}/b.db`]),
    runTask("backup", [`${file.folder}/b.db`], { TWINCAST_KV_PATH: absent }),
    runTask("backup", ["b.db"], { TWINCAST_KV_PATH: ":memory:" }),
    runTask("backup", ["--keep", "0", "b.db"]),
    runTask("restore", []),
  ];
  for (const { code, output } of await Promise.all(wrong)) {
    assert.equal(code, 1, output);
    assert.ok(!output.includes(".ts:"), `a sentence, not a stack: ${output}`);
  }
  assert.deepEqual(await namesIn(file.folder), ["b.db.lock"]);
});
