// The worst hostile files; `long/hostile_files_long.ts` has all of them.
import { hostileFiles } from "./hostile_files.ts";
import { refuseUnparsed, withstand } from "./withstand_files.ts";

/** A deeply nested file, and one that understates its size. */
const WORST = /^(nested\.html|lying\.docx)$/;

const worst = async () =>
  (await hostileFiles()).filter(({ name }) => WORST.test(name));

Deno.test({
  name:
    "hostile files: each is refused, and processor and memory are free again afterwards",
  // Only Linux reports what a process uses.
  ignore: Deno.build.os !== "linux",
  async fn() {
    await withstand(await worst());
  },
});

Deno.test("hostile files: without subprocesses they are refused before they are parsed", async () => {
  await refuseUnparsed(await worst());
});
