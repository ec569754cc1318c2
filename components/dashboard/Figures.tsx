import { Card } from "../ui/Card.tsx";
import { TimeChart } from "../ui/TimeChart.tsx";
import type { Overview } from "../../lib/schemas/overview.ts";

type Props = {
  overview: Overview;
  twin_id: string;
  /** Where the counting of items ends. */
  counted_max: number;
};

const COUNT = new Intl.NumberFormat("en");

/** How a twin is doing, in numbers. */
export function Figures({ overview, twin_id, counted_max }: Props) {
  const { steps, totals, counts, charts, refusals } = overview;
  return (
    <>
      <Totals totals={totals} />
      {steps.was_asked && <Charts charts={charts} />}
      {totals.rated_up + totals.rated_down > 0 && (
        <Ratings totals={totals} twin_id={twin_id} />
      )}
      {refusals.length > 0 && <Refusals refusals={refusals} />}
      <Counts counts={counts} twin_id={twin_id} counted_max={counted_max} />
    </>
  );
}

function Totals({ totals }: Pick<Overview, "totals">) {
  const figures = [
    ["Questions", totals.messages],
    ["Visitors", totals.visitors],
    ["Answered for sure", totals.sure],
    ["Weak answers", totals.near],
    ["Not answered", totals.unanswered],
    ["E-mails left", totals.emails],
  ] as const;
  return (
    <dl class="grid grid-cols-2 gap-4 lg:grid-cols-3 2xl:grid-cols-6">
      {figures.map(([label, value]) => (
        <div
          key={label}
          class="rounded-xl border border-line bg-raised p-4 shadow-xs"
        >
          <dt class="text-sm text-muted">{label}, 30 days</dt>
          <dd class="text-2xl font-semibold tabular-nums">
            {COUNT.format(value)}
          </dd>
        </div>
      ))}
    </dl>
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

type RatingsProps = Pick<Overview, "totals"> & { twin_id: string };

function Ratings({ totals, twin_id }: RatingsProps) {
  return (
    <p class="text-sm text-muted">
      Answers that visitors rated in 30 days: {COUNT.format(totals.rated_up)}
      {" "}
      good,{" "}
      <a
        class="text-accent underline"
        href={`/dashboard/conversations?twin=${twin_id}&show=rated_down`}
      >
        {COUNT.format(totals.rated_down)} not
      </a>
      .
    </p>
  );
}

function Refusals({ refusals }: Pick<Overview, "refusals">) {
  return (
    <p class="text-sm text-muted">
      Turned away in 30 days:{" "}
      {refusals.map(({ label, count }) => `${COUNT.format(count)} ${label}`)
        .join(", ")}.
    </p>
  );
}

type CountsProps = Pick<Overview, "counts"> & Omit<Props, "overview">;

function Counts({ counts, twin_id, counted_max }: CountsProps) {
  const has = [
    ["Public items", counts.public_items, "content"],
    ["Private items", counts.private_items, "content"],
    ["Keys in use", counts.live_keys, "api-keys"],
  ] as const;
  /** Beyond what is counted, that there are more. */
  const count = (n: number) => COUNT.format(n) + (n >= counted_max ? "+" : "");
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
