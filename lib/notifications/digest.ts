import { idAt } from "../crypto/ids.ts";
import type { Context } from "../context.ts";
import { oneLine } from "../mail/letter.ts";
import type { LetterText } from "../mail/letter.ts";
import { inMailLanguage, type MailLanguage } from "../mail/words/words.ts";
import type { Exchange, Session } from "../schemas/chat.ts";
import type { Lead } from "../schemas/lead.ts";
import { NEWS_KINDS, type NewsKind } from "../schemas/notifications.ts";
import type { Twin } from "../schemas/twin.ts";
import { keys } from "../store/keys.ts";
import { getAll, listPage } from "../store/list.ts";
import { newsKindOf } from "./news.ts";

/** One piece of news: when it came, and what the mail says about it. */
type Item = { at: string; text: string };

/** What is new of a twin, the newest first. */
export type TwinNews = { twin: Twin; items: Record<NewsKind, Item[]> };

/** How much is searched for news, and how much of it a mail lists. */
const MOST_READ = 100;
const MOST_TOLD = 5;
const LONGEST = 200;

/** What came of a twin since a moment in milliseconds: visitors' questions and e-mails that wait, of none that is blocked. */
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
  for (const exchange of asked) {
    items[newsKindOf(exchange)].push({
      // When it was recorded: a model may take its time.
      at: exchange.answered_at,
      text: quoted(exchange.question),
    });
  }
  for (const { value: { email, question, created_at } } of leads.items) {
    if (Date.parse(created_at) < since_ms) continue;
    const about = question ? `: ${quoted(question)}` : "";
    items.leads.push({ at: created_at, text: `${email}${about}` });
  }
  return { twin, items };
}

async function readAsked(
  { kv }: Context,
  twin_id: string,
  since_ms: number,
): Promise<Exchange[]> {
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
  return exchanges.filter((exchange, i) =>
    exchange !== null && sessions[i]?.blocked === false
  ) as Exchange[];
}

/** Who a letter is for, and where its links lead. */
export type Addressee = {
  email: string;
  team: string;
  unsubscribe_url: string;
  base_url: string;
  /** Theirs, where it is known. */
  language?: string;
};

/** A mail with the news, by twin; null where there is none. */
export function digestLetter(
  news: readonly TwinNews[],
  { email, team, unsubscribe_url, base_url, language }: Addressee,
): LetterText | null {
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
  return {
    to: email,
    lang,
    subject: told.length === 1
      ? label("news", { counts: counted, name: first.twin.name })
      : counted,
    lines: told.flatMap(({ twin, items }) =>
      NEWS_KINDS.flatMap((kind) => listed(words, twin, kind, items[kind]))
    ),
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
}

/** The inbox's list of a kind. */
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

function listed(
  { line, apart }: MailLanguage,
  { name }: Twin,
  kind: NewsKind,
  items: Item[],
): string[] {
  if (items.length === 0) return [];
  const rest = items.length - MOST_TOLD;
  return [[
    line(kind, { name }),
    ...items.slice(0, MOST_TOLD).map(({ text }) => `• ${apart(text)}`),
    ...rest > 0 ? [line("more", { count: rest })] : [],
  ].join("\n")];
}

/** A stranger's text, as one line that is not too long. */
function quoted(text: string): string {
  const line = oneLine(text);
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
