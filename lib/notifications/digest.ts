import { idAt } from "../crypto/ids.ts";
import type { Context } from "../context.ts";
import { oneLine } from "../mail/letter.ts";
import type { LetterText } from "../mail/letter.ts";
import type { Quoting } from "../mail/outbox.ts";
import { inMailLanguage, type MailLanguage } from "../mail/words/words.ts";
import type { Exchange, Session } from "../schemas/chat.ts";
import type { Lead } from "../schemas/lead.ts";
import { NEWS_KINDS, type NewsKind } from "../schemas/notifications.ts";
import type { Twin } from "../schemas/twin.ts";
import { keys } from "../store/keys.ts";
import { getAll, listPage } from "../store/list.ts";
import { newsKindOf } from "./news.ts";

/** One piece of news: its time, its text in the mail, and its conversation. */
type Item = { at: string; text: string; session_id: string };

/** What is new for a twin, newest first. */
export type TwinNews = { twin: Twin; items: Record<NewsKind, Item[]> };

/** How much is searched for news, and how much of it a mail lists. */
const MOST_READ = 100;
const MOST_LISTED = 5;
const LONGEST = 200;
/** A letter is one store entry: how many twins it covers, and how many bytes that may be. */
const MOST_TWINS = 5;
const MOST_BYTES = 32_000;

/** A twin's news since a time in milliseconds: unanswered questions and waiting e-mails, without blocked visitors. */
export async function readNews(
  app: Context,
  twin: Twin,
  since_ms: number,
): Promise<TwinNews> {
  const [asked, leads] = await Promise.all([
    readAsked(app, twin.id, since_ms),
    listPage<Lead>(app.kv, keys.leads(twin.id), { limit: MOST_READ }),
  ]);
  const items: TwinNews["items"] = { unanswered: [], weak: [], leads: [] };
  for (const { exchange, session_id } of asked) {
    items[newsKindOf(exchange)].push({
      // The time of recording: a model may take its time.
      at: exchange.answered_at,
      text: quoted(exchange.question),
      session_id,
    });
  }
  for (const { value } of leads.items) {
    const { email, question, created_at, session_id } = value;
    if (Date.parse(created_at) < since_ms) continue;
    const about = question ? `: ${quoted(question)}` : "";
    const text = `${email}${about}`;
    items.leads.push({ at: created_at, text, session_id });
  }
  return { twin, items };
}

async function readAsked(
  { kv }: Context,
  twin_id: string,
  since_ms: number,
): Promise<{ exchange: Exchange; session_id: string }[]> {
  const prefix = keys.unansweredOf(twin_id);
  const start = [...prefix, idAt("msg", since_ms)];
  const places = await Array.fromAsync(
    kv.list<{ session_id: string }>({ prefix, start }, {
      limit: MOST_READ,
      reverse: true,
    }),
  );
  const sessions = await getAll<Session>(
    kv,
    places.map(({ value }) => keys.session(value.session_id)),
  );
  const exchanges = await getAll<Exchange>(
    kv,
    places.map(({ key, value }) =>
      keys.message(value.session_id, String(key.at(-1)))
    ),
  );
  return exchanges.flatMap((exchange, i) => {
    const { session_id } = places[i].value;
    const is_open = sessions[i]?.blocked === false;
    return exchange && is_open ? [{ exchange, session_id }] : [];
  });
}

/** The recipient of a letter, and the base of its links. */
type Addressee = {
  email: string;
  team: string;
  unsubscribe_url: string;
  base_url: string;
  /** Theirs, if known. */
  language?: string;
};

/** A mail with the news, and the visitors' words it quotes. */
type Digest = { letter: LetterText; quoting: Quoting };

/** Builds a mail with the news, by twin; null if there is none. */
export function digestLetter(
  news: readonly TwinNews[],
  { email, team, unsubscribe_url, base_url, language }: Addressee,
): Digest | null {
  const told = news.filter(({ items }) =>
    NEWS_KINDS.some((kind) => items[kind].length > 0)
  );
  const [first] = told;
  if (!first) return null;
  const words = inMailLanguage(language);
  const { lang, line, label } = words;
  const counts = NEWS_KINDS.flatMap((kind) => {
    const count = told.reduce((sum, { items }) => sum + items[kind].length, 0);
    return count > 0 ? [inWords(words, kind, count)] : [];
  });
  const counted = counts.join(", ");
  const listed = listsOf(told, words);
  const letter: LetterText = {
    to: email,
    lang,
    subject: told.length === 1
      ? label("news", { counts: counted, name: first.twin.name })
      : counted,
    lines: listed.map((list) => inLines(words, list)),
    button: {
      label: label("answer_them"),
      url: `${base_url}/dashboard/conversations?twin=${first.twin.id}&show=${
        SHOWN_AT[
          NEWS_KINDS.find((kind) => first.items[kind].length > 0) ??
            "unanswered"
        ]
      }`,
    },
    why: line("why_news", { team }),
    links: [
      {
        label: label("choose"),
        url: `${base_url}/dashboard/account#notifications`,
      },
      { label: label("unsubscribe"), url: unsubscribe_url },
    ],
    accent: first.twin.accent_color,
    unsubscribe_url,
  };
  const session_ids = listed.flatMap(({ items }) =>
    items.map(({ session_id }) => session_id)
  );
  const instead = { ...letter, lines: [counted] };
  return { letter, quoting: { session_ids, instead } };
}

/** The news of one kind and twin listed in a letter, and how many more there are. */
type Listed = { twin: Twin; kind: NewsKind; items: Item[]; rest: number };

/** As many of each kind and twin as fit. */
function listsOf(told: readonly TwinNews[], words: MailLanguage): Listed[] {
  const lists = told.slice(0, MOST_TWINS).flatMap(({ twin, items }) =>
    NEWS_KINDS.map((kind) => ({ twin, kind, items: items[kind] }))
  ).filter(({ items }) => items.length > 0);
  for (let most = MOST_LISTED;; most--) {
    const listed = lists.map(({ items, ...list }) => ({
      ...{ ...list, items: items.slice(0, most) },
      rest: items.length - most,
    }));
    const text = listed.map((list) => inLines(words, list)).join("");
    // Both as text, and as HTML with escaped characters.
    const escaped = 5 * (text.match(/[&<>"']/g)?.length ?? 0);
    const bytes = 2 * new TextEncoder().encode(text).length + escaped;
    if (bytes <= MOST_BYTES || most === 1) return listed;
  }
}

/** The inbox's list for each kind. */
const SHOWN_AT: Record<NewsKind, string> = {
  unanswered: "unanswered",
  weak: "weak",
  leads: "emails",
};

function inWords(
  { label }: MailLanguage,
  kind: NewsKind,
  count: number,
): string {
  return label(`${kind}_${count === 1 ? "one" : "more"}`, {
    count: count >= MOST_READ ? `${MOST_READ}+` : count,
  });
}

function inLines(
  { line, apart }: MailLanguage,
  { twin, kind, items, rest }: Listed,
): string {
  return [
    line(kind, { name: twin.name }),
    ...items.map(({ text }) => `• ${apart(text)}`),
    ...rest > 0 ? [line("more", { count: rest })] : [],
  ].join("\n");
}

/** A stranger's text, as one line of limited length. */
function quoted(text: string): string {
  const line = oneLine(text);
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
