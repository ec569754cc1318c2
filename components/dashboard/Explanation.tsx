import { X } from "lucide-preact";
import type { Frame } from "../../lib/views/frame.ts";

type Props = { frame: Frame; children: string };

/** What a page is for, until the reader dismisses it; the browser remembers that. */
export function Explanation(
  { frame: { look, page_name: name, here }, children }: Props,
) {
  if (look.told.includes(name)) return null;
  return (
    <form
      method="post"
      action="/dashboard/theme"
      class="flex items-start gap-2 ps-1 text-sm text-muted"
    >
      <input type="hidden" name="next" value={here} />
      <p dir="auto" class="max-w-prose min-w-0 py-1 wrap-anywhere">
        {children}
      </p>
      <button
        type="submit"
        name="told"
        value={name}
        aria-label="Do not show this again"
        title="Got it"
        class="grid size-7 shrink-0 place-items-center rounded-md transition hover:bg-hover hover:text-ink"
      >
        <X size={14} />
      </button>
    </form>
  );
}
