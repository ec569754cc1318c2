import {
  FileText,
  HeartPulse,
  MessageCircleQuestionMark,
  Rss,
} from "lucide-preact";
import { AddContent } from "../../../components/content/AddContent.tsx";
import { textField } from "../../../components/content/ContentForm.tsx";
import {
  addressOf,
  ContentFilters,
} from "../../../components/content/ContentFilters.tsx";
import { TICKED } from "../../../components/content/SelectionBar.tsx";
import { ContentList } from "../../../components/content/ContentList.tsx";
import { WaitingIntakes } from "../../../components/content/WaitingIntakes.tsx";
import { DashboardPage } from "../../../components/dashboard/DashboardPage.tsx";
import { buttonLook } from "../../../components/ui/Button.tsx";
import { formOf, FormProblem } from "../../../components/ui/FormProblem.tsx";
import { Card } from "../../../components/ui/Card.tsx";
import { EmptyState } from "../../../components/ui/EmptyState.tsx";
import { ModalButton } from "../../../components/ui/Modal.tsx";
import { Pages } from "../../../components/ui/Pages.tsx";
import { formatCount } from "../../../components/ui/numbers.ts";
import ImportFiles from "../../../islands/ImportFiles.tsx";
import TickedRows from "../../../islands/TickedRows.tsx";
import VisibilitySwitch from "../../../islands/VisibilitySwitch.tsx";
import MarkdownEditor from "../../../islands/MarkdownEditor.tsx";
import {
  countContent,
  COUNTED_MAX,
  OVERVIEW_DAYS,
} from "../../../lib/figures/overview.ts";
import { readFirstLines } from "../../../lib/content/first_lines.ts";
import { findContent } from "../../../lib/content/search.ts";
import { parse } from "../../../lib/http/body.ts";
import { MAX_IMPORT_BODY } from "../../../lib/http/contract/body_sizes.ts";
import type { MemberCall } from "../../../lib/pages/access.ts";
import { contentActions } from "../../../lib/pages/content.ts";
import { listWaiting } from "../../../lib/pages/intake.ts";
import type { TwinFrame } from "../../../lib/views/frame.ts";
import { twinPage } from "../../../lib/pages/page.ts";
import { READABLE } from "../../../lib/imports/kinds.ts";
import { contentQuery } from "../../../lib/schemas/content.ts";
import { listChannels } from "../../../lib/content/channels.ts";
import { handler, page } from "./$index.ts";

async function load({ app, actor, url }: MemberCall, { twin }: TwinFrame) {
  const cursor = url.searchParams.get("cursor") ?? "";
  const asked = Object.keys(contentQuery.shape).map((name) => [
    name,
    url.searchParams.get(name) || undefined,
  ]);
  const query = parse(contentQuery, {
    ...Object.fromEntries(asked),
    limit: 50,
  });
  const now = app.clock.now();
  const [counts, items, quoted, channels, waiting] = await Promise.all([
    countContent(app, actor, twin.id),
    findContent(app, actor, twin.id, query),
    app.quotes.count(app.kv, twin.id, OVERVIEW_DAYS, now),
    listChannels(app, actor, twin.id),
    listWaiting(app, actor, twin.id),
  ]);
  const first_lines = await readFirstLines(app.kv, twin.id, items.items);
  const total = counts.public_items + counts.private_items;
  const figure = figureOf(counts);
  // The first search of a large twin would otherwise wait for all of its texts.
  if (total >= COUNTED_MAX) app.content_lists.prepareSearch(app.kv, twin.id);
  return {
    ...{ items, first_lines, quoted, query, cursor, total, channels, waiting },
    ...{ figure, now },
  };
}

/** How many items are public; counted up to 1,000. */
function figureOf(
  { public_items, private_items }: Awaited<ReturnType<typeof countContent>>,
) {
  const total = public_items + private_items;
  if (total === 0) return { value: 0, label: "items yet" };
  return total >= COUNTED_MAX
    ? { value: `${formatCount(COUNTED_MAX)}+`, label: "items" }
    : { value: `${public_items} of ${total}`, label: "items are public" };
}

