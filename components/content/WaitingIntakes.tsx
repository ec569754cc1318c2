import type { WaitingIntake } from "../../lib/views/content.ts";
import { buttonLook } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { Time } from "../ui/Time.tsx";

type Props = { waiting: WaitingIntake[]; twin_id: string; now: number };

/** Imports not saved yet. */
export function WaitingIntakes({ waiting, twin_id, now }: Props) {
  if (waiting.length === 0) return null;
  return (
    <Card title="Waiting to be saved">
      <ul class="divide-y divide-line">
        {waiting.map(({ id, made_at, names }) => (
          <li
            key={id}
            class="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0"
          >
            <div class="min-w-0 flex-1 basis-56 text-sm">
              <p dir="auto" class="truncate font-medium">
                {names.join(", ") || "Nothing was read"}
              </p>
              <p class="text-xs text-muted">
                Read <Time at={made_at} now={now} />; kept for 7 days
              </p>
            </div>
            <a
              class={buttonLook({ look: "plain", size: "sm" })}
              href={`/dashboard/content/imports/${id}?twin=${twin_id}`}
            >
              Look through
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}
