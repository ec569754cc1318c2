import { type Clock, DAY, iso } from "../clock.ts";
import type { Channel, Exchange, Rating, Session } from "../schemas/chat.ts";
import type { DayFigures, Figure, Refusal } from "../schemas/figures.ts";
import type { Changes } from "../store/changes.ts";
import { keys } from "../store/keys.ts";
import { commit } from "../store/commit.ts";

const FLUSH_MS = 3_000;
/** A stranger's refused calls may fill this many counters before they are written. */
const MAX_PENDING = 10_000;

/** The share link's name, or a key's id; null for previews, which count for nothing. */
export function channelName(channel: Channel): string | null {
  if (channel.kind === "preview") return null;
  return channel.kind === "key" ? channel.key_id : "link";
}

function dayOf(ms: number): string {
  return iso(ms).slice(0, 10);
}

/**
 * Adds an exchange to the figures, in the commit that records it: additions check nothing, so conversations of
 * one twin never get in each other's way. Previews count for nothing.
 */
export function countExchange(
  op: Changes,
  session: Session,
  exchange: Exchange,
  now_ms: number,
): void {
  const channel = channelName(session.channel);
  if (channel === null) return;
  const add = (figure: Figure) =>
    op.sum(keys.figure(session.twin_id, dayOf(now_ms), channel, figure), 1n);
  add("messages");
  if (exchange.grounded) add("grounded");
  else if (!exchange.is_small_talk) add("ungrounded");
  if (exchange.confidence === "near") add("near");
  if (session.messages === 0) add("visitors");
}

/** Adds an e-mail left to the figures, in the commit that keeps it. */
export function countEmail(
  op: Deno.AtomicOperation,
  session: Session,
  now_ms: number,
): void {
  const channel = channelName(session.channel);
  if (channel === null) return;
  op.sum(keys.figure(session.twin_id, dayOf(now_ms), channel, "emails"), 1n);
}

/** Adds a rating to the figures of its day, or takes it back (-1), in the commit that keeps it. */
export function countRating(
  op: Deno.AtomicOperation,
  session: Session,
  { rating, rated_at }: Rating,
  n: 1n | -1n,
): void {
  const channel = channelName(session.channel);
  if (channel === null) return;
  const day = dayOf(Date.parse(rated_at));
  // The store adds modulo 2 ** 64.
  op.sum(
    keys.figure(session.twin_id, day, channel, `rated_${rating}`),
    BigInt.asUintN(64, n),
  );
}

/**
 * Counts refused calls. They are gathered in memory and written every 3 s, so that a flood of them costs no
 * write each. Owns a timer: `close` writes the rest.
 */
export class RefusalCounter {
  #pending = new Map<string, { key: Deno.KvKey; count: bigint }>();
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(private kv: Deno.Kv, private clock: Clock) {}

  note(twin_id: string, channel: Channel, reason: Refusal): void {
    const name = channelName(channel);
    if (name === null || this.#pending.size >= MAX_PENDING) return;
    const key = keys.figure(twin_id, dayOf(this.clock.now()), name, reason);
    const id = key.join(" ");
    const count = (this.#pending.get(id)?.count ?? 0n) + 1n;
    this.#pending.set(id, { key, count });
    this.#timer ??= setTimeout(() => this.flush().catch(() => {}), FLUSH_MS);
  }

  /** Writes what is gathered, at once. */
  async flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    for (let i = 0; i < pending.length; i += 500) {
      const op = this.kv.atomic();
      for (const { key, count } of pending.slice(i, i + 500)) {
        op.sum(key, count);
      }
      await commit(op);
    }
  }

  async close(): Promise<void> {
    await this.flush();
  }
}

export type WithRefusals = { refusals: RefusalCounter };

/** A twin's figures of the last `days` days, today included, oldest first; days without any are left out. */
export async function listFigures(
  kv: Deno.Kv,
  twin_id: string,
  days: number,
  now_ms: number,
): Promise<DayFigures[]> {
  const found = new Map<string, DayFigures>();
  const since = dayOf(now_ms - (days - 1) * DAY);
  const entries = kv.list<Deno.KvU64>({
    start: [...keys.figures(twin_id), since],
    end: [...keys.figures(twin_id), true],
  });
  for await (const { key, value } of entries) {
    const [, , day, channel, figure] = key.map(String);
    const id = `${day} ${channel}`;
    const row = found.get(id) ?? { day, channel, counts: {} };
    row.counts[figure as Figure] = Number(value.value);
    found.set(id, row);
  }
  return [...found.values()];
}

/** The sum of one figure over days and channels. */
export function totalOf(rows: DayFigures[], figure: Figure): number {
  return rows.reduce((sum, { counts }) => sum + (counts[figure] ?? 0), 0);
}
