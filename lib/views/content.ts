import type { ImportResultView } from "../schemas/content.ts";

/** What became of each file of an import of which some were not read. */
export type Imported = { text: string; files: ImportResultView["files"] };
