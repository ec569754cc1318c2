import { DAY, dayOf } from "../clock.ts";
import type { DayFigures, Figure } from "../schemas/figures.ts";

/** One figure by day and channel, as charts need it. */
type FigureByDay = { day: string; values: Record<string, number> };

/** A figure for each of the last `days` days, oldest first, including empty days; its values by channel. */
export function figureByDay(
  rows: DayFigures[],
  figure: Figure,
  days: number,
  now_ms: number,
): FigureByDay[] {
  return Array.from({ length: days }, (_, i) => {
    const day = dayOf(now_ms - (days - 1 - i) * DAY);
    const values: Record<string, number> = {};
    for (const row of rows) {
      const count = row.counts[figure];
      if (row.day === day && count) values[row.channel] = count;
    }
    return { day, values };
  });
}
