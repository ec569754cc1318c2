import type { Actor } from "../actor.ts";
import type { Context } from "../context.ts";
import { readBody } from "./texts.ts";
import { AppError, notFound } from "../errors.ts";
import type { List, ListQuery } from "../schemas/common.ts";
import type {
  ContentItem,
  ContentSummaryView,
  ContentView,
} from "../schemas/content.ts";
import { keys } from "../store/keys.ts";
import { listPage } from "../store/list.ts";
import { requireTwin } from "../twins/twins.ts";

/** Lists the twin's items, newest first, without their texts. */
export async function listContent(
  app: Context,
  actor: Actor,
  twin_id: string,
  query: ListQuery,
): Promise<List<ContentSummaryView>> {
  await requireTwin(app, actor, twin_id);
  const prefix = keys.contents(twin_id);
  const page = await listPage<ContentItem>(app.kv, prefix, query);
  return {
    next_cursor: page.next_cursor,
    items: page.items.map(({ value }) => viewContent(value)),
  };
}

/** An item's record, for a commit that checks it. Throws `not_found`. */
export async function requireItem(
  app: Context,
  actor: Actor,
  twin_id: string,
  content_id: string,
): Promise<Deno.KvEntry<ContentItem>> {
  await requireTwin(app, actor, twin_id);
  const entry = await app.kv.get<ContentItem>(
    keys.content(twin_id, content_id),
  );
  if (entry.value === null) throw notFound("item");
  return entry;
}

/** The item and its body, of the same revision. Throws `unavailable` if it changes faster than it can be read. */
export async function requireItemWithBody(
  app: Context,
  actor: Actor,
  twin_id: string,
  content_id: string,
): Promise<{ entry: Deno.KvEntry<ContentItem>; body: string }> {
  for (let tries = 0; tries < 5; tries++) {
    const entry = await requireItem(app, actor, twin_id, content_id);
    const body = await readBody(app.kv, entry.value);
    if (body !== null) return { entry, body };
  }
  throw new AppError(
    "unavailable",
    "This item is being changed right now. Try again in a moment.",
  );
}

/** Reads an item with its text. Throws `not_found`. */
export async function getContent(
  app: Context,
  actor: Actor,
  twin_id: string,
  content_id: string,
): Promise<ContentView> {
  const { entry, body } = await requireItemWithBody(
    app,
    actor,
    twin_id,
    content_id,
  );
  const draft = await readDraft(app.kv, entry.value);
  return { ...viewContent(entry.value), body, ...draft ? { draft } : {} };
}

/** The draft beside an item; null if there is none or it has just been discarded. */
export async function readDraft(
  kv: Deno.Kv,
  { id, draft }: ContentItem,
): Promise<ContentView["draft"] | null> {
  if (!draft) return null;
  const { title, updated_at } = draft;
  const body = await readBody(kv, { ...draft, id });
  return body === null ? null : { title, body, updated_at };
}

/** The view of an item for the twin's team. */
export function viewContent(item: ContentItem): ContentSummaryView {
  return {
    id: item.id,
    twin_id: item.twin_id,
    title: item.title,
    visibility: item.visibility,
    channels: item.channels ?? null,
    kind: item.kind ?? "text",
    source_url: item.source_url,
    questions: item.questions ?? [],
    characters: item.characters,
    passages: item.passages,
    status: item.is_draft ? "draft" : item.draft ? "changed" : "published",
    created_at: item.created_at,
    updated_at: item.updated_at,
  };
}
