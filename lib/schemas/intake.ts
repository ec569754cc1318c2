import { z } from "zod";
import { type ContentKind, contentKind, type Visibility } from "./content.ts";
import { leftOutView } from "./content_import.ts";

/** How to read a table: by which columns, or row by row. Matches the reader's `ColumnChoice`. */
const columnChoice = z.union([
  z.literal("rows"),
  z.strictObject({ question: z.string(), answer: z.string() }),
]);
export type ColumnChoice = z.infer<typeof columnChoice>;

const tableView = z.strictObject({
  columns: z.array(z.string()),
  read_as: columnChoice,
});
type TableView = z.infer<typeof tableView>;

/** Content read and waiting for review: no answer uses it until then. */
export type Intake = {
  id: string;
  tenant_id: string;
  twin_id: string;
  made_at: string;
  /** The UTF-16 units of all its texts, and how many items it had at first. */
  characters: number;
  items: number;
  /** Its sources; only their items are listed. */
  source_ids: string[];
  /** The job that saves it if the saving process dies. */
  save_job?: string;
};

/** A file, page or text that was read, or why it was not. */
export type IntakeSource = {
  id: string;
  name: string;
  items: number;
  left_out: { what: string; why: string }[];
  problem?: string;
  /** For a table, which may be read again in another way. */
  table?: TableView;
  visibility: Visibility;
};

/** A prospective item with the choices so far; its text is stored beside it. */
export type IntakeItem = {
  source_id: string;
  n: number;
  kind: ContentKind;
  title: string;
  visibility: Visibility;
  channels?: string[];
  source_url: string | null;
  /** Not to be saved. */
  is_skipped: boolean;
  /** Its first characters. */
  excerpt: string;
  characters: number;
  passages: number;
  digest: string;
  /** The item with the same text; `here` if another one of this source has it. */
  duplicate_of: string | null;
};

/** A prospective item. */
const previewItemView = z.strictObject({
  kind: contentKind,
  title: z.string(),
  /** Its first 2,000 characters. */
  excerpt: z.string(),
  characters: z.number().int(),
  passages: z.number().int(),
  /** The existing item with the same text; `here` for one above in the same file. */
  duplicate_of: z.string().nullable(),
});
export type PreviewItemView = z.infer<typeof previewItemView>;

/** What an import would do; nothing has been changed. */
export const previewView = z.strictObject({
  dry_run: z.literal(true),
  sources: z.array(z.strictObject({
    name: z.string(),
    items: z.array(previewItemView),
    left_out: leftOutView,
    table: tableView.optional(),
    problem: z.strictObject({ code: z.string(), detail: z.string() })
      .optional(),
  })),
  /** Passages of all items, and how many more this twin may hold. */
  passages: z.number().int(),
  room: z.number().int(),
});
export type PreviewView = z.infer<typeof previewView>;

/** The query of an importing call: whether it only previews. */
export const dryRunQuery = z.strictObject({
  dry_run: z.enum(["true", "false"]).default("false"),
});
