import { FileText, Globe, MessageCircleQuestion, Trash2 } from "lucide-preact";
import type { ComponentChildren } from "preact";
import type { ContentSummaryView } from "../../lib/schemas/content.ts";
import { Badge } from "../ui/Badge.tsx";
import { Time } from "../ui/Time.tsx";
import { SELECTION, TICKED } from "./SelectionBar.tsx";
import { formatCount } from "../ui/numbers.ts";

type Props = {
  item: ContentSummaryView;
  /** Switches an item between public and private; null for viewers. */
  visibility: ComponentChildren;
  /** Its first line. */
  first_line?: string;
  /** How often it was quoted in the last 30 days. */
  quoted: number;
  now: number;
};

const KINDS = {
  pair: [MessageCircleQuestion, "Question and answer"],
  page: [Globe, "Web page"],
  text: [FileText, "Text"],
} as const;

/** One item of the list, with its switch between public and private. */
export function ContentRow(
  { item, visibility, first_line, quoted, now }: Props,
) {
  return (
    <li class="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
      {visibility && (
        <input
          type="checkbox"
          form={SELECTION}
          name={TICKED}
          value={item.id}
          data-tick
          aria-label={`Select ${item.title}`}
          class="size-4 shrink-0 accent-accent"
        />
      )}
      <ItemSummary {...{ item, first_line, quoted, now }} />
      {visibility
        ? (
          <>
            {item.status !== "draft" && visibility}
            <Delete item={item} />
          </>
        )
        : (
          <Badge look={item.visibility === "public" ? "good" : "plain"}>
            {item.visibility === "public" ? "Public" : "Private"}
          </Badge>
        )}
    </li>
  );
}

function ItemSummary(
  { item, first_line, quoted, now }: Omit<Props, "visibility">,
) {
  const { id, twin_id, title, kind, status, source_url, characters } = item;
  const [Icon, what] =
    KINDS[kind === "pair" ? kind : source_url ? "page" : "text"];
  return (
    <div class="flex min-w-0 flex-1 basis-32 items-center gap-3">
      <Icon size={16} aria-label={what} class="shrink-0 text-muted" />
      <div class="min-w-0">
        <div class="flex items-baseline gap-2">
          <a
            dir="auto"
            class="line-clamp-2 min-w-0 font-medium wrap-anywhere sm:line-clamp-1 md:max-w-[60%] md:shrink-0 text-ink hover:text-accent hover:underline"
            href={`/dashboard/content/${id}?twin=${twin_id}`}
            title={title}
          >
            {title}
          </a>
          {first_line && (
            <span
              dir="auto"
              class="hidden min-w-0 truncate text-sm text-muted md:block"
            >
              {first_line}
            </span>
          )}
        </div>
        <p class="truncate text-xs text-muted">
          {status !== "published" && (
            <>
              <span class="font-medium text-warn">
                {status === "draft" ? "Draft" : "Draft waits"}
              </span>{" "}
              ·{" "}
            </>
          )}
          {source_url && <bdi>{hostOf(source_url)} ·</bdi>}{" "}
          {quoted > 0 && <>quoted {formatCount(quoted)} × in 30 days ·{" "}</>}
          <Time at={item.updated_at} now={now} /> · {formatCount(characters)}
          {" "}
          characters
        </p>
      </div>
    </div>
  );
}

function hostOf(address: string): string {
  return URL.parse(address)?.host.replace(/^www\./, "") ?? address;
}

function Delete({ item }: Pick<Props, "item">) {
  return (
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
  );
}