export const handlers = handler(twinPage({
  load,
  editor_actions: ({ twin }) => contentActions(twin.id),
  max_bytes: MAX_IMPORT_BODY,
}));

export default page(({ data }) => {
  const { frame, now, result, form } = data;
  const twin_id = frame.twin.id;
  const can_edit = frame.can_edit;
  // New items appear on the first page.
  const first_page = `/dashboard/content?twin=${twin_id}`;
  return (
    <DashboardPage
      frame={frame}
      title="Content"
      lead="What your twin answers from. For visitors it uses public items only."
      action={can_edit && (
        <ModalButton opens="add" look="hero">Add content</ModalButton>
      )}
      figure={data.figure}
    >
      <FormProblem error={form} />
      {can_edit && (
        <AddContent
          action={first_page}
          twin_id={twin_id}
          channels={data.channels}
          editor={
            <MarkdownEditor
              {...textField(formOf(form, "create", "preview"))}
            />
          }
          files_form={
            <ImportFiles
              action={first_page}
              accept={READABLE}
            />
          }
          form={form}
          preview={result}
        />
      )}
      {can_edit && (
        <WaitingIntakes waiting={data.waiting} twin_id={twin_id} now={now} />
      )}
      <FurtherPages twin_id={twin_id} />
      <Items {...data} />
    </DashboardPage>
  );
});

function Items(
  { frame, items, total, query, cursor, first_lines, quoted, now }:
    & Awaited<ReturnType<typeof load>>
    & { frame: TwinFrame },
) {
  const { can_edit, twin: { id: twin_id } } = frame;
  return (
    <Card title="Items">
      {total > 0 && <ContentFilters twin_id={twin_id} query={query} />}
      {total === 0 ? <NoItems can_edit={can_edit} /> : (
        <ContentList
          all_path={`?twin=${twin_id}`}
          items={items.items}
          tools={can_edit
            ? {
              ticks: <TickedRows name={TICKED} />,
              switchOf: (item) => <VisibilitySwitch item={item} />,
            }
            : null}
          {...{ first_lines, quoted, now }}
        />
      )}
      {items.items.length > 0 && (
        <p class="mt-4 text-sm">
          <a
            class="text-accent underline"
            href={`/twins/${twin_id}/content/export`}
            download="content.json"
          >
            Export all content as one file
          </a>
        </p>
      )}
      <Pages
        of="items"
        query={Object.fromEntries(addressOf(twin_id, query))}
        cursor={cursor}
        next_cursor={items.next_cursor}
      />
    </Card>
  );
}

function NoItems({ can_edit }: { can_edit: boolean }) {
  return (
    <EmptyState
      title="Nothing here yet"
      icon={<FileText size={22} strokeWidth={1.75} />}
      action={can_edit && (
        <ModalButton opens="add" look="primary">
          Add content
        </ModalButton>
      )}
    >
      {can_edit
        ? "Start with the question people ask you most often, and how you answer it."
        : "An owner of this team can add the first item."}
    </EmptyState>
  );
}

/** Links to other pages about the content. */
function FurtherPages({ twin_id }: { twin_id: string }) {
  return (
    <p class="flex flex-wrap gap-2">
      <a
        class={buttonLook({ look: "plain", size: "sm" })}
        href={`/dashboard/content/first-questions?twin=${twin_id}`}
      >
        <MessageCircleQuestionMark size={16} class="text-accent" />{" "}
        First questions
        <span class="font-normal text-muted max-sm:sr-only">
          what strangers ask, and what it says
        </span>
      </a>
      <a
        class={buttonLook({ look: "plain", size: "sm" })}
        href={`/dashboard/content/health?twin=${twin_id}`}
      >
        <HeartPulse size={16} class="text-accent" /> Health
        <span class="font-normal text-muted max-sm:sr-only">
          contradictions, past dates, gaps
        </span>
      </a>
      <a
        class={buttonLook({ look: "plain", size: "sm" })}
        href={`/dashboard/content/sources?twin=${twin_id}`}
      >
        <Rss size={16} class="text-accent" /> Sources
        <span class="font-normal text-muted max-sm:sr-only">
          sites and feeds that are read for you
        </span>
      </a>
    </p>
  );
}
