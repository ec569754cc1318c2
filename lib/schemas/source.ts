import { z } from "zod";
import { httpUrl, timestamp } from "./common.ts";
import { visibility } from "./content.ts";

const sourceKind = z.enum(["page", "site", "feed"]);
export type SourceKind = z.infer<typeof sourceKind>;

export const sourceInput = z.strictObject({
  url: httpUrl,
  kind: sourceKind,
  visibility: visibility.default("private"),
});
export type SourceInput = z.infer<typeof sourceInput>;

/** A place on the web that content comes from, as stored. */
export type Source = SourceInput & {
  id: string;
  tenant_id: string;
  twin_id: string;
  /** In whose name it is read. */
  by: { user_id: string; user_name: string; email: string };
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
  /** The job that reads it, or did so last. */
  job_id: z.string(),
  created_at: timestamp,
  last_read_at: timestamp.nullable(),
});
export type SourceView = z.infer<typeof sourceView>;

/** What became of one page of a source, as stored under the digest of its address. */
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
  /** What a feed holds of it itself. */
  entry?: {
    id: string;
    html: string;
    transcripts: { url: string; type: string }[];
  };
};
