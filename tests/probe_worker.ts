// Calls a server again and again, and reports the longest time a call waited, and the longest time the server's main
// thread computed meanwhile (Linux only; elsewhere the wait again). On a busy machine a call also waits for the
// processor; what the server computes in one go is its own doing. Runs as a worker, so that its starter's work does not
// count as waiting.
const scope = self as unknown as Worker;
const [url, pid] = self.name.split(" ");
let longest = { waited: 0, computed: 0 };
let is_ended = false;

scope.onmessage = ({ data }: MessageEvent<"begin" | "end">) => {
  if (data === "begin") longest = { waited: 0, computed: 0 };
  else is_ended = true;
};

/** Processor time of the server's main thread, or else the time of day, in milliseconds. */
function computed(): number {
  try {
    const stat = Deno.readTextFileSync(`/proc/${pid}/task/${pid}/schedstat`);
    return Number(stat.split(" ")[0]) / 1e6;
  } catch {
    return performance.now();
  }
}

while (!is_ended) {
  const began = { at: performance.now(), computed: computed() };
  const response = await fetch(url);
  await response.body?.cancel();
  longest = {
    waited: Math.max(longest.waited, performance.now() - began.at),
    computed: Math.max(longest.computed, computed() - began.computed),
  };
  scope.postMessage(longest);
  await new Promise((resolve) => setTimeout(resolve, 2));
}
scope.postMessage(null);
