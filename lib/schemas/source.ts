import { z } from "zod";
import { httpUrl, timestamp } from "./common.ts";
import { visibility } from "./content.ts";
import type { Scope } from "./api_key.ts";

const sourceKind = z.enum(["page", "site", "feed"]);

const every = z.enum(["never", "day", "week", "month"]);
export type Every = z.infer<typeof every>;

export const sourceInput = z.strictObject({
  url: httpUrl,
  kind: sourceKind,
  visibility: visibility.default("private"),
  /** How often it is read again automatically. */
  every: every.default("never"),
  /** Whether changes are published at once; otherwise they become drafts. */
  publish: z.boolean().default(false),
});
export type SourceInput = z.infer<typeof sourceInput>;

export const sourceChange = sourceInput.pick({ every: true, publish: true })
  .extend({ every, publish: z.boolean() }).partial();
export type SourceChange = z.infer<typeof sourceChange>;

/** A preview of reading a source. */
export const sourcePreviewView = z.strictObject({
  dry_run: z.literal(true),
  /** The pages listed somewhere, up to the number that would be read. */
  pages: z.number(),
  /** Whether their links lead to more pages, found during reading. */
  follows_links: z.boolean(),
  /** The most pages read from one source. */
  at_most: z.number(),
  /** The first of them, by address. */
  first: z.array(z.string()),
  problems: z.array(z.strictObject({ what: z.string(), detail: z.string() })),
});
export type SourcePreviewView = z.infer<typeof sourcePreviewView>;

/** A place on the web that content comes from, as stored. */
export type Source = SourceInput & {
  id: string;
  tenant_id: string;
  twin_id: string;
  /** On whose behalf it is read. */
  by: {
    user_id: string;
    user_name: string;
    email: string;
    /** For a program: its key, as an actor has it. */
    key?: { id: string; hash: string; twin_id: string; scope: Scope };
  };
  /** When it is next read automatically, in milliseconds; null for never. */
  next_ms: number | null;
  /** Its last reading, which may still be running. */
  job_id: string;
  created_at: string;
  last_read_at: string | null;
};

export const sourceView = z.strictObject({
  id: z.string(),
  twin_id: z.string(),
  url: z.string(),
  kind: sourceKind,
  visibility,
  every,
  publish: z.boolean(),
  /** When it is next read automatically. */
  next_read_at: timestamp.nullable(),
  /** The job that reads it, or did so last. */
  job_id: z.string(),
  created_at: timestamp,
  last_read_at: timestamp.nullable(),
});
export type SourceView = z.infer<typeof sourceView>;

/** The result for one page of a source, stored under the digest of its address. */
export type SourcePage = {
  url: string;
  title: string;
  /** The number of links from the starting page to it. */
  depth: number;
  /** Its position in the order of reading. */
  n: number;
  /** The job that is to read it; null once it has. */
  job_id: string | null;
  /** The items created from it, in order; null for existing ones. */
  items: { name: string; digest: string; content_id: string | null }[];
  /** Its server's validators and its digest when it was read, so that an unchanged page is not read again. */
  seen?: { etag?: string; last_modified?: string; digest: string };
  /** When it was last read, or confirmed unchanged. */
  read_at?: string;
  /** How often in a row it was missing. */
  missing?: number;
  /** The content in the feed itself. */
  entry?: {
    id: string;
    html: string;
    transcripts: { url: string; type: string }[];
  };
};
