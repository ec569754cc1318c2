import { type Clock, DAY, dayOf, iso, MINUTE } from "../clock.ts";
import { keys } from "../store/keys.ts";
import { expiryKey } from "../store/expiries.ts";
import { commit } from "../store/commit.ts";

/** When a key was used, in milliseconds, and for what. */
type Use = { at: number; for: string };

/** What one origin did with one key on one day. */
export type OriginUse = { allowed: number; refused: number; last_ms: number };

/**
 * Origins told apart per key and day: so many that are let in and as many that are refused, so that what a stranger
 * makes up hides none that belongs there. Those past it count together as "other".
 */
const MAX_ORIGINS = 50;
/** This many stay in any case; of the others, the one that called least makes room. */
const STEADY = 25;
const OTHER = "other";
/** Longer than any real origin: what a stranger sends must not outgrow the entry it is noted in. */
const MAX_ORIGIN_LENGTH = 300;
const FLUSH_MS = 3_000;
/** A stranger's refused calls may fill this many keys' notes before they are written. */
const MAX_PENDING = 10_000;

/**
 * Notes when a key was last used and which origins called with it. Counts are gathered in memory and written
 * every 3 s, so that a flood of refused calls costs no write each. Owns a timer: `close` writes the rest.
 */
export class KeyUses {
  #origins = new Map<string, Map<string, OriginUse>>();
  #last_used = new Map<string, Use>();
  #written = new Map<string, Use>();
  #timer: ReturnType<typeof setTimeout> | null = null;
  #flushing: Promise<void> = Promise.resolve();

  constructor(private kv: Deno.Kv, private clock: Clock) {}

  /** Notes a call; `origin` null for a server's, `used_for` null where it was refused. */
  note(key_id: string, origin: string | null, used_for: string | null): void {
    const now = this.clock.now();
    if (this.#origins.size > MAX_PENDING) return;
    const allowed = used_for !== null;
    if (allowed) this.#used(key_id, { at: now, for: used_for });
    if (origin !== null) this.#count(key_id, origin, allowed, now);
    this.#timer ??= setTimeout(() => this.flush().catch(() => {}), FLUSH_MS);
  }

  /** Writes what is gathered, at once. */
  flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    return this.#flushing = this.#flushing.catch(() => {}).then(() =>
      this.#write()
    );
  }

  async close(): Promise<void> {
    await this.flush();
  }

  /** The first use is written at once, later ones once a minute, and one for something else with what is gathered. */
  #used(key_id: string, use: Use): void {
    const written = this.#written.get(key_id);
    const is_due = !written || use.at - written.at >= MINUTE;
    if (!is_due && written.for === use.for) return;
    this.#written.set(key_id, is_due ? use : { ...written, for: use.for });
    if (this.#written.size > MAX_PENDING) this.#written.clear();
    this.#last_used.set(key_id, use);
    if (is_due) this.flush().catch(() => {});
  }

  #count(key_id: string, origin: string, allowed: boolean, now: number): void {
    const id = `${key_id} ${dayOf(now)}`;
    const uses = this.#origins.get(id) ?? new Map<string, OriginUse>();
    this.#origins.set(id, uses);
    addUse(uses, origin, {
      allowed: allowed ? 1 : 0,
      refused: allowed ? 0 : 1,
      last_ms: now,
    });
  }

  async #write(): Promise<void> {
    const last_used = [...this.#last_used];
    const origins = [...this.#origins];
    this.#last_used.clear();
    this.#origins.clear();
    for (const [key_id, use] of last_used) {
      await commit(
        this.kv.atomic().set(keys.keyLastUsed(key_id), iso(use.at))
          .set(keys.keyLastUsedFor(key_id), use.for),
      );
    }
    for (const [id, uses] of origins) {
      const [key_id, day] = id.split(" ");
      await this.#merge(key_id, day, uses);
    }
  }

  async #merge(
    key_id: string,
    day: string,
    uses: Map<string, OriginUse>,
  ): Promise<void> {
    const key = keys.keyOrigins(key_id, day);
    for (let tries = 0; tries < 5; tries++) {
      const entry = await this.kv.get<Map<string, OriginUse>>(key);
      const merged = new Map(entry.value);
      for (const [origin, use] of uses) addUse(merged, origin, use);
      const op = this.kv.atomic().check(entry).set(key, merged);
      if (entry.value === null) {
        op.set(expiryKey(Date.parse(day) + 9 * DAY, "delete", key), null);
      }
      if ((await commit(op)).ok) return;
    }
  }
}

export type WithKeyUses = { key_uses: KeyUses };

function addUse(
  uses: Map<string, OriginUse>,
  origin: string,
  use: OriginUse,
): void {
  const name = origin.length <= MAX_ORIGIN_LENGTH ? origin : OTHER;
  if (!uses.has(name)) makeRoom(uses, use.allowed > 0);
  const before = uses.get(name) ?? { allowed: 0, refused: 0, last_ms: 0 };
  uses.set(name, {
    allowed: before.allowed + use.allowed,
    refused: before.refused + use.refused,
    last_ms: Math.max(before.last_ms, use.last_ms),
  });
}

/**
 * Counts the origin that called least with the others, the longest there of equals, where no room is left for another.
 * The first that called stay: neither what was there before a flood nor what calls again during it is lost.
 */
function makeRoom(uses: Map<string, OriginUse>, is_let_in: boolean): void {
  const alike = [...uses].filter(([name, { allowed }]) =>
    name !== OTHER && allowed > 0 === is_let_in
  );
  if (alike.length < MAX_ORIGINS) return;
  const calls = ({ allowed, refused }: OriginUse) => allowed + refused;
  const [name, use] = alike.slice(STEADY)
    .reduce((least, one) => calls(one[1]) < calls(least[1]) ? one : least);
  uses.delete(name);
  addUse(uses, OTHER, use);
}
