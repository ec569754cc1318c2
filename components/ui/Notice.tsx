import type { ComponentChildren } from "preact";

const LOOKS = {
  good: "border-good text-good",
  warn: "border-warn text-warn",
  bad: "border-bad text-bad",
} as const;

type Props = { look: keyof typeof LOOKS; children: ComponentChildren };

/** Words about what just happened; read out at once when something went wrong. */
export function Notice({ look, children }: Props) {
  return (
    <div
      role={look === "bad" ? "alert" : "status"}
      class={`rounded-lg border bg-raised px-4 py-3 text-sm ${LOOKS[look]}`}
    >
      {children}
    </div>
  );
}
