import { z } from "zod";
import { type ContentKind, contentKind, type Visibility } from "./content.ts";
import { leftOutView } from "./content_import.ts";

/** How a table is read: by which columns, or row by row. As `ColumnChoice` of the reader has it. */
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

/** Content that was read and is yet to be reviewed: no answer uses it until then. */
export type Intake = {
  id: string;
  tenant_id: string;
  twin_id: string;
  made_at: string;
  /** UTF-16 units of all its texts, and how many items it held at first. */
  characters: number;
  items: number;
  /** Its sources; only the items of these are listed. */
  source_ids: string[];
  /** The job that saves it should the process that does so end. */
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

/** What becomes an item, as it is chosen so far; its text lies beside it. */
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
  /** The item that says the same; `here` where another one of this source does. */
  duplicate_of: string | null;
};

/** What would become an item. */
const previewItemView = z.strictObject({
  kind: contentKind,
  title: z.string(),
  /** Its first 2,000 characters. */
  excerpt: z.string(),
  characters: z.number().int(),
  passages: z.number().int(),
  /** The item that says the same, which is there already; `here` for one above in the same file. */
  duplicate_of: z.string().nullable(),
});
export type PreviewItemView = z.infer<typeof previewItemView>;

/** What an importing call would do; nothing has been changed. */
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
