import type { Message } from "./message.ts";
import type { Outcome } from "./serve.ts";

/** The limits of isolated code, per task. */
export type Bounds = {
  ms: number;
  /** Resident memory, in bytes. */
  memory: number;
  /** The largest answer, in bytes. */
  answer: number;
};

/** Runs isolated code, one task after the other. */
export type Runner = {
  /** Throws `TaskEnded` if the task was ended, and its code's own errors. The runner is unusable after either. */
  ask(task: Message): Promise<Message>;
  /** Whether it can take another task. */
  isHealthy(): boolean;
  end(): void;
};

/** The task was ended because it exceeded its limits, or ended its runner. */
export class TaskEnded extends Error {
  override readonly name = "TaskEnded";

  constructor(readonly why: "time" | "memory" | "broken") {
    super(`The task was ended: ${why}`);
  }
}

/** The answer in the isolated code's output. Throws the code's own error. */
export function answerOf({ data, bytes }: Message): Message {
  const outcome = data as Outcome;
  if ("failure" in outcome) {
    throw new Error(`The isolated task failed: ${outcome.failure}`);
  }
  return { data: outcome.answer, bytes };
}

/** The memory that the isolated process reported with an answer, in bytes. */
export function reportedMemory({ data }: Message): number {
  return (data as Outcome).memory;
}
