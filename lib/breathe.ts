/** Computations go on for so long before others are served, in milliseconds. */
const STRETCH_MS = 5;

/** When the current stretch of work began, by `performance.now()`; null before the first step of one. */
let began: number | null = null;
const waiting: (() => void)[] = [];
/** Someone was let go on and has not begun yet: whoever asks at the same moment cannot tell how long that takes. */
let is_beginning = false;

/**
 * For work that grows with what people have stored or send at once, called before each small step of it: answers at
 * once as long as all such steps together have taken no more than 5 ms, and otherwise in its turn, when everybody else
 * was served.
 */
export async function breathe(): Promise<void> {
  if (waiting.length === 0 && !is_beginning && hasTime()) {
    is_beginning = true;
    queueMicrotask(() => is_beginning = false);
    return;
  }
  await new Promise<void>((resolve) => waiting.push(resolve));
}

function hasTime(): boolean {
  const now = performance.now();
  if (began === null) {
    began = now;
    setTimeout(serve);
  }
  return now - began < STRETCH_MS;
}

/**
 * Lets those go on who waited, one after the other, as long as a stretch lasts. They wait for a timer that is not due
 * yet: Deno looks for what came over the network only once in 31 turns of a loop that is never idle.
 */
async function serve(): Promise<void> {
  if (waiting.length > 0) await new Promise((resolve) => setTimeout(resolve));
  began = null;
  while (waiting.length > 0 && hasTime()) {
    waiting.shift()?.();
    // It runs on until the next thing that it awaits.
    for (let hops = 0; hops < 4; hops++) await null;
  }
}
