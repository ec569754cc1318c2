import assert from "node:assert/strict";
import { ConfigError } from "../errors.ts";
import { tempStore } from "../../tests/stores.ts";
import { openStore } from "./open.ts";

Deno.test("openStore: opening a file twice is refused, and says why", async () => {
  await using file = await tempStore();
  const first = await openStore(file.path);
  await assert.rejects(
    openStore(file.path),
    (error) =>
      error instanceof ConfigError && error.message.includes(file.path) &&
      /already running/.test(error.message),
  );
  await first.kv.set(["n"], 1);
  first.close();
  const again = await openStore(file.path);
  assert.equal((await again.kv.get(["n"])).value, 1);
  again.close();
});

Deno.test("openStore: creates a missing folder", async () => {
  await using file = await tempStore();
  const store = await openStore(`${file.folder}/a/b/twincast.db`);
  await store.kv.set(["n"], 1);
  store.close();
});

Deno.test("openStore: any number of stores in memory", async () => {
  const stores = await Promise.all([
    openStore(":memory:"),
    openStore(":memory:"),
  ]);
  await stores[0].kv.set(["n"], 1);
  assert.equal((await stores[1].kv.get(["n"])).value, null);
  for (const store of stores) store.close();
});

Deno.test("openStore: an unusable path is refused, naming the variable", async () => {
  await using file = await tempStore();
  await Deno.writeTextFile(`${file.folder}/file`, "not a folder");
  await Deno.mkdir(`${file.folder}/folder.db`);
  await Deno.writeTextFile(
    `${file.folder}/notes.db`,
    "not a database at all\n".repeat(100),
  );
  for (
    const path of [
      `${file.folder}/file/twincast.db`,
      `${file.folder}/folder.db`,
      `${file.folder}/notes.db`,
    ]
  ) {
    await assert.rejects(
      openStore(path),
      (error) =>
        error instanceof ConfigError && /TWINCAST_KV_PATH/.test(error.message),
      path,
    );
  }
});

Deno.test({
  name: "openStore: links to one file lead to one store",
  ignore: Deno.build.os === "windows",
  async fn() {
    await using file = await tempStore();
    await Deno.symlink(file.path, `${file.folder}/link.db`);
    await Deno.mkdir(`${file.folder}/real`);
    await Deno.symlink(`${file.folder}/real`, `${file.folder}/linked`);
    const ways = [
      // Even if the link existed before the file.
      [`${file.folder}/link.db`, file.path],
      [`${file.folder}/real/a.db`, `${file.folder}/linked/a.db`],
      [`${file.folder}/linked/../twincast.db`, `${file.folder}/link.db`],
    ];
    for (const [first, second] of ways) {
      const store = await openStore(first);
      await assert.rejects(openStore(second), /already running/);
      store.close();
    }
  },
});
