import { ArrowUpRight } from "lucide-preact";
import type { Overview, OverviewTotals } from "../../lib/schemas/overview.ts";
import { formatCount } from "../ui/numbers.ts";

type Props = { overview: Overview; twin_id: string };

const CHANGE = new Intl.NumberFormat("en", { signDisplay: "exceptZero" });

/** Each figure, linked to the list of what it counts if there is one. */
const FIGURES: [keyof OverviewTotals, string, show?: string][] = [
  ["messages", "Questions"],
  ["visitors", "Visitors"],
  ["sure", "Sure answers"],
  ["near", "Weak answers", "weak"],
  ["unanswered", "Not answered", "unanswered"],
  ["emails", "E-mails left", "emails"],
];

/** What was counted over the range, compared with the range before. */
export function Totals({ overview, twin_id }: Props) {
  const { totals, before, days } = overview;
  const { rated_up, rated_down } = totals;
  return (
    <>
      <dl class="grid grid-cols-2 gap-3 sm:grid-cols-3 xl:grid-cols-6">
        {FIGURES.map(([figure, label, show]) => (
          <div
            key={figure}
            class="group relative rounded-xl border border-line bg-raised p-4 shadow-xs transition has-[a:hover]:border-accent"
          >
            <dt class="flex items-center justify-between gap-2 text-sm text-muted">
              {show && totals[figure] > 0
                ? (
                  <>
                    <a
                      class="after:absolute after:inset-0 after:rounded-xl group-hover:text-accent"
                      href={`/dashboard/conversations?twin=${twin_id}&show=${show}`}
                    >
                      {label}
                    </a>
                    <ArrowUpRight
                      size={14}
                      class="shrink-0 group-hover:text-accent"
                    />
                  </>
                )
                : label}
            </dt>
            <dd class="text-2xl font-semibold tabular-nums">
              {formatCount(totals[figure])}
            </dd>
            {before && (
              <dd class="text-xs text-muted tabular-nums">
                {changeOf(totals[figure], before[figure])}
              </dd>
            )}
          </div>
        ))}
      </dl>
      {before && (
        <p class="text-xs text-muted">
          The small figure compares with the {days} days before.
        </p>
      )}
      {rated_up + rated_down > 0 && (
        <p class="text-sm text-muted">
          Answers that visitors rated: {formatCount(rated_up)} good,{" "}
          <a
            class="text-accent underline"
            href={`/dashboard/conversations?twin=${twin_id}&show=rated_down`}
          >
            {formatCount(rated_down)} not
          </a>
          .
        </p>
      )}
    </>
  );
}

function changeOf(now: number, before: number): string {
  return now === before ? "as before" : `${CHANGE.format(now - before)}`;
}
