import type { Inbox } from "../../lib/views/inbox.ts";
import { Button } from "../ui/Button.tsx";
import { SearchField } from "../ui/SearchField.tsx";
import { Select } from "../ui/Select.tsx";

const DAYS = [
  ["", "Any time"],
  ["7", "Last 7 days"],
  ["30", "Last 30 days"],
  ["90", "Last 90 days"],
] as const;

/** Filters conversations by words, time and channel. A choice applies at once. */
export function InboxFilters({ inbox }: { inbox: Inbox }) {
  const { twin_id, shown, q, days, channel, keys } = inbox;
  return (
    <form
      method="get"
      role="search"
      data-applies
      class="mb-3 grid grid-cols-2 gap-2 text-sm"
    >
      <input type="hidden" name="twin" value={twin_id} />
      <input type="hidden" name="show" value={shown} />
      <SearchField
        label="Search what was said"
        placeholder="Search what was said"
        value={q}
        class="col-span-2 min-w-0"
        width="w-full"
      />
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
