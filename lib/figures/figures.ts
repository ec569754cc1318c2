import { DAY, dayOf } from "../clock.ts";
import {
  channelName,
  type Exchange,
  type Rating,
  type Session,
} from "../schemas/chat.ts";
import type { DayFigures, Figure } from "../schemas/figures.ts";
import type { Changes } from "../store/changes.ts";
import { keys } from "../store/keys.ts";

/**
 * Adds an exchange to the figures, in the commit that records it: sums need no checks, so conversations of one twin
 * never conflict. Previews do not count.
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

/** Adds a left e-mail to the figures, in the commit that stores it. */
export function countEmail(
  op: Deno.AtomicOperation,
  session: Session,
  now_ms: number,
): void {
  const channel = channelName(session.channel);
  if (channel === null) return;
  op.sum(keys.figure(session.twin_id, dayOf(now_ms), channel, "emails"), 1n);
}

/** Adds a rating to the figures of its day, or takes it back (-1), in the commit that stores it. */
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

/** A twin's figures of the last `days` days including today, oldest first; empty days are omitted. */
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
