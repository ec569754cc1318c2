import type { ComponentChildren } from "preact";

type Props = { title: string; children: ComponentChildren };

/** What stands where a list has nothing yet: says what to do first. */
export function EmptyState({ title, children }: Props) {
  return (
    <div class="rounded-xl border border-dashed border-control-line px-6 py-10 text-center">
      <p class="font-medium">{title}</p>
      <div class="mx-auto mt-1 max-w-prose text-sm text-muted">{children}</div>
    </div>
  );
}
