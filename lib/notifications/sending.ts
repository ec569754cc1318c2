// Mails members what is new, each as often as they chose. A twin with news is marked; a pass over the marks sends
// what is due. How far a member has been notified is in their own record, which the commit that adds the letter
// checks: of two processes only one sends it.
import { DAY, iso, MINUTE } from "../clock.ts";
import type { Context } from "../context.ts";
import { describeError } from "../log.ts";
import { addLetter, removeLettersOf, sendsMail } from "../mail/outbox.ts";
import type { Membership, Tenant, User } from "../schemas/account.ts";
import {
  type Every,
  NEWS_KINDS,
  type NewsKind,
  type Notifications,
  type StoredNotifications,
} from "../schemas/notifications.ts";
import type { Session } from "../schemas/chat.ts";
import type { Twin } from "../schemas/twin.ts";
import { commit } from "../store/commit.ts";
import { keys } from "../store/keys.ts";
import { getAll, getEntries } from "../store/list.ts";
import { choiceOf } from "./choices.ts";
import { digestLetter, readNews, type TwinNews } from "./digest.ts";
import { unsubscribeUrl } from "./unsubscribe.ts";

/** The least time between mails of one kind; a crowd causes at most one mail in ten minutes. */
const APART: Record<Exclude<Every, "never">, number> = {
  at_once: 10 * MINUTE,
  daily: DAY,
  weekly: 7 * DAY,
};
/** Older news is no longer sent. */
const LONGEST_MS = 8 * DAY;

type Mark = Deno.KvEntry<unknown>;

/** Sends what is due, and removes the marks of news that everyone has had. Returns how many mails it added. */
export async function sendNews(app: Context): Promise<number> {
  if (!sendsMail(app)) return 0;
  const marks = await Array.fromAsync(app.kv.list({ prefix: keys.allNews() }));
  let letters = 0;
  for (const [tenant_id, own] of Map.groupBy(marks, ({ key }) => key[1])) {
    try {
      letters += await notifyTenant(app, String(tenant_id), own);
    } catch (error) {
      // A team that cannot be notified does not hold up the others.
      app.log("error", "news_failed", { error: describeError(error) });
    }
  }
  return letters;
}

async function notifyTenant(
  app: Context,
  tenant_id: string,
  marks: Mark[],
): Promise<number> {
  const now = app.clock.now();
  const members = await readMembers(app, tenant_id);
  const marked = new Set(marks.map(({ key }) => key[3]));
  const isMarked = (kind: NewsKind) => marked.has(kind);
  // News is read only if someone may be notified of it now, or nobody wants it.
  const is_awaited = members.some(({ choice }) =>
    NEWS_KINDS.some((kind) => isMarked(kind) && choice[kind] !== "never")
  );
  const is_due = members.some((one) => kindsDue(one, now).some(isMarked));
  if (is_awaited && !is_due) return 0;
  const news = is_due ? await readAll(app, marks, now - LONGEST_MS) : [];
  let letters = 0;
  const waiting = new Set<unknown>();
  for (const member of members) {
    const fresh = news.map((one) => pendingNews(one, member));
    const told = await notifyMember(app, member, fresh);
    if (told.length > 0) letters++;
    for (const kind of kindsIn(fresh)) {
      if (!told.includes(kind)) waiting.add(kind);
    }
  }
  // News that arrived since the read has changed the mark.
  await Promise.all(
    marks.filter(({ key }) => !waiting.has(key[3]))
      .map((mark) => commit(app.kv.atomic().check(mark).delete(mark.key))),
  );
  return letters;
}

/** The news of the marked twins. */
async function readAll(
  app: Context,
  marks: Mark[],
  since_ms: number,
): Promise<TwinNews[]> {
  const twins = await getAll<Twin>(
    app.kv,
    [...new Set(marks.map(({ key }) => String(key[2])))].map(keys.twin),
  );
  return await Promise.all(
    twins.filter((twin) => twin !== null)
      .filter(({ deleted_at }) => deleted_at === null)
      .map((twin) => readNews(app, twin, since_ms)),
  );
}

/** A member, their settings, and what they have been notified of. */
type Reader = {
  member: Deno.KvEntry<Membership>;
  entry: Deno.KvEntryMaybe<StoredNotifications>;
  stored: StoredNotifications;
  choice: Notifications;
};

