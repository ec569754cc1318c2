import type { Intake, IntakeItem, IntakeSource } from "../schemas/intake.ts";
import type { JobView } from "../schemas/job.ts";
import type { SourceView } from "../schemas/source.ts";

/** A source with the job that reads it, or did so last. */
export type SourceWithJob = { source: SourceView; job: JobView | null };

/** A part of two texts: in both, in the earlier one only, or in the later one only. */
export type DifferencePart = { is: "same" | "gone" | "new"; text: string };

/** An earlier version, with what has changed since. */
export type ShownVersion = { n: number; changes: DifferencePart[] };

/** What a text that was written becomes, where its writer looks at it before it is saved. */
export type WrittenPreview = {
  passages: number;
  /** Passages that the twin may still hold. */
  room: number;
  left_out: { what: string; why: string }[];
  /** The item that says the same. */
  duplicate_of: string | null;
};

/** Figures of what was read and waits. */
export type IntakeCounts = {
  items: number;
  pairs: number;
  skipped: number;
  /** Of those that are not skipped. */
  passages: number;
  public: number;
};

/** What was read, a page of its items, as its page shows it. */
export type IntakeShown = {
  intake: Intake;
  sources: IntakeSource[];
  items: IntakeItem[];
  counts: IntakeCounts;
  /** Which page of how many. */
  page: number;
  pages: number;
  /** Passages that the twin may still hold. */
  room: number;
};

/** An import that waits, as it is listed. */
export type WaitingIntake = { id: string; made_at: string; names: string[] };
