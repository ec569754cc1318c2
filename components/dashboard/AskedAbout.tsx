import type { Overview } from "../../lib/schemas/overview.ts";
import { Card } from "../ui/Card.tsx";
import { formatCount } from "../ui/numbers.ts";

type Props = { overview: Overview; twin_id: string };

/** What visitors ask about most: the items most often quoted. */
export function AskedAbout({ overview, twin_id }: Props) {
  const { asked_about } = overview;
  if (asked_about.length === 0) return null;
  const most = asked_about[0].count;
  return (
    <Card title="What people ask about">
      <ol class="space-y-1">
        {asked_about.map(({ id, title, count }) => (
          <li
            key={id}
            class="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)_auto] items-center gap-4 text-sm"
          >
            <a
              dir="auto"
              class="truncate py-1.5 font-medium hover:text-accent hover:underline"
              href={`/dashboard/content/${id}?twin=${twin_id}`}
              title={title}
            >
              {title}
            </a>
            <svg
              aria-hidden="true"
              viewBox="0 0 100 8"
              preserveAspectRatio="none"
              class="h-2 w-full rounded-full rtl:-scale-x-100"
            >
              <rect width="100" height="8" class="fill-hover" />
              <rect
                width={Math.max(2, count / most * 100)}
                height="8"
                class="fill-chart-1"
              />
            </svg>
            <span class="text-muted tabular-nums">
              {formatCount(count)} ×
              <span class="sr-only">quoted</span>
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
