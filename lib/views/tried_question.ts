import type { Answer, Candidate } from "../schemas/citation.ts";
import type { PreviewAs } from "./preview_as.ts";

/** A question that was put to the content, with its answer. */
export type TriedQuestion = {
  question: string;
  /** Whose eyes it was answered for. */
  eyes: PreviewAs;
  answer: Answer & { candidates: Candidate[] };
  /** The item of the page is among what the answer rests on. */
  isFromHere: boolean;
};
