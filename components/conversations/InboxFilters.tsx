import { Search } from "lucide-preact";
import type { Inbox } from "../../lib/views/inbox.ts";
import { Button } from "../ui/Button.tsx";
import { Select } from "../ui/Select.tsx";

const DAYS = [
  ["", "Any time"],
  ["7", "Last 7 days"],
  ["30", "Last 30 days"],
  ["90", "Last 90 days"],
] as const;

/** Which conversations: by words, by time and by the way they came in. A choice applies at once. */
export function InboxFilters({ inbox }: { inbox: Inbox }) {
  const { twin_id, shown, q, days, channel, keys } = inbox;
  return (
    <form
      method="get"
      role="search"
      data-applies
      class="mb-3 flex flex-wrap gap-2 text-sm"
    >
      <input type="hidden" name="twin" value={twin_id} />
      <input type="hidden" name="show" value={shown} />
      <div class="relative min-w-0 flex-1 basis-full">
        <label for="q" class="sr-only">Search first questions</label>
        <Search
          size={16}
          aria-hidden="true"
          class="pointer-events-none absolute inset-y-0 start-3 my-auto text-muted"
        />
        <input
          id="q"
          type="search"
          name="q"
          value={q}
          maxLength={200}
          dir="auto"
          placeholder="Search first questions"
          class="min-h-10 w-full rounded-lg border border-control-line bg-raised ps-9 pe-3 text-base text-ink shadow-xs sm:text-sm"
        />
      </div>
      <Select
        label="When"
        name="days"
        isLabelHidden
        value={days}
        options={DAYS}
      />
      {keys.length > 0 && (
        <Select
          label="Channel"
          name="channel"
          isLabelHidden
          value={channel}
          options={[["", "All channels"], ["link", "Share link"], ...keys]}
        />
      )}
      <noscript>
        <Button look="plain">Show</Button>
      </noscript>
    </form>
  );
}
