import type { Actor } from "../actor.ts";
import type { Context } from "../context.ts";
import type { WithIndexes } from "../content/indexes.ts";
import { breathe } from "../breathe.ts";
import { AskedQuestions } from "../engine/paraphrase_index.ts";
import type { AskedReader } from "../engine/paraphrases.ts";
import { bare } from "../engine/text/fold.ts";
import { channelFields, type Exchange, type Session } from "../schemas/chat.ts";
import type { Lead } from "../schemas/lead.ts";
import type { UnansweredView } from "../schemas/conversation.ts";
import type { List, ListQuery } from "../schemas/common.ts";
import { keys } from "../store/keys.ts";
import { getAll, getEntries, listPage } from "../store/list.ts";
import { isShown } from "./retention.ts";
import type { Twin } from "../schemas/twin.ts";
import { leadId } from "./purge.ts";
import { requireTwin } from "../twins/twins.ts";
import type { UnansweredEntry } from "./unanswered_note.ts";

type Asked = { session: Session; exchange: Exchange };
/** Questions that ask the same, newest first. */
type UnansweredGroup = Asked[];

/** How many questions are grouped at once; one commit can remove all of them. */
const WINDOW = 900;
/** How many questions are counted for the figure beside a tab. */
const COUNTED = 100;
/** How similar two questions must be to share a row. */
const SAME_ROW = 0.75;
/** How many other wordings are listed, and how many of a row's questions are searched for them. */
const MAX_WAYS = 5;
const MAX_LOOKED_AT = 50;
const MAX_LEADS = 20;

/** All rows, or only those answered weakly, or not at all. */
type UnansweredQuery = ListQuery & {
  confidence?: UnansweredView["confidence"];
};

function confidenceOfOpen({ confidence }: Exchange): "near" | "none" {
  return confidence === "near" ? "near" : "none";
}

/** How many rows of each kind the newest questions make, and whether there are older ones. */
export async function countUnanswered(
  app: Context & WithIndexes,
  actor: Actor,
  twin_id: string,
): Promise<{ none: number; near: number; has_more: boolean }> {
  const twin = await requireTwin(app, actor, twin_id);
  const { groups, next } = await readGroups(app, twin, "", COUNTED);
  const near =
    groups.filter(([{ exchange }]) => confidenceOfOpen(exchange) === "near")
      .length;
  return { near, none: groups.length - near, has_more: next !== null };
}

/**
 * Lists visitors' unanswered questions, without those of blocked visitors: one row per question, however it was
 * worded, last asked first. Only questions within 900 of one another are grouped.
 */
export async function listUnanswered(
  app: Context & WithIndexes,
  actor: Actor,
  twin_id: string,
  { limit, cursor = "", confidence }: UnansweredQuery,
): Promise<List<UnansweredView>> {
  const twin = await requireTwin(app, actor, twin_id);
  // The window, and the row after which its next page begins.
  const [before, after = ""] = cursor.split("-");
  const { groups, begins, next } = await readGroups(app, twin, before);
  const rest = groups.filter(([{ exchange }]) =>
    (!after || exchange.id < after) &&
    (!confidence || confidenceOfOpen(exchange) === confidence)
  );
  const page = rest.slice(0, limit);
  const last = page.at(-1)?.[0].exchange.id;
  const more = rest.length > page.length ? `${begins}-${last}` : next;
  return {
    items: await Promise.all(
      page.map(async (group) =>
        viewGroup(group, await listWaiting(app, twin_id, group))
      ),
    ),
    next_cursor: more,
  };
}

