// A thread of an isolated process that ends it when its server is gone, or it holds more memory than it was allowed: a
// task that computes for ever sees no pipe close, and lets nobody else in its thread look.
import process from "node:process";

const LOOK_MS = 50;
const [most, parent] = Deno.args.map(Number);

setInterval(() => {
  if (Deno.ppid !== parent || Deno.memoryUsage().rss > most) {
    process.kill(process.pid, "SIGKILL");
  }
}, LOOK_MS);
