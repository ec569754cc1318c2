// A thread of an isolated process that ends it when its server is gone or it exceeds its memory: a task in an endless
// loop notices no closed pipe and blocks its own thread.
import process from "node:process";

const LOOK_MS = 50;
const [most, parent] = Deno.args.map(Number);

setInterval(() => {
  if (Deno.ppid !== parent || Deno.memoryUsage().rss > most) {
    process.kill(process.pid, "SIGKILL");
  }
}, LOOK_MS);
