// A worker that finds answers, and dies in the way that a question names.
import "../lib/content/answer_worker.ts";
import type { AnswerTask } from "../lib/content/answer_worker.ts";

/** Longer than the test of it waits. */
const LONG_MS = 60_000;

const WAYS: Record<string, () => void> = {
  "DIE!"() {
    throw new Error("killed by a question");
  },
  "HANG!"() {
    // Not a loop: Deno cannot end a worker that computes, which would take a processor from the tests that follow.
    const never = new Int32Array(new SharedArrayBuffer(4));
    Atomics.wait(never, 0, 0, LONG_MS);
  },
  "LEAVE!"() {
    self.close();
  },
};

self.addEventListener("message", (event) => {
  const { task } = (event as MessageEvent<{ task: AnswerTask }>).data;
  if (task.call === "answer") WAYS[task.asked.message]?.();
});
