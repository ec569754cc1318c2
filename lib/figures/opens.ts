import { type Clock, DAY, dayOf } from "../clock.ts";
import { DIRECT, ELSEWHERE } from "../schemas/figures.ts";
import { commit } from "../store/commit.ts";
import { expiryKey } from "../store/expiries.ts";
import { keys } from "../store/keys.ts";

/** How many days back page opens are reported. */
export const OPENS_DAYS = 30;

/** Sites counted separately for a twin's day. */
const MOST_SITES = 20;
const FLUSH_MS = 3_000;
/** How many twins' opens are gathered before they are written; beyond that, some are not counted. */
const MAX_TWINS = 1_000;

type Day = { twin_id: string; day: string; sites: Map<string, number> };

/**
 * Counts how often twins' pages are opened, and from which sites: days and hosts alone, nothing of who it was. They are
 * gathered in memory and written every 3 s, so that a flood of them costs no write each. Owns a timer: `close` writes
 * the rest.
 */
export class Opens {
  #pending = new Map<string, Day>();
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(private kv: Deno.Kv, private clock: Clock) {}

  /** `from` is a site's host, or `DIRECT`. */
  note(twin_id: string, from: string): void {
    const day = dayOf(this.clock.now());
    const id = `${day} ${twin_id}`;
    const of = this.#pending.get(id) ?? { twin_id, day, sites: new Map() };
    if (!this.#pending.has(id) && this.#pending.size >= MAX_TWINS) return;
    this.#pending.set(id, of);
    const site = placeOf(from, of.sites);
    of.sites.set(site, (of.sites.get(site) ?? 0) + 1);
    this.#timer ??= setTimeout(() => this.flush().catch(() => {}), FLUSH_MS);
  }

  /** Writes what is gathered, at once. */
  async flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    for (const day of pending) await this.#write(day);
  }

  async #write({ twin_id, day, sites }: Day): Promise<void> {
    const prefix = keys.opensOfDay(twin_id, day);
    const known = new Map<string, number>();
    for await (const { key } of this.kv.list({ prefix })) {
      known.set(String(key[3]), 1);
    }
    const op = this.kv.atomic();
    for (const [from, n] of sites) {
      const site = placeOf(from, known);
      known.set(site, 1);
      op.sum(keys.opens(twin_id, day, site), BigInt(n));
    }
    const ends_at = Date.parse(day) + (OPENS_DAYS + 3) * DAY;
    await commit(op.sum(expiryKey(ends_at, "opens", prefix), 1n));
  }

  async close(): Promise<void> {
    await this.flush();
  }
}

/** The site itself while there is room for one more. */
function placeOf(from: string, known: Map<string, number>): string {
  const fits = from === DIRECT || known.has(from) || known.size < MOST_SITES;
  return fits ? from : ELSEWHERE;
}

/** How often a twin's page was opened in the last `OPENS_DAYS` days, today included, by site, most often first. */
export async function countOpens(
  kv: Deno.Kv,
  twin_id: string,
  now_ms: number,
): Promise<{ site: string; count: number }[]> {
  const counts = new Map<string, number>();
  const since = dayOf(now_ms - (OPENS_DAYS - 1) * DAY);
  const entries = kv.list<Deno.KvU64>({
    start: [...keys.opensOf(twin_id), since],
    end: [...keys.opensOf(twin_id), true],
  });
  for await (const { key, value } of entries) {
    const site = String(key[3]);
    counts.set(site, (counts.get(site) ?? 0) + Number(value.value));
  }
  return [...counts].map(([site, count]) => ({ site, count }))
    .sort((a, b) => b.count - a.count);
}

export type WithOpens = { opens: Opens };
