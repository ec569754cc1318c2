import { Disclosure } from "./Disclosure.tsx";
import { formatCount } from "./numbers.ts";

/** `day` as `2026-01-31`; an absent value is 0. */
export type Day = { day: string; values: Record<string, number> };
export type Series = { key: string; label: string };

const SHORT = new Intl.DateTimeFormat("en", {
  day: "numeric",
  month: "short",
  timeZone: "UTC",
});

type Props = {
  label: string;
  days: readonly Day[];
  series: readonly Series[];
};

/** A chart's numbers as a table, for exact values and for screen readers. */
export function ChartNumbers({ label, days, series }: Props) {
  return (
    <Disclosure title="Show the numbers" of={label}>
      <div
        tabIndex={0}
        role="region"
        aria-label={label}
        class="relative max-h-72 overflow-auto text-sm"
      >
        <table class="w-full text-start tabular-nums">
          <thead class="text-xs text-muted">
            <tr>
              <th scope="col" class="py-1 pe-4 text-start font-medium">Day</th>
              {series.map(({ key, label }) => (
                <th
                  key={key}
                  scope="col"
                  dir="auto"
                  class="max-w-40 truncate px-2 py-1 text-end font-medium"
                >
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody class="divide-y divide-line">
            {days.map(({ day, values }) => (
              <tr key={day}>
                <th
                  scope="row"
                  class="py-1 pe-4 text-start font-normal whitespace-nowrap"
                >
                  {shortDay(day)}
                </th>
                {series.map(({ key }) => (
                  <td key={key} class="px-2 py-1 text-end">
                    {formatCount(values[key] ?? 0)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Disclosure>
  );
}

/** A day as an axis label: `Jan 31`. */
export function shortDay(day: string): string {
  return SHORT.format(new Date(`${day}T00:00:00Z`));
}
