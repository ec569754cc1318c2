// Starts an isolated process with an endless task and prints its id: for a test that kills this one.
import { startChild } from "../lib/isolated/child.ts";

const module = new URL("./burning_task.ts", import.meta.url);
const child = startChild(module, {
  ms: 60_000,
  memory: 300 * 2 ** 20,
  answer: 2 ** 20,
});
const { data } = await child.ask({ data: "pid", bytes: new Uint8Array() });
console.log(data);
await child.ask({ data: "burn", bytes: new Uint8Array() });
