import type { Found } from "../content/finder.ts";
import { searchNow, type WithIndexes } from "../content/indexes.ts";
import { readerFor } from "../content/reader.ts";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import type { WithAdmission } from "../limits/admission.ts";
import { admitOrThrow } from "../limits/policies.ts";
import type { PublicContent } from "../schemas/content.ts";
import type { Ask } from "./types.ts";

/** Who reads a twin's content through a channel, and the limits it counts against. */
export type ContentAccess = Pick<Ask, "twin" | "viewer" | "charges">;

type SearchContext = Context & WithAdmission & WithIndexes;

/** Returns the passages that fit a query best, one per item. Counts as a message. Throws `rate_limited`. */
export async function searchContent(
  app: SearchContext,
  { twin, viewer, charges }: ContentAccess,
  query: string,
  most: number,
): Promise<Found[]> {
  await admitOrThrow(app, charges);
  const reader = readerFor(app.kv, twin.id, viewer);
  return await searchNow(
    app,
    twin.id,
    reader,
    (finder) => finder.passages(query, most),
  );
}

/** Lists the items visible to this viewer, by id. Counts as a message. Throws `rate_limited`. */
export async function listVisible(
  app: Context & WithAdmission,
  { twin, viewer, charges }: ContentAccess,
): Promise<Map<string, PublicContent>> {
  await admitOrThrow(app, charges);
  return await readerFor(app.kv, twin.id, viewer).items();
}

/** Reads an item's text. Counts as a message. Throws `not_found` for one that this viewer cannot see. */
export async function readVisible(
  app: Context & WithAdmission,
  { twin, viewer, charges }: ContentAccess,
  content_id: string,
): Promise<PublicContent & { text: string }> {
  await admitOrThrow(app, charges);
  const reader = readerFor(app.kv, twin.id, viewer);
  const item = (await reader.items()).get(content_id);
  if (!item) throw notFound("item");
  const passages = await reader.passages(content_id, item.revision);
  return { ...item, text: passages.join("\n\n") };
}
