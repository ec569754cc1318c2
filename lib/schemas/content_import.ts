import { z } from "zod";
import { httpUrl, line } from "./common.ts";
import {
  contentChannels,
  contentKind,
  type ContentSummaryView,
  contentSummaryView,
  contentView,
  visibility,
} from "./content.ts";

export const importPageInput = z.strictObject({
  url: httpUrl,
  visibility: visibility.default("private"),
});
export type ImportPageInput = z.infer<typeof importPageInput>;

/** An item of an archive. Its text may be as long as an imported file's. */
const archivedItem = z.object({
  title: line(200),
  body: z.string().refine((s) => s.trim() !== "", "Write something"),
  visibility,
  kind: contentKind.default("text"),
  channels: contentChannels.default(null),
  source_url: httpUrl.nullable().default(null),
});

/** All content of a twin as one file. */
export const contentArchive = z.object({
  format: z.literal("twincast-content-1"),
  items: z.array(archivedItem),
});
export type ArchivedItem = z.output<typeof archivedItem>;

/** For several items from one file or page; existing ones are duplicates and not added. */
const addedView = z.strictObject({
  items: z.number().int(),
  pairs: z.number().int(),
  duplicates: z.number().int(),
});

/** What was left out of a file or page, and why, as texts. */
export const leftOutView = z.array(
  z.strictObject({ what: z.string(), why: z.string() }),
);

/** The first item created from a page. */
export const importPageView = contentView.extend({
  added: addedView.optional(),
  left_out: leftOutView.optional(),
});
export type ImportPageView = z.infer<typeof importPageView>;

/** The result of importing one line, or its preview. */
export type LineResultView = {
  line: number;
  item?: ContentSummaryView & { duplicate_of?: string };
  /** For a dry run. */
  would_add?: {
    title: string;
    characters: number;
    passages: number;
    duplicate_of: string | null;
  };
  problem?: {
    code: string;
    detail: string;
    issues?: { path: string; message: string }[];
  };
};

export const importResultView = z.strictObject({
  files: z.array(z.strictObject({
    name: z.string(),
    item: contentSummaryView.extend({ duplicate_of: z.string().optional() })
      .optional(),
    /** For an export file: how many items were added, and how many texts existed already. */
    restored: z.strictObject({
      items: z.number().int(),
      duplicates: z.number().int(),
    }).optional(),
    added: addedView.optional(),
    left_out: leftOutView.optional(),
    /** With `added` if some items were added before it. */
    problem: z.strictObject({ code: z.string(), detail: z.string() })
      .optional(),
  })),
});
export type ImportResultView = z.infer<typeof importResultView>;
