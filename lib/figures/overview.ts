import type { Actor } from "../actor.ts";
import { listApiKeys, listKeyNames } from "../keys/api_keys.ts";
import type { Context } from "../context.ts";
import { DAY, dayOf } from "../clock.ts";
import { listFigures, totalOf } from "./figures.ts";
import { figureByDay } from "./by_day.ts";
import type { DayFigures } from "../schemas/figures.ts";
import type {
  Overview,
  OverviewRange,
  OverviewTotals,
} from "../schemas/overview.ts";
import type { TwinView } from "../schemas/twin.ts";
import { getShareLink, pageUrl } from "../sharing/share_links.ts";
import { keys } from "../store/keys.ts";
import { requireTwin } from "../twins/twins.ts";
import { listMostQuoted } from "./most_quoted.ts";
import type { WithQuotes } from "./quotes.ts";

type Described = Pick<TwinView, "id" | "handle" | "created_at">;

/** The default period of the figures, in days. */
export const OVERVIEW_DAYS = 30;
/** The most items that the overview counts. */
export const COUNTED_MAX = 1_000;

/** Counts a twin's items, up to 1,000. */
export async function countContent(
  app: Context,
  actor: Actor,
  twin_id: string,
): Promise<{ public_items: number; private_items: number }> {
  await requireTwin(app, actor, twin_id);
  return await countItems(app.kv, twin_id);
}

async function countItems(kv: Deno.Kv, twin_id: string) {
  const [items, open, limited] = await Promise.all([
    countUnder(kv, keys.contents(twin_id)),
    countUnder(kv, keys.publicContents(twin_id)),
    countLimited(kv, twin_id),
  ]);
  const public_items = Math.min(COUNTED_MAX, open + limited);
  return { public_items, private_items: Math.max(0, items - public_items) };
}

/** Counts items limited to some channels; each once, however many channels it has. */
async function countLimited(kv: Deno.Kv, twin_id: string): Promise<number> {
  const ids = new Set<string>();
  const entries = kv.list({ prefix: keys.limitedContentsOf(twin_id) }, {
    limit: COUNTED_MAX,
  });
  for await (const { key } of entries) ids.add(String(key.at(-1)));
  return ids.size;
}

/** Describes how a twin is doing over the last `days` days, and what to do next. */
export async function describeTwin(
  app: Context & WithQuotes,
  actor: Actor,
  { id: twin_id, handle, created_at }: Described,
  days: OverviewRange,
): Promise<Overview> {
  // Before counting anything: this refuses other teams' twins.
  const link = await getShareLink(app, actor, twin_id);
  const now = app.clock.now();
  const [items, api_keys, all, was_tried, asked_about] = await Promise.all([
    countItems(app.kv, twin_id),
    listApiKeys(app, actor, { twin_id, limit: 100 }),
    listFigures(app.kv, twin_id, days * 2, now),
    hasSession(app.kv, twin_id),
    listMostQuoted(app, twin_id, days),
  ]);
  const first = dayOf(now - (days - 1) * DAY);
  const figures = all.filter(({ day }) => day >= first);
  const names = await listKeyNames(
    app,
    actor,
    figures.map(({ channel }) => channel).filter((id) => id !== "link"),
  );
  const today = dayOf(now);
  const live_keys = api_keys.items.filter((key) =>
    key.revoked_at === null &&
    (key.expires_at === null || Date.parse(key.expires_at) > now)
  ).length;
  return {
    steps: {
      has_content: items.public_items + items.private_items > 0,
      has_public: items.public_items > 0,
      has_enough: items.public_items > 1,
      was_tried,
      is_shared: link.public_share_enabled,
      has_key: live_keys > 0,
      was_asked: totalOf(all, "messages") > 0,
    },
    days,
    page_url: pageUrl(app, handle, link),
    counts: { ...items, live_keys },
    charts: {
      channels: channelsOf(figures, names),
      messages: figureByDay(figures, "messages", days, now),
      visitors: figureByDay(figures, "visitors", days, now),
    },
    refusals: REFUSALS.map(([figure, label]) => ({
      label,
      count: totalOf(figures, figure),
    })).filter(({ count }) => count > 0),
    today: totalOf(figures.filter((row) => row.day === today), "messages"),
    totals: totalsOf(figures),
    // There is nothing to compare with for a twin created since.
    before: Date.parse(created_at) <= now - days * 2 * DAY
      ? totalsOf(all.filter(({ day }) => day < first))
      : null,
    asked_about,
  };
}

function totalsOf(figures: DayFigures[]): OverviewTotals {
  return {
    messages: totalOf(figures, "messages"),
    visitors: totalOf(figures, "visitors"),
    sure: totalOf(figures, "grounded"),
    near: totalOf(figures, "near"),
    unanswered: totalOf(figures, "ungrounded") - totalOf(figures, "near"),
    emails: totalOf(figures, "emails"),
    rated_up: totalOf(figures, "rated_up"),
    rated_down: totalOf(figures, "rated_down"),
  };
}

const REFUSALS = [
  ["refused_limit", "over a limit"],
  ["refused_origin", "from a domain that is not allowed"],
  ["refused_blocked", "from a blocked visitor"],
  ["refused_paused", "while the twin was paused"],
] as const;

/** The channels with figures, the share link first, each with its owner's name for it. */
function channelsOf(figures: DayFigures[], names: Map<string, string>) {
  const seen = new Set(["link", ...figures.map(({ channel }) => channel)]);
  return [...seen].map((key) => ({
    key,
    label: key === "link" ? "Share link" : names.get(key) ?? "A former key",
  }));
}

async function hasSession(kv: Deno.Kv, twin_id: string): Promise<boolean> {
  const prefix = keys.sessionsByTwin(twin_id);
  const entries = kv.list({ prefix }, { limit: 1 });
  return (await Array.fromAsync(entries)).length > 0;
}

/** How many entries there are under `prefix`, at most `COUNTED_MAX`. */
async function countUnder(kv: Deno.Kv, prefix: Deno.KvKey): Promise<number> {
  let count = 0;
  const entries = kv.list({ prefix }, { limit: COUNTED_MAX, batchSize: 500 });
  for await (const _ of entries) count++;
  return count;
}