/** Reads and groups the questions of a window, from before an id, or from the newest. */
async function readGroups(
  app: Context & WithIndexes,
  twin: Twin,
  before: string,
  limit = WINDOW,
) {
  const prefix = keys.unansweredOf(twin.id);
  const window = await listPage<UnansweredEntry>(app.kv, prefix, {
    limit,
    cursor: before || undefined,
  });
  const places = window.items.map(({ key, value: { session_id } }) => ({
    session_id,
    message: keys.message(session_id, String(key.at(-1))),
  }));
  const session_ids = [...new Set(places.map((place) => place.session_id))];
  const [sessions, exchanges] = await Promise.all([
    getAll<Session>(app.kv, session_ids.map((id) => keys.session(id))),
    getAll<Exchange>(app.kv, places.map(({ message }) => message)),
  ]);
  const by_id = new Map(session_ids.map((id, i) => [id, sessions[i]]));
  const now = app.clock.now();
  const asked = exchanges.flatMap((exchange, i) => {
    const session = by_id.get(places[i].session_id);
    return exchange && session && !session.blocked &&
        isShown(session, twin, now)
      ? [{ session, exchange }]
      : [];
  });
  const newest = window.items[0]?.key.at(-1);
  return {
    groups: await groupAsked(asked, app.indexes.tables.asked),
    /** Reopens the same window, whatever is asked meanwhile. */
    begins: before || `${String(newest)}0`,
    next: window.next_cursor,
  };
}

/** Groups each question with the newest one that asks the same. */
async function groupAsked(
  asked: Asked[],
  reader: AskedReader,
): Promise<UnansweredGroup[]> {
  const groups: UnansweredGroup[] = [];
  const known = new AskedQuestions<UnansweredGroup>(() => 0);
  for (const one of asked) {
    const { question } = one.exchange;
    await reader.prepare(question, breathe);
    const read = reader.read(question);
    const group = known.find(read, SAME_ROW);
    if (group) group.push(one);
    else {
      const begun = [one];
      groups.push(begun);
      known.add(read, begun);
    }
    await breathe();
  }
  return groups;
}

/** The row that contains a question; null if it is no longer on the list. */
export async function findUnanswered(
  app: Context & WithIndexes,
  actor: Actor,
  twin_id: string,
  message_id: string,
): Promise<UnansweredGroup | null> {
  const twin = await requireTwin(app, actor, twin_id);
  const { value } = await app.kv.get(keys.unanswered(twin_id, message_id));
  if (value === null) return null;
  // It may be older than the newest window.
  for (const before of ["", `${message_id}0`]) {
    const { groups } = await readGroups(app, twin, before);
    const group = groups.find((group) =>
      group.some(({ exchange }) => exchange.id === message_id)
    );
    if (group) return group;
  }
  return null;
}

/** The e-mails left with one of a row's questions and still waiting. */
export async function listWaiting(
  app: Context,
  twin_id: string,
  group: UnansweredGroup,
): Promise<Deno.KvEntry<Lead>[]> {
  const questions = new Set(group.map(({ exchange }) => exchange.id));
  const ids = new Set(group.map(({ session }) => leadId(session)));
  const leads = await getEntries<Lead>(
    app.kv,
    [...ids].map((id) => keys.lead(twin_id, id)),
  );
  return leads.filter((entry) => entry.value !== null)
    .filter(({ value }) => questions.has(value.message_id ?? ""));
}

export function viewGroup(
  group: UnansweredGroup,
  leads: Deno.KvEntry<Lead>[],
): UnansweredView {
  const [{ session, exchange }] = group;
  const ways = new Map(
    group.slice(0, MAX_LOOKED_AT).map((
      one,
    ) => [bare(one.exchange.question), one.exchange.question]),
  );
  ways.delete(bare(exchange.question));
  const { channel } = session;
  return {
    id: exchange.id,
    conversation_id: session.id,
    ...channelFields(channel),
    question: exchange.question,
    confidence: confidenceOfOpen(exchange),
    asked_at: exchange.asked_at,
    count: group.length,
    ways: [...ways.values()].slice(0, MAX_WAYS),
    leads: leads.slice(0, MAX_LEADS).map(({ value: { id, email } }) => ({
      id,
      email,
    })),
  };
}

/** Adds to a commit the removal of a row's questions from the list. */
export function removeFromUnanswered(
  op: Deno.AtomicOperation,
  twin_id: string,
  message_id: string,
  group: UnansweredGroup,
): void {
  const ids = group.map(({ exchange }) => exchange.id);
  for (const id of new Set([message_id, ...ids])) {
    op.delete(keys.unanswered(twin_id, id));
  }
}
