import assert from "node:assert/strict";
import { join } from "node:path";
import {
  type Chromium,
  packagedChromium,
  systemChromiums,
} from "./chromium.ts";
import { launchBrowser, launchFirst } from "./launch.ts";

/** A folder of the test, removed with what was unpacked into it. */
async function tempFolder(): Promise<{ path: string } & AsyncDisposable> {
  const path = await Deno.makeTempDir({ prefix: "twincast_test_" });
  return {
    path,
    [Symbol.asyncDispose]: () => Deno.remove(path, { recursive: true }),
  };
}

const unable = (path: string) => () =>
  Promise.resolve<Chromium>({ name: "the packaged Chromium", path, env: {} });

Deno.test("launch: falls back to the system's Chromium when the packaged one cannot start, and logs which", async () => {
  await using folder = await tempFolder();
  // Stands in for a system Chromium.
  const packaged = await packagedChromium();
  const named = join(folder.path, "chromium");
  const variables = Object.entries(packaged.env)
    .map(([name, value]) => `${name}='${value}'`).join(" ");
  await Deno.writeTextFile(
    named,
    `#!/bin/sh\n${variables} exec '${packaged.path}' "$@"\n`,
    { mode: 0o755 },
  );
  const cases = [
    systemChromiums({ PATH: `/nowhere:${folder.path}` }),
    systemChromiums({ CHROMIUM_PATH: named, PATH: "/nowhere" }),
    systemChromiums({ CHROMIUM_PATH: "/bin/false", PATH: folder.path }),
  ];
  for (const system of cases) {
    const log: string[] = [];
    const { browser } = await launchFirst(
      unable("/bin/false"),
      system,
      (line) => log.push(line),
    );
    await using _ = browser;
    assert.ok(await browser.newPage());
    assert.equal(log.length, 1);
    assert.match(log[0], /^the packaged Chromium does not start \(.+\)/);
    assert.ok(log[0].endsWith(`is used, ${named}`), log[0]);
  }
});

Deno.test("launch: fails with one sentence when none starts, and the next attempt tries again", async () => {
  const system = systemChromiums({ CHROMIUM_PATH: "/nowhere/chromium" });
  const failing = launchFirst(unable("/bin/false"), system);
  await assert.rejects(failing, ({ message }: Error) => {
    assert.match(message, /^No browser for this test: the packaged Chromium/);
    assert.match(message, /CHROMIUM_PATH does not start/);
    assert.ok(!message.includes("\n"), message);
    return true;
  });
  await using browser = await launchBrowser();
  assert.ok(await browser.newPage());
});
