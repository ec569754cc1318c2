import type { LeftOut } from "./kinds.ts";

/** Reports struck-out texts as left out. */
export function leftStruck(count: number): LeftOut {
  return {
    what: count === 1 ? "a struck-out text" : `${count} struck-out texts`,
    why: "Struck-out text is no longer valid.",
  };
}

/** Reports comments as left out. */
export function leftComments(count: number): LeftOut {
  return {
    what: count === 1 ? "a comment" : `${count} comments`,
    why: "Readers of the file do not see them.",
  };
}
