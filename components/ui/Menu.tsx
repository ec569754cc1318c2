import { Ellipsis } from "lucide-preact";
import type { ComponentChildren } from "preact";

type Props = {
  /** What the menu is about, for screen readers. */
  of: string;
  children: ComponentChildren;
};

/**
 * Rarely used actions behind three dots. Dialogs that it opens are outside of it, since a closed menu hides its
 * content.
 */
export function Menu({ of, children }: Props) {
  return (
    <details data-menu class="relative">
      <summary
        aria-label={`More for ${of}`}
        class="grid size-8 cursor-pointer list-none place-items-center rounded-lg text-muted transition hover:bg-hover hover:text-ink [&::-webkit-details-marker]:hidden"
      >
        <Ellipsis size={18} aria-hidden="true" />
      </summary>
      <div class="absolute start-0 z-20 mt-1 xl:start-auto xl:end-0 flex w-max min-w-36 flex-col gap-1 rounded-xl border border-line bg-raised p-1.5 shadow-lg">
        {children}
      </div>
    </details>
  );
}
