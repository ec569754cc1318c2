import type { Actor } from "../actor.ts";
import { breathe } from "../breathe.ts";
import { fold } from "../engine/text/fold.ts";
import type { Context } from "../context.ts";
import type { List } from "../schemas/common.ts";
import type {
  ContentItem,
  ContentQuery,
  ContentSummaryView,
} from "../schemas/content.ts";
import { DAY, iso } from "../clock.ts";
import type { WithQuotes } from "../figures/quotes.ts";
import { requireTwin } from "../twins/twins.ts";
import { lastTrueOf } from "./confirmed.ts";
import type { WithContentLists } from "./content_lists.ts";
import { listContent, viewContent } from "./listing.ts";
import { sorted } from "./sorted.ts";
import { unquotedOf } from "./unquoted.ts";

/** Days after which an item is stale if neither changed nor confirmed at its source. */
const STALE_DAYS = 180;

type Filter = Pick<ContentQuery, "visibility" | "kind" | "status">;

function kindOf({ kind, source_url }: ContentItem): ContentQuery["kind"] {
  return kind === "pair" ? kind : source_url === null ? "text" : "page";
}

function isShown(
  item: ContentItem,
  { visibility, kind, status }: Filter,
): boolean {
  return (!visibility || item.visibility === visibility) &&
    (!kind || kindOf(item) === kind) &&
    (!status || viewContent(item).status === status);
}

type Order = (a: ContentItem, b: ContentItem) => number;

const newestFirst: Order = (a, b) => compare(b.id, a.id);

const ORDERS: Record<ContentQuery["sort"], Order> = {
  newest: newestFirst,
  changed: (a, b) => compare(b.updated_at, a.updated_at),
  title: (a, b) => COLLATOR.compare(a.title, b.title),
  longest: (a, b) => b.characters - a.characters,
};

const COLLATOR = new Intl.Collator("en", {
  numeric: true,
  sensitivity: "base",
});

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Searches the twin's items, without their texts: first those whose title, address or question contains the query,
 * then those that contain all its words, in their text too. A plain listing comes straight from the store.
 */
export async function findContent(
  app: Context & WithContentLists & WithQuotes,
  actor: Actor,
  twin_id: string,
  query: ContentQuery,
): Promise<List<ContentSummaryView>> {
  const { q = "", visibility, kind, status, only, sort, limit, cursor } = query;
  const wanted = fold(q).trim();
  const is_filtered = wanted || visibility || kind || status || only;
  if (!is_filtered && sort === "newest") {
    return await listContent(app, actor, twin_id, { limit, cursor });
  }
  await requireTwin(app, actor, twin_id);
  const whole = [...await app.content_lists.get(app.kv, twin_id)];
  const all = await sorted(
    (await filterBy(app, twin_id, whole, only))
      .filter((item) => isShown(item, query)),
    (a, b) => ORDERS[sort](a, b) || newestFirst(a, b),
  );
  const found = wanted
    ? await named(all, wanted, await idsByText(app, twin_id, whole, wanted))
    : all;
  const from = placeOf(cursor);
  const items = found.slice(from, from + limit).map(viewContent);
  const next = from + items.length;
  return {
    items,
    next_cursor: next < found.length ? `${PLACE}${next}` : null,
  };
}

async function filterBy(
  app: Context & WithQuotes,
  twin_id: string,
  items: Iterable<ContentItem>,
  only: ContentQuery["only"],
): Promise<ContentItem[]> {
  if (only === "unquoted") return await unquotedOf(app, twin_id, items);
  if (only !== "stale") return [...items];
  const since = iso(app.clock.now() - STALE_DAYS * DAY);
  const lastTrue = await lastTrueOf(app.kv, twin_id);
  return [...items].filter((item) => lastTrue(item) < since);
}

/** Marks a cursor that is a position in search results. */
const PLACE = "at-";

function placeOf(cursor: string | undefined): number {
  return Number(/^at-(\d{1,7})$/.exec(cursor ?? "")?.[1] ?? 0);
}

/** The items that contain all words of the query in their text, title, address or question. */
async function idsByText(
  { kv, content_lists }: Context & WithContentLists,
  twin_id: string,
  items: readonly ContentItem[],
  wanted: string,
): Promise<Set<string>> {
  const words = wanted.split(/\s+/);
  const texts = await content_lists.textsOf(kv, twin_id, items);
  const found = new Set<string>();
  for (const item of items) {
    const text = texts.get(item.id)?.text ?? "";
    const has = (word: string) => text.includes(word) || isNamed(item, word);
    if (words.every(has)) found.add(item.id);
    await breathe();
  }
  return found;
}

/** Title matches first, then text matches. */
async function named(
  all: ContentItem[],
  wanted: string,
  by_text: ReadonlySet<string>,
): Promise<ContentItem[]> {
  const first: ContentItem[] = [];
  const then: ContentItem[] = [];
  for (const item of all) {
    if (isNamed(item, wanted)) first.push(item);
    else if (by_text.has(item.id)) then.push(item);
    await breathe();
  }
  return [...first, ...then];
}

function isNamed(item: ContentItem, wanted: string): boolean {
  const { title, source_url, questions = [] } = item;
  return [title, source_url ?? "", ...questions]
    .some((text) => fold(text).includes(wanted));
}
