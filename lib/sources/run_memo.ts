import type { Taken } from "./take_reading.ts";

/** The results of a run, apart from its problems. */
type Counts = {
  added: number;
  changed: number;
  duplicates: number;
  nothing_new: number;
  failed: number;
};

/** Where a run continues after an interruption. */
export type Memo = Counts & {
  /** Pages that this job is to read, or has read. */
  pages: number;
  /** Set once all listed pages are stored, and whether links lead to more. */
  found: { follows: boolean } | null;
};

/** For a run that has not started. */
export const EMPTY_MEMO: Memo = {
  ...{ added: 0, changed: 0, duplicates: 0, nothing_new: 0, failed: 0 },
  ...{ pages: 0, found: null },
};

/** A run's results including one more page. */
export function addCounts(
  memo: Memo,
  { added, changed, duplicates }: Omit<Taken, "page">,
): Memo {
  return {
    ...memo,
    added: memo.added + added,
    changed: memo.changed + changed,
    duplicates: memo.duplicates + duplicates,
  };
}

/** The state of the run as text. */
export function noteOf({ added, changed, duplicates, found }: Memo): string {
  if (!found) return "Looking for its pages";
  return [
    `${added} ${added === 1 ? "item" : "items"} added`,
    changed > 0 && `${changed} changed`,
    duplicates > 0 &&
    `${duplicates} already existed`,
  ].filter(Boolean).join(", ");
}
