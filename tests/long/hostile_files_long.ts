import { hostileFiles } from "../hostile_files.ts";
import { hostilePacked } from "../hostile_packed.ts";
import { endure, refuseUnparsed, withstand } from "../withstand_files.ts";

Deno.test({
  name:
    "hostile files: each of all kinds is refused, and processor and memory are back afterwards",
  // Only Linux tells what a process takes in this way.
  ignore: Deno.build.os !== "linux",
  async fn() {
    await withstand(await hostileFiles());
  },
});

Deno.test("hostile files: all kinds are refused unparsed where no process can be started", async () => {
  await refuseUnparsed(await hostileFiles());
});

Deno.test({
  name:
    "hostile files: of offices, mails, books and exports too: each is answered, and processor and memory are back",
  ignore: Deno.build.os !== "linux",
  async fn() {
    await endure(await hostilePacked());
  },
});
