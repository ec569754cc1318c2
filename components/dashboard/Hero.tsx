import type { ComponentChildren } from "preact";
import { formatCount } from "../ui/numbers.ts";

/** A live figure, such as keys in use. */
export type Figure = { value: string | number; label: string };

type Props = {
  title: string;
  note?: string;
  action?: ComponentChildren;
  figure?: Figure;
};

/** The header of each page: its title, one quiet figure, and the primary action at its end. */
export function Hero({ title, note, action, figure }: Props) {
  return (
    <header class="hero hero-gradient on-dark">
      <div class="min-w-0 flex-1">
        <h1
          dir="auto"
          title={title.length > 40 ? title : undefined}
          class="line-clamp-1 text-lg font-semibold wrap-anywhere sm:text-xl"
        >
          {title}
        </h1>
        {(note || figure) && (
          <p class="flex min-w-0 items-baseline gap-x-1 text-xs text-hero-lead sm:text-sm">
            {figure && (
              <span class="min-w-0 sm:shrink-0">
                <b class="font-semibold text-white tabular-nums">
                  {typeof figure.value === "number"
                    ? formatCount(figure.value)
                    : figure.value}
                </b>{" "}
                {figure.label}
              </span>
            )}
            {note && (
              <span
                dir="auto"
                title={note}
                class={`min-w-0 truncate ${figure ? "max-sm:hidden" : ""}`}
              >
                {figure && "· "}
                {note}
              </span>
            )}
          </p>
        )}
      </div>
      {action && (
        <div class="flex shrink-0 items-center gap-2 max-sm:max-w-1/2">
          {action}
        </div>
      )}
    </header>
  );
}
