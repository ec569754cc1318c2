import type { LeftOut } from "./kinds.ts";

/** That so many texts are left out which are crossed out. */
export function leftStruck(count: number): LeftOut {
  return {
    what: count === 1 ? "a struck-out text" : `${count} struck-out texts`,
    why: "What is crossed out no longer holds.",
  };
}

/** That so many comments are left out. */
export function leftComments(count: number): LeftOut {
  return {
    what: count === 1 ? "a comment" : `${count} comments`,
    why: "Readers of the file do not see them.",
  };
}
