// A thread of an isolated process that ends it when its server is gone: a task that computes for ever sees no pipe close.
import process from "node:process";

const LOOK_MS = 500;
const parent = Deno.ppid;

setInterval(() => {
  if (Deno.ppid !== parent) process.kill(process.pid, "SIGKILL");
}, LOOK_MS);
