import { hostileFiles } from "../hostile_files.ts";
import { hostilePacked } from "../hostile_packed.ts";
import { endure, refuseUnparsed, withstand } from "../withstand_files.ts";

Deno.test({
  name:
    "hostile files: each of all kinds is refused, and processor and memory are free again afterwards",
  // Only Linux reports what a process uses.
  ignore: Deno.build.os !== "linux",
  async fn() {
    await withstand(await hostileFiles());
  },
});

Deno.test("hostile files: all kinds are refused unparsed without subprocesses", async () => {
  await refuseUnparsed(await hostileFiles());
});

Deno.test({
  name:
    "hostile files: office files, mails, books and exports are answered, and processor and memory are free again",
  ignore: Deno.build.os !== "linux",
  async fn() {
    await endure(await hostilePacked());
  },
});
