import type { ComponentChildren } from "preact";
import { RotateCw } from "lucide-preact";

type Props = {
  /** The site to imitate. */
  address: string;
  isPhone: boolean;
  /** "light" or "dark"; "" for the reader's system theme. */
  scheme: string;
  /** Set once scripts run. */
  tools?: {
    onSize: (isPhone: boolean) => void;
    onScheme: (scheme: string) => void;
    onReload: () => void;
  };
  /** The frame. */
  children: ComponentChildren;
};

const TOOL =
  "inline-flex min-h-8 items-center rounded-md px-2 text-xs font-medium text-muted transition hover:bg-hover hover:text-ink aria-pressed:bg-accent-soft aria-pressed:text-accent";

/** A browser window around the site with the widget. */
export function EmbedSite(
  { address, isPhone, scheme, tools, children }: Props,
) {
  return (
    <div
      class={`mx-auto overflow-hidden border border-line bg-raised shadow-md transition-[max-width] duration-200 motion-reduce:transition-none ${
        isPhone ? "max-w-[24.5rem] rounded-3xl" : "max-w-full rounded-xl"
      }`}
    >
      <div class="flex min-h-11 items-center gap-3 border-b border-line bg-surface px-3">
        <span aria-hidden="true" class="hidden gap-1.5 sm:flex">
          <span class="size-2.5 rounded-full bg-line" />
          <span class="size-2.5 rounded-full bg-line" />
          <span class="size-2.5 rounded-full bg-line" />
        </span>
        <span
          dir="ltr"
          class="min-w-0 flex-1 truncate rounded-full border border-line bg-raised px-3 py-1 text-center text-xs text-muted"
        >
          {address}
        </span>
        {tools && (
          <span class="flex items-center gap-1">
            <button
              type="button"
              class={`${TOOL} max-sm:hidden`}
              aria-pressed={isPhone}
              onClick={() => tools.onSize(!isPhone)}
            >
              Phone
            </button>
            {["light", "dark"].map((one) => (
              <button
                key={one}
                type="button"
                class={`${TOOL} capitalize`}
                aria-pressed={scheme === one}
                onClick={() => tools.onScheme(scheme === one ? "" : one)}
              >
                {one}
              </button>
            ))}
            <button
              type="button"
              class={TOOL}
              aria-label="Reload the page"
              title="Reload the page"
              onClick={tools.onReload}
            >
              <RotateCw size={14} />
            </button>
          </span>
        )}
      </div>
      {children}
    </div>
  );
}
