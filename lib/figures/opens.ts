import { type Clock, DAY, dayOf } from "../clock.ts";
import { DIRECT, ELSEWHERE } from "../schemas/figures.ts";
import { commit } from "../store/commit.ts";
import { expiryKey } from "../store/expiries.ts";
import { GatheredWrites } from "../store/gathered_writes.ts";
import { keys } from "../store/keys.ts";

/** How many days back page opens are reported. */
const OPENS_DAYS = 30;

/** Sites counted separately per twin and day. */
const MOST_SITES = 20;

type Day = { twin_id: string; day: string; sites: Map<string, number> };

/**
 * Counts how often twins' pages are opened, and from which sites: by day and host only, nothing about the visitor.
 * Counts are gathered and written every 3 s. Owns a timer: `close` writes the rest.
 */
export class Opens {
  #days: GatheredWrites<Day>;

  constructor(private kv: Deno.Kv, private clock: Clock) {
    this.#days = new GatheredWrites({
      wait_ms: 3_000,
      most: 1_000,
      together: 1,
      add(held, { sites }) {
        for (const [from, n] of sites) addOpens(held.sites, from, n);
        return held;
      },
      write: ([day]) => this.#write(day),
    });
  }

  /** `from` is a site's host, or `DIRECT`. */
  note(twin_id: string, from: string): void {
    const day = dayOf(this.clock.now());
    const sites = new Map([[from, 1]]);
    this.#days.note(`${day} ${twin_id}`, { twin_id, day, sites });
  }

  /** Writes what is gathered now. */
  flush(): Promise<void> {
    return this.#days.flush();
  }

  close(): Promise<void> {
    return this.#days.close();
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
}

function addOpens(sites: Map<string, number>, from: string, n: number): void {
  const site = placeOf(from, sites);
  sites.set(site, (sites.get(site) ?? 0) + n);
}

/** The site itself, if there is room for another. */
function placeOf(from: string, known: Map<string, number>): string {
  const fits = from === DIRECT || known.has(from) || known.size < MOST_SITES;
  return fits ? from : ELSEWHERE;
}

/** How often a twin's page was opened in the last `OPENS_DAYS` days including today, by site, most first. */
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