async function readMembers(
  { kv }: Context,
  tenant_id: string,
): Promise<Reader[]> {
  const members = await Array.fromAsync(
    kv.list<Membership>({ prefix: keys.memberships(tenant_id) }),
  );
  const entries = await getEntries<StoredNotifications>(
    kv,
    members.map(({ value }) => keys.notifications(tenant_id, value.user_id)),
  );
  return members.map((member, i) => {
    const entry = entries[i];
    const stored = entry.value ?? { told: {} };
    const choice = choiceOf(entry.value, member.value.role);
    return { member, entry, stored, choice };
  });
}

/** Adds a member's mail with new news to a commit, if one is due; returns its kinds. */
async function notifyMember(
  app: Context,
  reader: Reader,
  fresh: readonly TwinNews[],
): Promise<NewsKind[]> {
  const { member, entry, stored } = reader;
  const { tenant_id, user_id } = member.value;
  const now = app.clock.now();
  const waiting = kindsIn(fresh);
  const due = kindsDue(reader, now).filter((kind) => waiting.includes(kind));
  if (due.length === 0) return [];
  const [user, tenant, language] = await app.kv.getMany<
    [User, Tenant, string]
  >([
    keys.user(user_id),
    keys.tenant(tenant_id),
    keys.userLanguage(user_id),
  ]);
  const unsubscribe_url = unsubscribeUrl(app, { tenant_id, user_id });
  if (!user.value || !tenant.value || !unsubscribe_url) return [];
  const digest = digestLetter(
    fresh.map((one) => filterNews(one, (kind) => due.includes(kind))),
    {
      ...{ email: user.value.email, team: tenant.value.name, unsubscribe_url },
      base_url: app.config.base_url,
      language: language.value ?? undefined,
    },
  );
  if (!digest) return [];
  const told = { ...stored.told };
  for (const kind of due) {
    const times = fresh.flatMap(({ items }) => items[kind].map(({ at }) => at));
    // Not up to now: something may just be being recorded that nobody has read yet.
    told[kind] = { up_to: times.sort().at(-1) ?? iso(now), sent_at: iso(now) };
  }
  const op = app.kv.atomic().check(entry, member)
    .set(entry.key, { ...stored, told });
  const { letter, quoting } = digest;
  addLetter(app, op, tenant_id, letter, quoting);
  if (!(await commit(op)).ok) return [];
  // An erasure between reading and committing has not seen the letter.
  const session_ids = [...new Set(quoting.session_ids)];
  const sessions = await getAll<Session>(app.kv, session_ids.map(keys.session));
  for (const [i, session_id] of session_ids.entries()) {
    if (!sessions[i]) await removeLettersOf(app, session_id);
  }
  return due;
}

/** The news that a member wants and has not had. */
function pendingNews(
  news: TwinNews,
  { stored: { told }, choice }: Pick<Reader, "stored" | "choice">,
): TwinNews {
  return filterNews(
    news,
    (kind, at) => choice[kind] !== "never" && at > (told[kind]?.up_to ?? ""),
  );
}

/** The kinds of which there is news. */
function kindsIn(news: readonly TwinNews[]): NewsKind[] {
  return NEWS_KINDS.filter((kind) =>
    news.some(({ items }) => items[kind].length > 0)
  );
}

/** The news for which `isKept` is true, by kind and time. */
function filterNews(
  { twin, items }: TwinNews,
  isKept: (kind: NewsKind, at: string) => boolean,
): TwinNews {
  const kept = (kind: NewsKind) =>
    items[kind].filter(({ at }) => isKept(kind, at));
  return {
    twin,
    items: {
      unanswered: kept("unanswered"),
      leads: kept("leads"),
      weak: kept("weak"),
    },
  };
}

/** The kinds that a member may be notified of now. */
function kindsDue(
  { stored: { told }, choice }: Pick<Reader, "stored" | "choice">,
  now: number,
): NewsKind[] {
  return NEWS_KINDS.filter((kind) => {
    const often = choice[kind];
    const last = told[kind]?.sent_at;
    if (often === "never") return false;
    return last === undefined || now - Date.parse(last) >= APART[often];
  });
}
