import { z } from "zod";
import { httpUrl, line, listQuery, text, timestamp } from "./common.ts";
import type { PageStart } from "./citation.ts";
import { MAX_TEXT } from "./text_sizes.ts";

export const visibility = z.enum(["public", "private"]);
export type Visibility = z.infer<typeof visibility>;

/** A text; or a pair, whose title is a question and whose text is what the twin says to it, word for word. */
export const contentKind = z.enum(["text", "pair"]);
export type ContentKind = z.infer<typeof contentKind>;

/** Whose visitors a public item can be limited to. */
export type ContentChannel = { id: string; name: string };

/** What is stored of an item beside its text, which lies in chunks under `revision`. */
export type ContentItem = {
  id: string;
  tenant_id: string;
  twin_id: string;
  title: string;
  visibility: Visibility;
  /** The channels whose visitors are answered from it, by the ids content knows them by; absent: all of them. */
  channels?: string[];
  /** Absent in a text's record. */
  kind?: ContentKind;
  /** Questions that it answers: as a model foresaw them, or as its owner wrote them. */
  questions?: string[];
  /** What they were foreseen of: its text's digest; `owner` where the owner wrote them. */
  foreseen?: string;
  source_url: string | null;
  /** Where the pages of the file that it was read from begin. */
  pages?: PageStart[];
  revision: string;
  digest: string;
  characters: number;
  passages: number;
  /** How often what it says was published, this time included; absent: once. */
  version?: number;
  /** It was never published: nobody is answered from it. */
  is_draft?: true;
  /** What is to be published next. */
  draft?: ContentDraft;
  created_at: string;
  updated_at: string;
};

/** A change that waits beside what is published; its text lies under its own revision. */
export type ContentDraft =
  & Pick<ContentItem, "title" | "revision" | "digest" | "characters">
  & { updated_at: string };

/** A public item's entry in the public place: what a visitor's reader may know of it. */
export type PublicContent = {
  revision: string;
  title: string;
  kind?: ContentKind;
  questions?: string[];
  source_url: string | null;
  pages?: PageStart[];
};

/**
 * The channels that a public item is for: `link`, `preview` (the team's own, as a visitor), or ids of API keys, whose
 * successors count as they do. Null for all.
 */
export const contentChannels = z.array(z.string().min(1).max(100)).min(
  1,
  "Choose at least one channel, or make the item private",
).max(100).nullable();

const body = text(MAX_TEXT, 1)
  .refine((s) => s.trim() !== "", "Write something the twin can answer from");

/** Questions that an item may be known to answer. */
export const MAX_QUESTIONS = 20;

export const createContentInput = z.strictObject({
  title: line(200),
  body,
  visibility: visibility.default("private"),
  channels: contentChannels.optional(),
  kind: contentKind.default("text"),
  source_url: httpUrl.nullable().optional(),
});
/** As `createContent` reads it; of a plain text the kind may be left out. */
export type CreateContent =
  & Omit<z.infer<typeof createContentInput>, "kind">
  & {
    kind?: ContentKind;
    /** It waits to be published. */
    is_draft?: true;
  };

export const updateContentInput = z.strictObject({
  title: line(200),
  body,
  visibility,
  channels: contentChannels,
  source_url: httpUrl.nullable(),
  questions: z.array(line(200)).max(
    MAX_QUESTIONS,
    `Write at most ${MAX_QUESTIONS} questions`,
  ),
}).partial();
export type UpdateContentInput = z.infer<typeof updateContentInput>;

export const draftQuery = z.strictObject({
  draft: z.enum(["true", "false"]).default("false"),
});

/** What a draft can change. */
export const draftInput = updateContentInput.pick({ title: true, body: true });
export type DraftInput = z.infer<typeof draftInput>;

/** `draft`: never published; `changed`: a draft waits beside what is published. */
const contentStatus = z.enum(["published", "draft", "changed"]);

/** Which items are listed, and in which order. */
export const contentQuery = listQuery.extend({
  /** Words that an item holds, all of them, in its title, its address or its text. */
  q: z.string().max(200).optional(),
  visibility: visibility.optional(),
  /** A page is a text that was read from the web. */
  kind: z.enum(["text", "pair", "page"]).optional(),
  status: contentStatus.optional(),
  /** Stale: neither changed nor found unchanged at its source in 180 days. Unquoted: public, and no visitor was answered from it in 60 days. */
  only: z.enum(["stale", "unquoted"]).optional(),
  sort: z.enum(["newest", "changed", "title", "longest"]).default("newest"),
});
export type ContentQuery = z.infer<typeof contentQuery>;

const bulkAction = z.enum(["public", "private", "delete", "restore"]);
export type BulkAction = z.infer<typeof bulkAction>;

/** The same for several items. */
export const bulkInput = z.strictObject({
  ids: z.array(z.string().max(100)).min(1).max(100),
  action: bulkAction,
});

export const bulkView = z.strictObject({
  /** Those that were changed: not those that were so already, nor those that are gone. */
  changed: z.array(z.string()),
});

/** A listed item: without its text. */
export const contentSummaryView = z.strictObject({
  id: z.string(),
  twin_id: z.string(),
  title: z.string(),
  visibility,
  channels: z.array(z.string()).nullable(),
  kind: contentKind,
  source_url: z.string().nullable(),
  questions: z.array(z.string()),
  characters: z.number().int(),
  passages: z.number().int(),
  status: contentStatus,
  created_at: timestamp,
  updated_at: timestamp,
});
export type ContentSummaryView = z.infer<typeof contentSummaryView>;

export const contentView = contentSummaryView.extend({
  body: z.string(),
  /** The draft that waits, where the item has one. */
  draft: z.strictObject({
    title: z.string(),
    body: z.string(),
    updated_at: timestamp,
  }).optional(),
  /** The item of this twin that held the same text already. */
  duplicate_of: z.string().optional(),
});
export type ContentView = z.infer<typeof contentView>;

/** An earlier version of an item, as it was published. */
export const versionView = z.strictObject({
  n: z.number().int(),
  title: z.string(),
  characters: z.number().int(),
  saved_at: timestamp,
});
export type VersionView = z.infer<typeof versionView>;
