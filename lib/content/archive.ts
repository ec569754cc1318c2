import type { Actor, Editor } from "../actor.ts";
import type { Context } from "../context.ts";
import { createContent, type WithPassages } from "./content.ts";
import { findDuplicate } from "./duplicates.ts";
import { getContent, listContent } from "./listing.ts";
import { resolveChannel } from "./channels.ts";
import { recheckAuthority } from "../authority.ts";
import { isAppError } from "../errors.ts";
import type { ArchivedItem } from "../schemas/content_import.ts";
import { digestOf } from "../long_texts.ts";
import { requireTwin } from "../twins/twins.ts";

/** Items listed at a time; texts are read one by one. */
const PAGE = 100;

/**
 * Exports a twin's content, or the named items, as one JSON text in chunks, newest first; never more than one item's
 * text in memory. Throws `unauthorized` midway once the caller is signed out or removed.
 */
export async function* exportContent(
  app: Context,
  actor: Actor,
  twin_id: string,
  content_ids?: readonly string[],
): AsyncGenerator<string> {
  await requireTwin(app, actor, twin_id);
  yield '{"format":"twincast-content-1","items":[';
  let first = true;
  for await (const id of content_ids ?? allIds(app, actor, twin_id)) {
    const item = await getContent(app, actor, twin_id, id).catch((error) => {
      // Deleted during the export.
      if (isAppError(error) && error.code === "not_found") return null;
      throw error;
    });
    // Another twin should not answer from a draft.
    if (!item || item.status === "draft") continue;
    const { title, body, visibility, kind, channels, source_url } = item;
    const entry = { title, body, visibility, kind, channels, source_url };
    yield `${first ? "" : ","}\n${JSON.stringify(entry)}`;
    first = false;
  }
  yield "\n]}\n";
}

async function* allIds(
  app: Context,
  actor: Actor,
  twin_id: string,
): AsyncGenerator<string> {
  let cursor: string | undefined;
  do {
    const page = await listContent(app, actor, twin_id, {
      limit: PAGE,
      cursor,
    });
    for (const { id } of page.items) yield id;
    cursor = page.next_cursor ?? undefined;
    if (cursor) await recheckAuthority(app, actor);
  } while (cursor);
}

/** The result of importing an archive: items added, and items that existed already. */
export type Restored = { items: number; duplicates: number };

/**
 * Adds the items of an archive, with their visibility. A text that already exists is skipped. An item for channels
 * that this twin lacks becomes private.
 */
export async function importArchive(
  app: Context & WithPassages,
  editor: Editor,
  twin_id: string,
  items: AsyncIterable<ArchivedItem>,
): Promise<Restored> {
  const restored: Restored = { items: 0, duplicates: 0 };
  // The last of them marks the call as carried out.
  const by = { ...editor, claim: undefined };
  for await (const { channels, ...item } of items) {
    const digest = await digestOf(item.body);
    if (await findDuplicate(app, twin_id, { ...item, digest })) {
      restored.duplicates++;
      continue;
    }
    const known = channels && await knownChannels(app, twin_id, channels);
    await createContent(app, by, twin_id, {
      ...item,
      ...known?.length === 0 ? { visibility: "private" } : { channels: known },
    });
    restored.items++;
  }
  return restored;
}

/** The channels that the twin has, out of those given. */
export async function knownChannels(
  app: Context,
  twin_id: string,
  channels: string[],
): Promise<string[]> {
  const known = await Promise.all(
    channels.map((channel) => resolveChannel(app, twin_id, channel)),
  );
  return known.filter((channel) => channel !== null);
}
