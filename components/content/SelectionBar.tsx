import type { ComponentChildren } from "preact";
import { Button } from "../ui/Button.tsx";

/** The form that the list's ticked rows belong to. */
export const SELECTION = "selection";
export const TICKED = "content_id_list";

const ACTS = [
  ["all_public", "Make public", "plain"],
  ["all_private", "Make private", "plain"],
  ["export", "Export", "plain"],
  ["delete_all", "Delete", "danger"],
] as const;

type Props = {
  /** Ticks all rows, and says how many are ticked. */
  ticks: ComponentChildren;
};

/** Actions on the ticked rows; shown once one is ticked. */
export function SelectionBar({ ticks }: Props) {
  return (
    <div class="selection-bar mb-1 flex min-h-10 flex-wrap items-center justify-between gap-x-4 gap-y-2">
      {ticks}
      <form
        id={SELECTION}
        method="post"
        class="hidden flex-wrap gap-2 group-has-[[data-tick]:checked]/list:flex"
      >
        {ACTS.map(([action, label, look]) => (
          <Button
            key={action}
            look={look}
            size="sm"
            name="action"
            value={action}
          >
            {label}
          </Button>
        ))}
      </form>
    </div>
  );
}
