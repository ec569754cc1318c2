import { Trash2 } from "lucide-preact";
import type { ContentSummaryView } from "../../lib/schemas/content.ts";
import { Badge } from "../ui/Badge.tsx";
import { Time } from "../ui/Time.tsx";
import { Toggle } from "../ui/Toggle.tsx";

type Props = { item: ContentSummaryView; can_edit: boolean; now: number };

const COUNT = new Intl.NumberFormat("en");

/** One item of the list, with the switch between public and private in plain sight. */
export function ContentRow({ item, can_edit, now }: Props) {
  const is_public = item.visibility === "public";
  return (
    <li class="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <div class="min-w-0 flex-1 basis-56">
        <a
          dir="auto"
          class="block truncate font-medium text-accent underline"
          href={`/dashboard/content/${item.id}?twin=${item.twin_id}`}
        >
          {item.title}
        </a>
        <p class="text-xs text-muted">
          {COUNT.format(item.characters)} characters, changed{" "}
          <Time at={item.updated_at} now={now} />
        </p>
      </div>
      <Badge look={is_public ? "good" : "plain"}>
        {!is_public ? "Private" : item.channels ? "Public to some" : "Public"}
      </Badge>
      {can_edit && (
        <>
          <form method="post">
            <input type="hidden" name="content_id" value={item.id} />
            <input
              type="hidden"
              name="visibility"
              value={is_public ? "private" : "public"}
            />
            <Toggle
              isOn={is_public}
              label={`Public: ${item.title}`}
              isLabelHidden
              name="action"
              value="visibility"
            />
          </form>
          <form method="post">
            <input type="hidden" name="content_id" value={item.id} />
            <button
              type="submit"
              name="action"
              value="delete"
              aria-label={`Delete ${item.title}`}
              title="Delete; you can undo it"
              class="grid size-8 place-items-center rounded-lg text-muted transition hover:bg-bad-soft hover:text-bad"
            >
              <Trash2 size={16} />
            </button>
          </form>
        </>
      )}
    </li>
  );
}
