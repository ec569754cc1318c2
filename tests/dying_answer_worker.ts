// A worker that finds answers, and dies in the way that a question names.
import "../lib/content/answer_worker.ts";
import type { AnswerTask } from "../lib/content/answer_worker.ts";

const WAYS: Record<string, () => void> = {
  "DIE!"() {
    throw new Error("killed by a question");
  },
  "HANG!"() {
    for (;;);
  },
  "LEAVE!"() {
    self.close();
  },
};

self.addEventListener("message", (event) => {
  const { task } = (event as MessageEvent<{ task: AnswerTask }>).data;
  if (task.call === "answer") WAYS[task.asked.message]?.();
});
