// Calls a server again and again, and tells the longest of two times: how long a call waited, and how long the server's
// main thread computed meanwhile (told by Linux; elsewhere the wait again). On a busy machine a call also waits for the
// processor; what the server computes at a stretch is its own doing. On a thread of its own: what its starter does
// meanwhile is no wait of the server's.
const scope = self as unknown as Worker;
const [url, pid] = self.name.split(" ");
let longest = { waited: 0, computed: 0 };
let is_ended = false;

scope.onmessage = ({ data }: MessageEvent<"begin" | "end">) => {
  if (data === "begin") longest = { waited: 0, computed: 0 };
  else is_ended = true;
};

/** The time that the server's main thread has computed, or else the time of day, in milliseconds. */
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
