import type { ComponentChildren } from "preact";
import type { ContentSummaryView } from "../../lib/schemas/content.ts";
import { ContentRow } from "./ContentRow.tsx";
import { SelectionBar } from "./SelectionBar.tsx";

type Props = {
  items: ContentSummaryView[];
  /** For editors: the box that ticks all rows, and each row's switch. */
  tools: {
    ticks: ComponentChildren;
    switchOf: (item: ContentSummaryView) => ComponentChildren;
  } | null;
  /** The first line of each item, if it says more than its title. */
  first_lines: ReadonlyMap<string, string>;
  /** How often each item was quoted in the last 30 days. */
  quoted: ReadonlyMap<string, number>;
  now: number;
  /** The unfiltered list. */
  all_path: string;
};

/** The items found, one per row; editors can tick them. */
export function ContentList(
  { items, tools, first_lines, quoted, now, all_path }: Props,
) {
  if (items.length === 0) {
    return (
      <p class="py-8 text-center text-sm text-muted">
        Nothing matches. Try other words, or{" "}
        <a class="text-accent underline" href={all_path}>show all items</a>.
      </p>
    );
  }
  return (
    <div class="group/list mt-3">
      {tools && <SelectionBar ticks={tools.ticks} />}
      <ul class="divide-y divide-line">
        {items.map((item) => (
          <ContentRow
            key={item.id}
            item={item}
            visibility={tools?.switchOf(item)}
            first_line={first_lines.get(item.id)}
            quoted={quoted.get(item.id) ?? 0}
            now={now}
          />
        ))}
      </ul>
    </div>
  );
}
