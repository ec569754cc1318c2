// Isolated code that does as told, for tests of what stops it.
import { serveTasks } from "../lib/isolated/serve.ts";

const NOTHING = new Uint8Array();
const held: Uint8Array[] = [];

serveTasks(async ({ data, bytes }) => {
  switch (data) {
    case "pid":
      return { data: Deno.pid, bytes: NOTHING };
    case "burn":
      for (;;);
    case "take memory":
      for (;;) held.push(new Uint8Array(2 ** 20).fill(1));
    case "fill the heap":
      for (const all: string[][] = [];;) all.push(Array(1e5).fill("x"));
    case "exit":
      return Deno.exit(3);
    case "throw":
      throw new Error("no");
    case "answer much":
      return { data: null, bytes: new Uint8Array(64 * 2 ** 20) };
    case "read":
      return { data: await Deno.readTextFile("/etc/passwd"), bytes: NOTHING };
    case "write":
      await Deno.writeTextFile("burning.txt", "");
      return { data: null, bytes: NOTHING };
    case "ask":
      return { data: (await fetch("http://127.0.0.1:8000/")).status, bytes };
    case "environment":
      return { data: Deno.env.toObject(), bytes };
    case "start":
      return { data: (await new Deno.Command("/bin/ls").output()).code, bytes };
    default:
      return { data, bytes };
  }
});
