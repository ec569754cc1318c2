import { Card } from "../ui/Card.tsx";
import { TabLinks } from "../ui/Tabs.tsx";
import { TimeChart } from "../ui/TimeChart.tsx";
import type { Overview } from "../../lib/schemas/overview.ts";
import { AskedAbout } from "./AskedAbout.tsx";
import { Totals } from "./Totals.tsx";
import { formatCount } from "../ui/numbers.ts";

type Props = {
  overview: Overview;
  twin_id: string;
  /** The limit up to which items are counted. */
  counted_max: number;
  /** The ranges to choose from, in days. */
  ranges: readonly number[];
};

/** How a twin is doing, in numbers. */
export function Figures({ overview, twin_id, counted_max, ranges }: Props) {
  const { steps, days, counts, charts, refusals } = overview;
  return (
    <>
      <section aria-label="Figures" class="space-y-3">
        <TabLinks
          label="How far back"
          links={ranges.map((range) => ({
            href: `?twin=${twin_id}&days=${range}`,
            label: `${range} days`,
            isCurrent: range === days,
          }))}
        />
        <Totals overview={overview} twin_id={twin_id} />
      </section>
      {steps.was_asked && <Charts charts={charts} />}
      <AskedAbout overview={overview} twin_id={twin_id} />
      {refusals.length > 0 && (
        <Refusals
          refusals={refusals}
          days={days}
        />
      )}
      <Counts counts={counts} twin_id={twin_id} counted_max={counted_max} />
    </>
  );
}

function Charts({ charts }: Pick<Overview, "charts">) {
  return (
    <div class="grid gap-4 xl:grid-cols-2">
      <Card title="Questions by day">
        <TimeChart
          label="Questions"
          days={charts.messages}
          series={charts.channels}
        />
      </Card>
      <Card title="Visitors by day">
        <TimeChart
          label="Visitors"
          days={charts.visitors}
          series={charts.channels}
        />
      </Card>
    </div>
  );
}

function Refusals({ refusals, days }: Pick<Overview, "refusals" | "days">) {
  return (
    <p class="text-sm text-muted">
      Turned away in {days} days:{" "}
      {refusals.map(({ label, count }) => `${formatCount(count)} ${label}`)
        .join(", ")}.
    </p>
  );
}

type CountsProps =
  & Pick<Overview, "counts">
  & Omit<Props, "overview" | "ranges">;

function Counts({ counts, twin_id, counted_max }: CountsProps) {
  const has = [
    ["Public items", counts.public_items, "content"],
    ["Private items", counts.private_items, "content"],
    ["Keys in use", counts.live_keys, "api-keys"],
  ] as const;
  /** Says that there are more than were counted. */
  const count = (n: number) => formatCount(n) + (n >= counted_max ? "+" : "");
  return (
    <div class="flex flex-wrap items-baseline gap-x-6 gap-y-2 text-sm">
      {has.map(([label, value, path]) => (
        <a
          key={label}
          class="text-accent underline"
          href={`/dashboard/${path}?twin=${twin_id}`}
        >
          {label}: <span class="tabular-nums">{count(value)}</span>
        </a>
      ))}
    </div>
  );
}
