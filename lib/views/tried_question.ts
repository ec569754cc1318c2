import type { Answer, Candidate } from "../schemas/citation.ts";
import type { PreviewAs } from "./preview_as.ts";

/** A question tried on the content, with its answer. */
export type TriedQuestion = {
  question: string;
  /** Who it was answered for. */
  preview_as: PreviewAs;
  answer: Answer & { candidates: Candidate[] };
  /** Whether the answer uses this page's item. */
  isFromHere: boolean;
};
