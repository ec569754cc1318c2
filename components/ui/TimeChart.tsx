import {
  ChartNumbers,
  type Day,
  type Series,
  shortDay,
} from "./ChartNumbers.tsx";
import { formatCount } from "./numbers.ts";

const FILLS = [
  "fill-chart-1",
  "fill-chart-2",
  "fill-chart-3",
  "fill-chart-4",
  "fill-chart-5",
] as const;
const SWATCHES = [
  "bg-chart-1",
  "bg-chart-2",
  "bg-chart-3",
  "bg-chart-4",
  "bg-chart-5",
] as const;

type Props = {
  /** What is counted. */
  label: string;
  /** Oldest first; `day` as `2026-01-31`. An absent value is 0. */
  days: readonly Day[];
  /** At most five series have their own colour; the last one contains all others. */
  series: readonly Series[];
  /** Whether the series add up and are stacked, or are separate and side by side. */
  kind?: "stacked" | "grouped";
};

/** Bars by day, drawn on the server: an image with a text summary, and the numbers as a table. */
export function TimeChart({ label, days, series, kind = "stacked" }: Props) {
  const isStacked = kind === "stacked";
  const top = niceTop(Math.max(
    ...days.map(({ values }) => {
      const counts = series.map(({ key }) => values[key] ?? 0);
      return isStacked ? sum(counts) : Math.max(0, ...counts);
    }),
    0,
  ));
  return (
    <figure class="min-w-0 space-y-3">
      <Legend series={series} />
      <div class="grid grid-cols-[auto_1fr] gap-x-3 gap-y-2 text-xs text-muted tabular-nums">
        <div
          aria-hidden="true"
          class="row-start-1 -my-2 flex flex-col justify-between text-end"
        >
          <span>{formatCount(top)}</span>
          <span>{formatCount(top / 2)}</span>
          <span>0</span>
        </div>
        <svg
          role="img"
          aria-label={summary(label, days, series)}
          viewBox={`0 0 ${Math.max(1, days.length)} 100`}
          preserveAspectRatio="none"
          class="col-start-2 row-start-1 h-48 w-full overflow-visible"
        >
          {[0, 50, 100].map((y) => (
            <line
              key={y}
              x1="0"
              x2={Math.max(1, days.length)}
              y1={y}
              y2={y}
              vector-effect="non-scaling-stroke"
              class="stroke-line"
            />
          ))}
          {days.map((day, i) => (
            <Bars key={day.day} {...{ day, i, series, top, isStacked }} />
          ))}
        </svg>
        <Tips days={days} series={series} />
        <div
          aria-hidden="true"
          class="col-start-2 flex justify-between"
        >
          {ticks(days).map(({ day }) => <span key={day}>{shortDay(day)}</span>)}
        </div>
      </div>
      <ChartNumbers label={label} days={days} series={series} />
    </figure>
  );
}

function Legend({ series }: { series: readonly Series[] }) {
  return (
    <ul class="flex flex-wrap gap-x-5 gap-y-1 text-xs text-muted">
      {series.map(({ key, label }, i) => (
        <li key={key} class="flex min-w-0 items-center gap-2">
          <span
            aria-hidden="true"
            class={`swatch size-2.5 shrink-0 rounded-[3px] ${at(SWATCHES, i)}`}
          />
          <span dir="auto" class="max-w-48 truncate">{label}</span>
        </li>
      ))}
    </ul>
  );
}

type BarsProps = {
  day: Day;
  i: number;
  series: readonly Series[];
  top: number;
  isStacked: boolean;
};

function Bars({ day, i, series, top, isStacked }: BarsProps) {
  const width = isStacked ? 0.7 : 0.8 / Math.max(1, series.length);
  const heights = series.map(({ key }) => (day.values[key] ?? 0) / top * 100);
  return (
    <g>
      {series.map(({ key }, s) => {
        const below = isStacked ? sum(heights.slice(0, s)) : 0;
        return (
          <rect
            key={key}
            x={round(isStacked ? i + 0.15 : i + 0.1 + s * width)}
            y={round(100 - below - heights[s])}
            width={round(width)}
            height={round(heights[s])}
            class={at(FILLS, s)}
          />
        );
      })}
    </g>
  );
}

/** The values of each day's bars, on hover; the table below has them for everybody else. */
function Tips({ days, series }: Pick<Props, "days" | "series">) {
  return (
    <div
      aria-hidden="true"
      class="z-10 col-start-2 row-start-1 flex"
    >
      {days.map((day, i) => (
        <div key={day.day} class="group relative flex-1 hover:bg-ink/8">
          <p
            class={`pointer-events-none absolute bottom-full mb-1 hidden w-max max-w-56 rounded-lg border border-line bg-raised px-2.5 py-1.5 text-start text-xs wrap-anywhere whitespace-pre-line text-ink shadow-md group-hover:block ${
              i < days.length / 2 ? "start-0" : "end-0"
            }`}
          >
            {told(day, series)}
          </p>
        </div>
      ))}
    </div>
  );
}

function summary(
  label: string,
  days: readonly Day[],
  series: readonly Series[],
): string {
  const totals = series.map(({ key, label }) =>
    `${label} ${formatCount(sum(days.map((d) => d.values[key] ?? 0)))}`
  );
  const [first, last] = [days[0], days.at(-1)];
  const span = first && last
    ? `, ${shortDay(first.day)} to ${shortDay(last.day)}`
    : "";
  return `${label}${span}: ${totals.join(", ") || "nothing yet"}.`;
}

function told({ day, values }: Day, series: readonly Series[]): string {
  const counts = series.map(({ key, label }) =>
    `${label}: ${formatCount(values[key] ?? 0)}`
  );
  return [shortDay(day), ...counts].join("\n");
}

/** The labelled days below the axis: both ends, and the middle if there is one. */
function ticks(days: readonly Day[]): readonly Day[] {
  if (days.length < 3) return days;
  return [0, Math.floor(days.length / 2), days.length - 1].map((i) => days[i]);
}

/** The top of the axis: round and even, so that half of it is a whole number. */
function niceTop(max: number): number {
  if (max <= 2) return 2;
  const unit = 10 ** Math.floor(Math.log10(max));
  const steps = unit === 1 ? [2, 4, 6, 8, 10] : [1, 2, 3, 4, 5, 6, 8, 10];
  return unit * (steps.find((step) => step * unit >= max) ?? 10);
}

function at<T>(list: readonly [T, ...T[]], i: number): T {
  return list[Math.min(i, list.length - 1)] ?? list[0];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}

function round(n: number): number {
  return Math.round(n * 1000) / 1000;
}
