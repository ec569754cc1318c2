import { DAY, dayOf } from "../clock.ts";
import { channelName, type Exchange, type Session } from "../schemas/chat.ts";
import type { Changes } from "../store/changes.ts";
import { expiryKey } from "../store/expiries.ts";
import { keys } from "../store/keys.ts";

/** How many days back quotes are reported. */
export const QUOTED_DAYS = 60;
/** Twins whose past days are cached. */
const MAX_CACHED = 20;
/** Items counted per day; beyond that, some are not reported. */
const MOST_OF_A_DAY = 10_000;

/** Adds to the commit that records an answer that each of its items was quoted once more. Previews do not count. */
export function countQuotes(
  op: Changes,
  { twin_id, channel }: Session,
  { quoted = [] }: Exchange,
  now_ms: number,
): void {
  if (channelName(channel) === null || quoted.length === 0) return;
  const day = dayOf(now_ms);
  for (const id of quoted) op.sum(keys.quotes(twin_id, day, id), 1n);
  // A sum, so that answers which set the same note can share a commit.
  const ends_at = Date.parse(day) + (QUOTED_DAYS + 3) * DAY;
  op.sum(expiryKey(ends_at, "quotes", keys.quotesOfDay(twin_id, day)), 1n);
}

type Counts = ReadonlyMap<string, number>;

/** Counts how often items were quoted. A past day is read once per process. */
export class Quotes {
  readonly #past = new Map<string, Map<string, Counts>>();

  /** Over the last `days` days including today, by item id. */
  async count(
    kv: Deno.Kv,
    twin_id: string,
    days: number,
    now_ms: number,
  ): Promise<Map<string, number>> {
    const past = this.#past.get(twin_id) ?? new Map<string, Counts>();
    this.#past.delete(twin_id);
    this.#past.set(twin_id, past);
    for (const id of this.#past.keys()) {
      if (this.#past.size <= MAX_CACHED) break;
      this.#past.delete(id);
    }
    const wanted = Array.from(
      { length: days },
      (_, n) => dayOf(now_ms - n * DAY),
    );
    const counted = await Promise.all(wanted.map(async (day, n) => {
      const known = past.get(day);
      if (known) return known;
      const counts = await countDay(kv, twin_id, day);
      // Yesterday's last answers may still be recorded today.
      if (n > 1) past.set(day, counts);
      return counts;
    }));
    const first = dayOf(now_ms - QUOTED_DAYS * DAY);
    for (const day of past.keys()) if (day < first) past.delete(day);
    const total = new Map<string, number>();
    for (const [id, n] of counted.flatMap((counts) => [...counts])) {
      total.set(id, (total.get(id) ?? 0) + n);
    }
    return total;
  }
}

async function countDay(
  kv: Deno.Kv,
  twin_id: string,
  day: string,
): Promise<Counts> {
  const counts = new Map<string, number>();
  const entries = kv.list<Deno.KvU64>(
    { prefix: keys.quotesOfDay(twin_id, day) },
    { limit: MOST_OF_A_DAY, batchSize: 500 },
  );
  for await (const { key, value } of entries) {
    counts.set(String(key[3]), Number(value.value));
  }
  return counts;
}

export type WithQuotes = { quotes: Quotes };

/** Whether quotes were counted for the whole period: older stores did not count them. */
export async function areQuotesCounted(
  kv: Deno.Kv,
  days: number,
  now_ms: number,
): Promise<boolean> {
  const { value } = await kv.get<string>(keys.quotesSince());
  return value === null || Date.parse(value) <= now_ms - days * DAY;
}
