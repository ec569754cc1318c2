import type { ComponentChildren } from "preact";
import { ChevronRight } from "lucide-preact";

type Props = {
  title: string;
  open?: boolean;
  /** Added to the title for screen readers where several have the same title. */
  of?: string;
  children: ComponentChildren;
};

/** Something that opens in place, with or without scripts. */
export function Disclosure({ title, open, of, children }: Props) {
  return (
    <details open={open} class="group">
      <summary class="bare-summary flex min-h-9 w-fit items-center gap-1.5 rounded-lg text-sm font-medium text-accent">
        <ChevronRight
          size={16}
          class="shrink-0 transition-[rotate] group-open:rotate-90 rtl:-scale-x-100"
        />
        {title}
        {of && <span class="sr-only">: {of}</span>}
      </summary>
      <div class="mt-2">{children}</div>
    </details>
  );
}
