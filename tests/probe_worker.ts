// Calls a server again and again, and tells how long it waited at most. On a thread of its own: what its starter does
// meanwhile is no wait of the server's. Where the system tells it (Linux), a wait counts as the time that the server's
// main thread computed meanwhile: what other programs take of the processor is no stall.
const scope = self as unknown as Worker;
const [url, pid] = self.name.split(" ");
let longest = 0;
let is_ended = false;

scope.onmessage = ({ data }: MessageEvent<"begin" | "end">) => {
  if (data === "begin") longest = 0;
  else is_ended = true;
};

/** The time that the server's main thread has computed, or else the time of day, in milliseconds. */
function now(): number {
  try {
    const stat = Deno.readTextFileSync(`/proc/${pid}/task/${pid}/schedstat`);
    return Number(stat.split(" ")[0]) / 1e6;
  } catch {
    return performance.now();
  }
}

while (!is_ended) {
  const began = now();
  const response = await fetch(url);
  await response.body?.cancel();
  longest = Math.max(longest, now() - began);
  scope.postMessage(longest);
  await new Promise((resolve) => setTimeout(resolve, 2));
}
scope.postMessage(null);
