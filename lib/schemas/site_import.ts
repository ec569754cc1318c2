import { z } from "zod";
import { httpUrl, timestamp } from "./common.ts";
import { visibility } from "./content.ts";

export const siteInput = z.strictObject({
  url: httpUrl,
  visibility: visibility.default("private"),
});
export type SiteInput = z.infer<typeof siteInput>;

const progress = {
  url: z.string(),
  pages: z.number().int(),
  added: z.number().int(),
  duplicates: z.number().int(),
  failed: z.array(z.strictObject({ url: z.string(), detail: z.string() })),
  started_at: timestamp,
  updated_at: timestamp,
};

/** How far the reading of a site is, as stored: one a twin. */
export type SiteImport = z.infer<typeof stored>;
const stored = z.strictObject({
  ...progress,
  id: z.string(),
  state: z.enum(["running", "done", "stopped"]),
});

/** `interrupted`: the server stopped while it ran. */
export const siteImportView = z.strictObject({
  ...progress,
  state: z.enum(["running", "done", "stopped", "interrupted"]),
});
export type SiteImportView = z.infer<typeof siteImportView>;
