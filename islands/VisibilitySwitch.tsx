import { useSignal } from "@preact/signals";
import { Badge } from "../components/ui/Badge.tsx";
import { Toggle } from "../components/ui/Toggle.tsx";
import type { ContentSummaryView } from "../lib/schemas/content.ts";

type Props = {
  item: Pick<
    ContentSummaryView,
    "id" | "twin_id" | "title" | "visibility" | "channels"
  >;
};

/** Switches an item between public and private in place; without scripts a form does it. */
export default function VisibilitySwitch({ item }: Props) {
  const visibility = useSignal(item.visibility);
  const problem = useSignal("");
  const is_public = visibility.value === "public";
  const other = is_public ? "private" : "public";

  const change = async (event: Event) => {
    event.preventDefault();
    const before = visibility.value;
    // Shown at once, and reverted if it fails.
    visibility.value = other;
    problem.value = "";
    const failure = await send(item, other);
    if (failure === null) return;
    visibility.value = before;
    problem.value = failure;
  };

  return (
    <div class="flex flex-wrap items-center justify-end gap-x-4 gap-y-1">
      <span class="flex max-sm:sr-only">
        <Badge look={is_public ? "good" : "plain"}>
          {!is_public ? "Private" : item.channels ? "Public to some" : "Public"}
        </Badge>
      </span>
      <form method="post" onSubmit={change}>
        <input type="hidden" name="content_id" value={item.id} />
        <input type="hidden" name="visibility" value={other} />
        <Toggle
          isOn={is_public}
          label={`Public: ${item.title}`}
          isLabelHidden
          name="action"
          value="visibility"
        />
      </form>
      {problem.value && (
        <p role="alert" class="w-full text-end text-xs text-bad">
          {problem.value}
        </p>
      )}
    </div>
  );
}

/** Null on success, otherwise the message. */
async function send(
  { id, twin_id }: Props["item"],
  visibility: "public" | "private",
): Promise<string | null> {
  try {
    const response = await fetch(`/twins/${twin_id}/content/${id}`, {
      method: "PATCH",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ visibility }),
    });
    if (response.ok) return null;
    const { detail } = await response.json();
    return String(detail);
  } catch {
    return "Not saved: the server cannot be reached. Try again.";
  }
}
