import type { Message } from "./message.ts";
import { answerOf, type Bounds, type Runner, TaskEnded } from "./runner.ts";

/**
 * Replaces a process where none can be started (Deno Deploy). Its thread cannot be stopped while it computes, nor its
 * memory watched: the caller has to limit the task beforehand.
 */
export function startWorker(module: URL, bounds: Bounds): Runner {
  const worker = new Worker(module, { type: "module" });
  let is_over = false;
  const end = () => {
    is_over = true;
    worker.terminate();
  };
  return {
    end,
    isHealthy: () => !is_over,
    async ask(task) {
      const { promise, resolve, reject } = Promise.withResolvers<Message>();
      worker.onmessage = ({ data }: MessageEvent<Message>) => resolve(data);
      worker.onerror = (event) => {
        event.preventDefault();
        reject(new TaskEnded("broken"));
      };
      const late = setTimeout(() => reject(new TaskEnded("time")), bounds.ms);
      worker.postMessage(task);
      try {
        return answerOf(await promise);
      } catch (error) {
        end();
        throw error;
      } finally {
        clearTimeout(late);
      }
    },
  };
}
