import type { Intake, IntakeItem, IntakeSource } from "../schemas/intake.ts";
import type { JobView } from "../schemas/job.ts";
import type { SourceView } from "../schemas/source.ts";

/** A source with the job that reads it, or did so last. */
export type SourceWithJob = { source: SourceView; job: JobView | null };

/** A part of two texts: in both, in the earlier one only, or in the later one only. */
export type DifferencePart = { is: "same" | "gone" | "new"; text: string };

/** An earlier version, with the changes since. */
export type ShownVersion = { n: number; changes: DifferencePart[] };

/** A preview of a written text before it is saved. */
export type WrittenPreview = {
  passages: number;
  /** Passages that the twin may still hold. */
  room: number;
  left_out: { what: string; why: string }[];
  /** The item with the same text. */
  duplicate_of: string | null;
};

/** Figures of an import waiting for review. */
export type IntakeCounts = {
  items: number;
  pairs: number;
  skipped: number;
  /** Of those that are not skipped. */
  passages: number;
  public: number;
};

/** A page of an import's items, as shown on its page. */
export type IntakeShown = {
  intake: Intake;
  sources: IntakeSource[];
  items: IntakeItem[];
  counts: IntakeCounts;
  /** The page's number, and how many there are. */
  page: number;
  pages: number;
  /** Passages that the twin may still hold. */
  room: number;
};

/** A waiting import, as listed. */
export type WaitingIntake = { id: string; made_at: string; names: string[] };
