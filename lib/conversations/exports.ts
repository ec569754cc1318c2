import type { Actor } from "../actor.ts";
import { listKeyNames } from "../keys/api_keys.ts";
import type { Context } from "../context.ts";
import { listConversations, viewExchange } from "./conversations.ts";
import { sourceName } from "../client/sources.ts";
import { csvHead, csvLine } from "./csv.ts";
import { recheckAuthority } from "../authority.ts";
import { listLeads } from "./leads.ts";
import type { Citation, Exchange } from "../schemas/chat.ts";
import type { LeadView } from "../schemas/lead.ts";
import type { ConversationView } from "../schemas/conversation.ts";
import type { List, ListQuery } from "../schemas/common.ts";
import { keys } from "../store/keys.ts";

type ExportFormat = "csv" | "json";

/** Sessions listed at a time; exchanges are read one by one. */
const PAGE = 100;

/**
 * Exports all of a twin's conversations, newest first, as text in chunks; never more than a page of them in memory.
 * Throws `not_found` before the first chunk, and `unauthorized` midway once the caller is signed out or removed.
 */
export async function* exportConversations(
  app: Context,
  actor: Actor,
  twin_id: string,
  format: ExportFormat,
): AsyncGenerator<string> {
  const read = (query: ListQuery) =>
    listConversations(app, actor, twin_id, query);
  let first = true;
  if (format === "csv") yield csvHead(COLUMNS);
  else yield '{"items":[';
  for await (const conversations of pages(app, actor, read)) {
    const ids = conversations.flatMap(({ key_id }) => key_id ?? []);
    const names = format === "csv" && await listKeyNames(app, actor, ids);
    for (const conversation of conversations) {
      if (names) {
        const channel = conversation.key_id === null
          ? "Share link"
          : names.get(conversation.key_id) ?? "A former key";
        yield* csvOf(app, conversation, channel);
      } else {
        yield first ? "\n" : ",\n";
        yield* jsonOf(app, conversation);
      }
      first = false;
    }
  }
  if (format === "json") yield "\n]}\n";
}

/** The pages of a list, as long as the caller may read it. */
async function* pages<T>(
  app: Context,
  actor: Actor,
  read: (query: ListQuery) => Promise<List<T>>,
): AsyncGenerator<T[]> {
  let cursor: string | undefined;
  do {
    const page = await read({ limit: PAGE, cursor });
    yield page.items;
    cursor = page.next_cursor ?? undefined;
    if (cursor) await recheckAuthority(app, actor);
  } while (cursor);
}

async function* exchangesOf(
  app: Context,
  { id }: ConversationView,
): AsyncGenerator<Exchange> {
  const prefix = keys.messages(id);
  const entries = app.kv.list<Exchange>({ prefix }, { batchSize: PAGE });
  for await (const { value } of entries) yield value;
}

async function* jsonOf(
  app: Context,
  conversation: ConversationView,
): AsyncGenerator<string> {
  yield `${JSON.stringify(conversation).slice(0, -1)},"exchanges":[`;
  let first = true;
  for await (const exchange of exchangesOf(app, conversation)) {
    yield (first ? "" : ",") + JSON.stringify(viewExchange(exchange));
    first = false;
  }
  yield "]}";
}

const COLUMNS = [
  "conversation_id",
  "channel",
  "asked_at",
  "question",
  "answer",
  "grounded",
  "sources",
  "rating",
  "comment",
];

async function* csvOf(
  app: Context,
  conversation: ConversationView,
  channel: string,
): AsyncGenerator<string> {
  for await (const exchange of exchangesOf(app, conversation)) {
    const { asked_at, question, answer, citations, rating } = exchange;
    yield csvLine([
      conversation.id,
      channel,
      asked_at,
      question,
      answer,
      groundedIn(exchange),
      citations.map(sourceOf).join("\n"),
      rating?.rating ?? "",
      rating?.comment ?? "",
    ]);
  }
}

function groundedIn({ grounded, is_small_talk, partial }: Exchange): string {
  const text = grounded ? "yes" : is_small_talk ? "small talk" : "no";
  return partial ? `${text}, broken off` : text;
}

function sourceOf(citation: Citation): string {
  const name = sourceName(citation);
  return citation.url ? `${name} (${citation.url})` : name;
}

const LEAD_COLUMNS = [
  "email",
  "question",
  "message",
  "left_at",
  "answered_at",
  "conversation_id",
];

/** Exports the e-mails left with a twin, like `exportConversations`. */
export async function* exportLeads(
  app: Context,
  actor: Actor,
  twin_id: string,
  format: ExportFormat,
): AsyncGenerator<string> {
  const read = (query: ListQuery) => listLeads(app, actor, twin_id, query);
  let first = true;
  if (format === "csv") yield csvHead(LEAD_COLUMNS);
  else yield '{"items":[';
  for await (const leads of pages(app, actor, read)) {
    for (const lead of leads) {
      if (format === "csv") yield leadLine(lead);
      else yield (first ? "\n" : ",\n") + JSON.stringify(lead);
      first = false;
    }
  }
  if (format === "json") yield "\n]}\n";
}

function leadLine(lead: LeadView): string {
  return csvLine([
    lead.email,
    lead.question,
    lead.message,
    lead.created_at,
    lead.answered_at ?? "",
    lead.conversation_id,
  ]);
}
