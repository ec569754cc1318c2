// Calls a server again and again, and tells on demand how long it waited at most. On a thread of its own: what its
// starter does meanwhile is no wait of the server's.
const scope = self as unknown as Worker;
const [url] = [self.name];
let longest = 0;
let is_ended = false;

scope.onmessage = ({ data }: MessageEvent<"begin" | "end">) => {
  if (data === "begin") longest = 0;
  else is_ended = true;
};

while (!is_ended) {
  const began = performance.now();
  const response = await fetch(url);
  await response.body?.cancel();
  longest = Math.max(longest, performance.now() - began);
  scope.postMessage(longest);
  await new Promise((resolve) => setTimeout(resolve, 2));
}
scope.postMessage(null);
