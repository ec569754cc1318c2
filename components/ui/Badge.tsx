import type { ComponentChildren } from "preact";

const LOOKS = {
  plain: "bg-hover text-muted",
  accent: "bg-accent-soft text-accent",
  good: "bg-good-soft text-good",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
} as const;

type Props = { look?: keyof typeof LOOKS; children: ComponentChildren };

/** A short label for a state; the text says what matters, not the colour alone. */
export function Badge({ look = "plain", children }: Props) {
  return (
    <span
      dir="auto"
      class={`inline-block max-w-full truncate rounded-full px-2.5 py-0.5 align-middle text-xs font-medium ${
        LOOKS[look]
      }`}
    >
      {children}
    </span>
  );
}
