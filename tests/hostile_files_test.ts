// Hostile files of the worst kinds; `long/hostile_files_long.ts` has all of them.
import { hostileFiles } from "./hostile_files.ts";
import { refuseUnparsed, withstand } from "./withstand_files.ts";

/** What nests, what unpacks, and what says less of itself than there is. */
const WORST = /^(nested\.html|heavy\.pdf|lying\.docx)$/;

const worst = async () =>
  (await hostileFiles()).filter(({ name }) => WORST.test(name));

Deno.test({
  name:
    "hostile files: each is refused, and processor and memory are back afterwards",
  // Only Linux tells what a process takes in this way.
  ignore: Deno.build.os !== "linux",
  async fn() {
    await withstand(await worst());
  },
});

Deno.test("hostile files: where no process can be started, they are refused before they are parsed", async () => {
  await refuseUnparsed(await worst());
});
