/** How long computations run before others are served, in milliseconds. */
const STRETCH_MS = 5;

type Breath = {
  /** When the current stretch of work started, by `performance.now()`; null before its first step. */
  began: number | null;
  waiting: (() => void)[];
  /** A waiter was resumed but has not started yet: callers at the same moment cannot tell how long it will take. */
  is_beginning: boolean;
};

const BREATH = Symbol.for("twincast.breath");
const shared = globalThis as { [BREATH]?: Breath };
/** One per process: this module is loaded twice, because the built routes hold their own copy. */
const breath = shared[BREATH] ??= {
  began: null,
  waiting: [],
  is_beginning: false,
};

/**
 * Call before each small step of work that grows with what people have stored or send at once. Returns immediately as
 * long as all such steps together have taken no more than 5 ms; otherwise in turn, once everyone else has been
 * served.
 */
export async function breathe(): Promise<void> {
  if (breath.waiting.length === 0 && !breath.is_beginning && hasTime()) {
    breath.is_beginning = true;
    queueMicrotask(() => breath.is_beginning = false);
    return;
  }
  await new Promise<void>((resolve) => breath.waiting.push(resolve));
}

function hasTime(): boolean {
  const now = performance.now();
  if (breath.began === null) {
    breath.began = now;
    setTimeout(serve);
  }
  return now - breath.began < STRETCH_MS;
}

/**
 * Resolves when everyone else has been served: waits for a timer that is not due yet, since Deno polls the network only
 * once in 31 turns of a loop that is never idle. For work that the runtime does by itself, such as reading a body.
 */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1));
}

/** Resumes the waiters one after the other, as long as a stretch lasts. */
async function serve(): Promise<void> {
  if (breath.waiting.length > 0) await pause();
  breath.began = null;
  while (breath.waiting.length > 0 && hasTime()) {
    breath.waiting.shift()?.();
    // It runs on until its next await.
    for (let hops = 0; hops < 4; hops++) await null;
  }
}
