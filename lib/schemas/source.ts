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
  /** How often it is read again by itself. */
  every: every.default("never"),
  /** Whether what has changed there is published at once; otherwise it waits as a draft. */
  publish: z.boolean().default(false),
});
export type SourceInput = z.infer<typeof sourceInput>;

export const sourceChange = sourceInput.pick({ every: true, publish: true })
  .extend({ every, publish: z.boolean() }).partial();
export type SourceChange = z.infer<typeof sourceChange>;

/** What reading a source would find. */
export const sourcePreviewView = z.strictObject({
  dry_run: z.literal(true),
  /** Pages that are named somewhere, as many as would be read. */
  pages: z.number(),
  /** Whether their links lead to more pages, which are found as it is read. */
  follows_links: z.boolean(),
  /** Pages that are read of one source. */
  at_most: z.number(),
  /** The first of them, by their addresses. */
  first: z.array(z.string()),
  problems: z.array(z.strictObject({ what: z.string(), detail: z.string() })),
});
export type SourcePreviewView = z.infer<typeof sourcePreviewView>;

/** A place on the web that content comes from, as stored. */
export type Source = SourceInput & {
  id: string;
  tenant_id: string;
  twin_id: string;
  /** In whose name it is read. */
  by: {
    user_id: string;
    user_name: string;
    email: string;
    /** Of a program: its key, as an actor holds it. */
    key?: { id: string; hash: string; twin_id: string; scope: Scope };
  };
  /** When it is read again by itself, in milliseconds; null for never. */
  next_ms: number | null;
  /** Its last reading, which may go on. */
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
  /** When it is read again by itself. */
  next_read_at: timestamp.nullable(),
  /** The job that reads it, or did so last. */
  job_id: z.string(),
  created_at: timestamp,
  last_read_at: timestamp.nullable(),
});
export type SourceView = z.infer<typeof sourceView>;

/** What happened to one page of a source, as stored under the digest of its address. */
export type SourcePage = {
  url: string;
  title: string;
  /** How many links lead to it from where the reading began. */
  depth: number;
  /** Its place in the order of reading. */
  n: number;
  /** The job that is to read it; null once it has. */
  job_id: string | null;
  /** What it was read into, in order; null for what was there already. */
  items: { name: string; digest: string; content_id: string | null }[];
  /** What its server and its bytes were known by when it was read; so an unchanged page is not read again. */
  seen?: { etag?: string; last_modified?: string; digest: string };
  /** When it was last read, or found to say what it did. */
  read_at?: string;
  /** How often in a row it was not there. */
  missing?: number;
  /** What a feed holds of it itself. */
  entry?: {
    id: string;
    html: string;
    transcripts: { url: string; type: string }[];
  };
};
