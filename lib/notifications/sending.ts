// Members are told by mail what is new, each as often as they chose. A twin with news has a mark; a pass over the marks
// sends what is due. What was told up to when stands in the member's own record, which the commit that adds the letter
// checks: of two processes one tells it.
import { DAY, iso, MINUTE } from "../clock.ts";
import type { Context } from "../context.ts";
import { describeError } from "../log.ts";
import { addLetter, sendsMail } from "../mail/outbox.ts";
import type { Membership, Tenant, User } from "../schemas/account.ts";
import {
  type Every,
  NEWS_KINDS,
  type NewsKind,
  type Notifications,
  type StoredNotifications,
} from "../schemas/notifications.ts";
import type { Twin } from "../schemas/twin.ts";
import { commit } from "../store/commit.ts";
import { keys } from "../store/keys.ts";
import { getAll } from "../store/list.ts";
import { choiceOf } from "./choices.ts";
import { digestLetter, readNews, type TwinNews } from "./digest.ts";
import { unsubscribeUrl } from "./unsubscribe.ts";

/** How long after a letter the next of its kind may follow. A crowd at once is told in letters ten minutes apart. */
const APART: Record<Exclude<Every, "never">, number> = {
  at_once: 10 * MINUTE,
  daily: DAY,
  weekly: 7 * DAY,
};
/** What is older is told to nobody any more. */
const LONGEST_MS = 8 * DAY;

type Mark = Deno.KvEntry<unknown>;

/** Sends what is due, and forgets the marks of what everybody was told. Answers how many letters it added. */
export async function tellNews(app: Context): Promise<number> {
  if (!sendsMail(app)) return 0;
  const marks = await Array.fromAsync(app.kv.list({ prefix: keys.allNews() }));
  let letters = 0;
  for (const [tenant_id, own] of Map.groupBy(marks, ({ key }) => key[1])) {
    try {
      letters += await tellTenant(app, String(tenant_id), own);
    } catch (error) {
      // One team that cannot be told holds up no other.
      app.log("error", "news_failed", { error: describeError(error) });
    }
  }
  return letters;
}

async function tellTenant(
  app: Context,
  tenant_id: string,
  marks: Mark[],
): Promise<number> {
  const now = app.clock.now();
  const twins = await getAll<Twin>(
    app.kv,
    marks.map(({ key }) => keys.twin(String(key[2]))),
  );
  const news = await Promise.all(
    twins.filter((twin) => twin !== null && twin.deleted_at === null)
      .map((twin) => readNews(app, twin as Twin, now - LONGEST_MS)),
  );
  const members = app.kv.list<Membership>({
    prefix: keys.memberships(tenant_id),
  });
  let letters = 0;
  let waiting = false;
  for await (const member of members) {
    const told = await tellMember(app, member, news);
    if (told === "told") letters++;
    if (told !== "nothing") waiting = true;
  }
  // Told just now, or later: another pass finds nothing left. What came since has changed the mark.
  if (!waiting) {
    await Promise.all(
      marks.map((mark) => commit(app.kv.atomic().check(mark).delete(mark.key))),
    );
  }
  return letters;
}

/** Adds a member's letter where one is due. */
async function tellMember(
  app: Context,
  member: Deno.KvEntry<Membership>,
  news: readonly TwinNews[],
): Promise<"told" | "later" | "nothing"> {
  const { tenant_id, user_id, role } = member.value;
  const [entry, user, tenant] = await app.kv.getMany<
    [StoredNotifications, User, Tenant]
  >([
    keys.notifications(tenant_id, user_id),
    keys.user(user_id),
    keys.tenant(tenant_id),
  ]);
  const unsubscribe_url = unsubscribeUrl(app, { tenant_id, user_id });
  if (!user.value || !tenant.value || !unsubscribe_url) return "nothing";
  const stored = entry.value ?? { told: {} };
  const choice = choiceOf(entry.value, role);
  const fresh = news.map((one) => unheard(one, stored, choice));
  const waiting = NEWS_KINDS.filter((kind) =>
    fresh.some(({ items }) => items[kind].length > 0)
  );
  if (waiting.length === 0) return "nothing";
  const now = app.clock.now();
  const due = waiting.filter((kind) => isDue(kind, stored, choice, now));
  if (due.length === 0) return "later";
  const letter = digestLetter(
    fresh.map((one) => sifted(one, (kind) => due.includes(kind))),
    {
      ...{ email: user.value.email, team: tenant.value.name, unsubscribe_url },
      base_url: app.config.base_url,
    },
  );
  if (!letter) return "nothing";
  const told = { ...stored.told };
  for (const kind of due) {
    const times = fresh.flatMap(({ items }) => items[kind].map(({ at }) => at));
    // Not up to now: something may be recorded just now that nobody has read yet.
    told[kind] = { up_to: times.sort().at(-1) ?? iso(now), sent_at: iso(now) };
  }
  const op = app.kv.atomic().check(entry, member)
    .set(entry.key, { ...stored, told });
  addLetter(app, op, tenant_id, letter);
  return (await commit(op)).ok ? "told" : "later";
}

/** What of the news a member wants and was not told. */
function unheard(
  news: TwinNews,
  { told }: StoredNotifications,
  choice: Notifications,
): TwinNews {
  return sifted(
    news,
    (kind, at) => choice[kind] !== "never" && at > (told[kind]?.up_to ?? ""),
  );
}

/** The news that `isKept` keeps, by its kind and when it came. */
function sifted(
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

function isDue(
  kind: NewsKind,
  { told }: StoredNotifications,
  choice: Notifications,
  now: number,
): boolean {
  const often = choice[kind];
  const last = told[kind]?.sent_at;
  if (often === "never") return false;
  return last === undefined || now - Date.parse(last) >= APART[often];
}
