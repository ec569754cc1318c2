import type { ComponentChildren } from "preact";

const LOOKS = {
  plain: "border-line text-muted",
  good: "border-good text-good",
  warn: "border-warn text-warn",
  bad: "border-bad text-bad",
} as const;

type Props = { look?: keyof typeof LOOKS; children: ComponentChildren };

/** A short word about a state; what matters is in the word, not in the colour alone. */
export function Badge({ look = "plain", children }: Props) {
  return (
    <span
      dir="auto"
      class={`inline-block max-w-full truncate rounded-full border px-2.5 py-0.5 align-middle text-xs font-medium ${
        LOOKS[look]
      }`}
    >
      {children}
    </span>
  );
}
