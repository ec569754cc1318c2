import type { ComponentChildren } from "preact";

type Props = {
  title: string;
  open?: boolean;
  /** Adds to the title for a screen reader, where several of the same title stand on a page. */
  of?: string;
  children: ComponentChildren;
};

/** Something that opens where it stands, with or without scripts. */
export function Disclosure({ title, open, of, children }: Props) {
  return (
    <details open={open} class="group">
      <summary class="flex min-h-9 w-fit list-none items-center gap-2 rounded-lg text-sm font-medium text-accent [&::-webkit-details-marker]:hidden">
        <span
          aria-hidden="true"
          class="transition-transform group-open:rotate-90 motion-reduce:transition-none rtl:-scale-x-100"
        >
          ▸
        </span>
        {title}
        {of && <span class="sr-only">: {of}</span>}
      </summary>
      <div class="mt-3">{children}</div>
    </details>
  );
}
