import type { Message } from "./message.ts";
import type { Outcome } from "./serve.ts";

/** What isolated code may take, for one task. */
export type Bounds = {
  ms: number;
  /** Resident memory, in bytes. */
  memory: number;
  /** The largest answer, in bytes. */
  answer: number;
};

/** Runs isolated code, one task after the other. */
export type Runner = {
  /** Throws `TaskEnded` where the task was ended, and what its code failed with. The runner is over after either. */
  ask(task: Message): Promise<Message>;
  /** Whether it may be given another task. */
  isHealthy(): boolean;
  end(): void;
};

/** A task was ended because it took too much, or ended its runner. */
export class TaskEnded extends Error {
  override readonly name = "TaskEnded";

  constructor(readonly why: "time" | "memory" | "broken") {
    super(`The task was ended: ${why}`);
  }
}

/** The answer in what the isolated code sent. Throws what the code failed with. */
export function answerOf({ data, bytes }: Message): Message {
  const outcome = data as Outcome;
  if ("failure" in outcome) {
    throw new Error(`The isolated task failed: ${outcome.failure}`);
  }
  return { data: outcome.answer, bytes };
}

/** The memory that the isolated process held behind an answer, in bytes. */
export function memoryTold({ data }: Message): number {
  return (data as Outcome).memory;
}
