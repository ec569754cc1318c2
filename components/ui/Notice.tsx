import type { ComponentChildren } from "preact";
import { CircleAlert, CircleCheck, TriangleAlert } from "lucide-preact";

const LOOKS = {
  good: ["border-good/25 bg-good-soft text-good", CircleCheck],
  warn: ["border-warn/25 bg-warn-soft text-warn", TriangleAlert],
  bad: ["border-bad/25 bg-bad-soft text-bad", CircleAlert],
} as const;

type Props = { look: keyof typeof LOOKS; children: ComponentChildren };

/** A message about what just happened; announced at once if something went wrong. */
export function Notice({ look, children }: Props) {
  const [classes, Icon] = LOOKS[look];
  return (
    <div
      role={look === "bad" ? "alert" : "status"}
      class={`flex gap-3 rounded-xl border px-4 py-3 text-sm ${classes}`}
    >
      <Icon size={18} class="mt-px shrink-0" />
      <div class="min-w-0 flex-1 wrap-anywhere">{children}</div>
    </div>
  );
}
