import type { ContentQuery } from "../../lib/schemas/content.ts";
import { Button } from "../ui/Button.tsx";
import { SearchField } from "../ui/SearchField.tsx";
import { Select } from "../ui/Select.tsx";
import { TabLinks } from "../ui/Tabs.tsx";

type Shown = Pick<ContentQuery, "visibility" | "kind" | "status" | "only">;

const SHOWN: [label: string, shown: Shown][] = [
  ["All", {}],
  ["Public", { visibility: "public" }],
  ["Private", { visibility: "private" }],
  ["Questions", { kind: "pair" }],
  ["Web pages", { kind: "page" }],
  ["Changed", { status: "changed" }],
  ["Drafts", { status: "draft" }],
  ["Stale", { only: "stale" }],
  ["Never used", { only: "unquoted" }],
];

const SORTS = [
  ["newest", "Newest first"],
  ["changed", "Last changed"],
  ["title", "By title"],
  ["longest", "Longest first"],
] as const satisfies readonly (readonly [ContentQuery["sort"], string])[];

type Props = { twin_id: string; query: ContentQuery };

/** Filter and order of the list; both are in the address, so it can be bookmarked. */
export function ContentFilters({ twin_id, query }: Props) {
  const { q = "", visibility, kind, status, only, sort } = query;
  return (
    <div class="flex flex-wrap items-end justify-between gap-3">
      <TabLinks
        label="Which items"
        links={SHOWN.map(([label, shown]) => ({
          href: `?${addressOf(twin_id, { q, sort, ...shown })}`,
          label,
          isCurrent: shown.visibility === visibility &&
            shown.kind === kind && shown.status === status &&
            shown.only === only,
        }))}
      />
      <form
        method="get"
        class="flex flex-wrap items-end gap-2"
        role="search"
        data-applies
      >
        <input type="hidden" name="twin" value={twin_id} />
        {visibility && (
          <input type="hidden" name="visibility" value={visibility} />
        )}
        {kind && <input type="hidden" name="kind" value={kind} />}
        {status && <input type="hidden" name="status" value={status} />}
        {only && <input type="hidden" name="only" value={only} />}
        <SearchField
          label="Search the content"
          placeholder="Search titles and texts"
          value={q}
          class="max-sm:w-full"
          width="w-full sm:w-56"
        />
        <Select
          label="Order"
          name="sort"
          isLabelHidden
          value={sort}
          options={SORTS}
        />
        <noscript>
          <Button look="plain">Show</Button>
        </noscript>
      </form>
    </div>
  );
}

/** The query string for the filter. */
export function addressOf(
  twin_id: string,
  { q, visibility, kind, status, only, sort }: Omit<
    ContentQuery,
    "limit" | "cursor"
  >,
): URLSearchParams {
  return new URLSearchParams({
    twin: twin_id,
    ...(q ? { q } : {}),
    ...(visibility ? { visibility } : {}),
    ...(kind ? { kind } : {}),
    ...(status ? { status } : {}),
    ...(only ? { only } : {}),
    ...(sort === "newest" ? {} : { sort }),
  });
}
