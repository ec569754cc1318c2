import type { ImportResultView } from "../schemas/content.ts";
import type { JobView } from "../schemas/job.ts";
import type { SourceView } from "../schemas/source.ts";

/** What became of each file of an import of which some were not read. */
export type Imported = { text: string; files: ImportResultView["files"] };

/** A source with the job that reads it, or did so last. */
export type SourceWithJob = { source: SourceView; job: JobView | null };
