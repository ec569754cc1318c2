import type { Clock } from "../../clock.ts";

/** A clock that can be set back, to make things happen some days ago. */
export type ShiftedClock = Clock & { shift_ms: number };

export function shiftedClock(clock: Clock): ShiftedClock {
  return {
    shift_ms: 0,
    now() {
      return clock.now() + this.shift_ms;
    },
    steady() {
      return clock.steady() + this.shift_ms;
    },
  };
}
