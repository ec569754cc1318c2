import type { ImportResultView } from "../schemas/content.ts";
import type { JobView } from "../schemas/job.ts";
import type { SourceView } from "../schemas/source.ts";

/** What became of each file of an import of which some were not read. */
export type Imported = { text: string; files: ImportResultView["files"] };

/** A source with the job that reads it, or did so last. */
export type SourceWithJob = { source: SourceView; job: JobView | null };

/** A part of two texts: of both, of the earlier one alone, or of the later one alone. */
export type DifferencePart = { is: "same" | "gone" | "new"; text: string };

/** An earlier version, with what has changed since. */
export type ShownVersion = { n: number; changes: DifferencePart[] };
