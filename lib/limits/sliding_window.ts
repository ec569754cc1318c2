/** The number of parts of a window. */
export const PARTS = 60;

/**
 * Events of one subject by part of the window. `counts[i]` are those of part `part - i`; a part is a 60th of the
 * window, numbered since the epoch. There are up to 61: an event of the oldest part may still be inside the window
 * while the newest part has begun.
 */
export type SlidingWindow = { part: number; counts: number[] };

/** The number of the part that contains `at_ms`. */
export function partAt(at_ms: number, window_ms: number): number {
  return Math.floor(at_ms / (window_ms / PARTS));
}

/** Advances the window to part `part`; unchanged if it is ahead of that, since a store that is ahead is trusted. */
export function advance(
  window: SlidingWindow | null,
  part: number,
): SlidingWindow {
  if (!window) return { part, counts: [] };
  const ahead = part - window.part;
  if (ahead <= 0) return window;
  const counts = ahead > PARTS
    ? []
    : [...new Array<number>(ahead).fill(0), ...window.counts].slice(
      0,
      PARTS + 1,
    );
  return { part, counts };
}

/**
 * Corrects a window as read in part `part`. A store is trusted to be at most one window ahead: events written by a
 * wrong clock count as of now, and so for one window more.
 */
export function believed(window: SlidingWindow, part: number): SlidingWindow {
  return window.part > part + PARTS ? { part, counts: window.counts } : window;
}

/** Events that may lie inside the window that ends now. Never fewer than do. */
export function used(window: SlidingWindow): number {
  let sum = 0;
  for (const count of window.counts) sum += count;
  return sum;
}

/**
 * Adds `cost` events to the newest part or, if `cost` is negative, removes the oldest first, so that no remaining
 * event is counted for too short a time.
 */
export function charge(window: SlidingWindow, cost: number): SlidingWindow {
  const counts = window.counts.length > 0 ? [...window.counts] : [0];
  if (cost > 0) counts[0] += cost;
  let back = Math.max(0, -cost);
  for (let i = counts.length - 1; i >= 0 && back > 0; i--) {
    const taken = Math.min(counts[i], back);
    counts[i] -= taken;
    back -= taken;
  }
  return { part: window.part, counts };
}

/** Removes events that were charged in `part` and never took place, as far as that part still has them. */
export function takeBack(
  window: SlidingWindow,
  part: number,
  events: number,
): SlidingWindow {
  const counts = window.counts.map((count, i) =>
    window.part - i === part ? Math.max(0, count - events) : count
  );
  return { part: window.part, counts };
}

/** Milliseconds until a slot is free: 0 if one is. At most a 60th of the window late. */
export function waitFor(
  window: SlidingWindow,
  limit: number,
  window_ms: number,
  now_ms: number,
): number {
  let surplus = used(window) - limit + 1;
  if (surplus <= 0) return 0;
  for (let i = window.counts.length - 1; i >= 0; i--) {
    surplus -= window.counts[i];
    if (surplus <= 0) {
      const leaves_at = (window.part - i + PARTS + 1) * (window_ms / PARTS);
      return Math.max(1, leaves_at - now_ms);
    }
  }
  return window_ms;
}
