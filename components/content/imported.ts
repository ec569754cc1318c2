import type { ImportResultView } from "../../lib/schemas/content.ts";

type ImportedFile = ImportResultView["files"][number];

/** Parts left out that are named one by one. */
const MOST = 20;

/** What there is to tell of a file that was read or refused, in sentences; none where it simply became one item. */
export function detailsOf(
  { item, added, restored, left_out = [], problem }: ImportedFile,
): string[] {
  const counts = added ?? (restored && { ...restored, pairs: 0 });
  return [
    ...counts ? [countsOf(counts)] : [],
    ...item?.duplicate_of ? ["You have the same text already."] : [],
    ...left_out.slice(0, MOST).map(({ what, why }) =>
      `Left out: ${what}. ${why}`
    ),
    ...left_out.length > MOST
      ? [`${left_out.length - MOST} more parts were left out.`]
      : [],
    ...problem ? [problem.detail] : [],
  ];
}

type Counts = { items: number; pairs: number; duplicates: number };

function countsOf({ items, pairs, duplicates }: Counts): string {
  const said = [
    ...items > 0 || pairs === 0 ? [`${items} ${plural(items, "item")}`] : [],
    ...pairs > 0 ? [`${pairs} ${plural(pairs, "question")} with answers`] : [],
  ];
  const already = duplicates > 0 ? `, ${duplicates} were there already` : "";
  return `${said.join(" and ")} added${already}.`;
}

function plural(n: number, noun: string): string {
  return n === 1 ? noun : `${noun}s`;
}
