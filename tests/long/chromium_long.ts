// The packaged Chromium is unpacked once, by whoever comes first, and again when files of it are lost.
import assert from "node:assert/strict";
import { join } from "node:path";
import process from "node:process";
import { packagedChromium } from "../browser/chromium.ts";
import { launchFirst } from "../browser/launch.ts";

/** A folder of the test, removed with what was unpacked into it. */
async function tempFolder(): Promise<{ path: string } & AsyncDisposable> {
  const path = await Deno.makeTempDir({ prefix: "twincast_test_" });
  return {
    path,
    [Symbol.asyncDispose]: () => Deno.remove(path, { recursive: true }),
  };
}

const namesIn = async (path: string) =>
  (await Array.fromAsync(Deno.readDir(path))).map(({ name }) => name).sort();

Deno.test("packaged Chromium: two concurrent requests on an empty machine, and one after files are lost, get it whole", async () => {
  await using folder = await tempFolder();
  const { TMPDIR } = process.env;
  const inAnotherProcess = new Deno.Command(Deno.execPath(), {
    args: [
      ...["eval", "--no-check"],
      `import { packagedChromium } from ${
        JSON.stringify(import.meta.resolve("../browser/chromium.ts"))
      };
      console.log((await packagedChromium(Deno.args[0])).path);`,
      folder.path,
    ],
    cwd: new URL("../../", import.meta.url),
    stderr: "inherit",
  }).output();
  const [one, two, other] = await Promise.all([
    packagedChromium(folder.path),
    packagedChromium(folder.path),
    inAnotherProcess,
  ]);
  assert.equal(one.path, two.path);
  assert.equal(one.path, new TextDecoder().decode(other.stdout).trim());
  assert.equal(process.env.TMPDIR, TMPDIR);
  const home = join(one.path, "..");
  const whole = await namesIn(home);
  assert.ok(whole.includes("libGLESv2.so") && whole.includes("al2023"));
  const alone = await namesIn(folder.path);
  assert.equal(alone.length, 2, `${alone}`);

  // What is left after a system clears its temporary folder.
  await Deno.remove(join(home, "libGLESv2.so"));
  await Deno.remove(join(home, "al2023"), { recursive: true });
  await Deno.truncate(join(home, "chromium"), 1_000);
  const again = await packagedChromium(folder.path);
  assert.deepEqual(await namesIn(home), whole);
  const { browser } = await launchFirst(() => Promise.resolve(again), []);
  await browser.close();
});
