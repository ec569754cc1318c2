import type { ComponentChildren } from "preact";
import { Sparkles } from "lucide-preact";

type Props = {
  title: string;
  children: ComponentChildren;
  /** An icon of what is missing, 22 px. */
  icon?: ComponentChildren;
  /** The button or link for the first step. */
  action?: ComponentChildren;
};

/** Shown for an empty list: says what to do first. */
export function EmptyState({ title, children, icon, action }: Props) {
  return (
    <div class="flex flex-col items-center rounded-xl border border-dashed border-control-line/60 px-6 py-12 text-center in-[.card]:border-0 in-[.card]:py-8">
      <span class="mb-4 grid size-12 place-items-center rounded-full bg-accent-soft text-accent">
        {icon ?? <Sparkles size={22} strokeWidth={1.75} />}
      </span>
      <p class="text-base font-semibold">{title}</p>
      <div class="mt-1 max-w-prose text-sm text-balance text-muted">
        {children}
      </div>
      {action && <div class="mt-5">{action}</div>}
    </div>
  );
}
