import { FileText } from "lucide-preact";
import { AddContent, refusedWay } from "../../../components/AddContent.tsx";
import { textField } from "../../../components/ContentForm.tsx";
import { ContentRow } from "../../../components/ContentRow.tsx";
import { DashboardPage } from "../../../components/DashboardPage.tsx";
import { FormProblem } from "../../../components/FormProblem.tsx";
import { Card } from "../../../components/ui/Card.tsx";
import { EmptyState } from "../../../components/ui/EmptyState.tsx";
import { ModalButton } from "../../../components/ui/Modal.tsx";
import { Notice } from "../../../components/ui/Notice.tsx";
import { Pages } from "../../../components/ui/Pages.tsx";
import ImportFiles from "../../../islands/ImportFiles.tsx";
import SiteProgress from "../../../islands/SiteProgress.tsx";
import { findSiteImport } from "../../../lib/content/site_import.ts";
import type { SiteImportView } from "../../../lib/schemas/site_import.ts";
import MarkdownEditor from "../../../islands/MarkdownEditor.tsx";
import { countContent, COUNTED_MAX } from "../../../lib/figures/overview.ts";
import { listContent } from "../../../lib/content/content.ts";
import { parse } from "../../../lib/http/body.ts";
import { MAX_IMPORT_BODY } from "../../../lib/http/contract/body_sizes.ts";
import { contentActions, type Imported } from "../../../lib/pages/content.ts";
import { type Frame, loadTwinFrame } from "../../../lib/pages/thrown.ts";
import {
  type FormError,
  type MemberCall,
  memberPage,
  ownerForm,
  runAction,
} from "../../../lib/pages/thrown.ts";
import { READABLE } from "../../../lib/imports/kinds.ts";
import { type List, listQuery } from "../../../lib/schemas/common.ts";
import { listChannels } from "../../../lib/content/channels.ts";
import type {
  ContentChannel,
  ContentSummaryView,
} from "../../../lib/schemas/content.ts";
import { handler, page } from "./$index.ts";

type Data = {
  frame: Frame;
  items: List<ContentSummaryView>;
  twin_id: string;
  cursor: string;
  channels: ContentChannel[];
  site: SiteImportView | null;
  figure: { value: string; label: string };
  now: number;
  done: Imported | null;
  error: FormError | null;
};

async function load(
  page: MemberCall,
  frame: Awaited<ReturnType<typeof loadTwinFrame>>,
  done: Imported | null,
  error: FormError | null,
): Promise<Data> {
  const { app, actor, url } = page;
  const cursor = url.searchParams.get("cursor") ?? "";
  const { public_items, private_items } = await countContent(
    app,
    actor,
    frame.twin.id,
  );
  const more = public_items + private_items >= COUNTED_MAX ? "+" : "";
  const query = parse(listQuery, { limit: 50, cursor: cursor || undefined });
  return {
    frame,
    twin_id: frame.twin.id,
    items: await listContent(app, actor, frame.twin.id, query),
    cursor,
    channels: await listChannels(app, actor, frame.twin.id),
    site: await findSiteImport(app, actor, frame.twin.id),
    figure: {
      value: `${public_items} of ${public_items + private_items}${more}`,
      label: "items are public",
    },
    now: app.clock.now(),
    done,
    error,
  };
}

export const handlers = handler({
  GET: memberPage<Data>(async (page) => ({
    data: await load(page, await loadTwinFrame(page), null, null),
  })),
  POST: ownerForm<Data>(async (page) => {
    const frame = await loadTwinFrame(page);
    const actions = contentActions(frame.twin.id);
    const { result, error } = await runAction(page, actions);
    return {
      data: await load(page, frame, result, error),
      status: error?.status,
      headers: error?.headers,
    };
  }, MAX_IMPORT_BODY),
});

export default page(({ data }) => {
  const { frame, items, twin_id, cursor, now, done, error } = data;
  const is_owner = frame.me.user.role === "owner";
  // What is added stands on the first page.
  const first_page = `/dashboard/content?twin=${twin_id}`;
  return (
    <DashboardPage
      frame={frame}
      title="Content"
      lead="What your twin may answer from. Visitors are answered from public items only."
      action={is_owner && (
        <ModalButton opens="add" look="hero">Add content</ModalButton>
      )}
      figure={data.figure}
    >
      <FormProblem error={error} />
      {done && <Notice look="warn">{done.text}</Notice>}
      {is_owner && (
        <AddContent
          action={first_page}
          channels={data.channels}
          editor={<MarkdownEditor {...textField(refusedWay(error, "text"))} />}
          files_form={
            <ImportFiles
              twin_id={twin_id}
              action={first_page}
              accept={READABLE}
            />
          }
          error={error}
          files={done?.files ?? null}
        />
      )}
      {data.site && (
        <SiteProgress
          site={data.site}
          twin_id={twin_id}
          is_owner={is_owner}
          list_path={first_page}
        />
      )}
      <Card title="Items">
        {items.items.length === 0
          ? (
            <EmptyState
              title="Nothing here yet"
              icon={<FileText size={22} strokeWidth={1.75} />}
              action={is_owner && (
                <ModalButton opens="add" look="primary">
                  Add content
                </ModalButton>
              )}
            >
              {is_owner
                ? "Begin with the question people ask you most often, and how you answer it."
                : "An owner of this team can add the first item."}
            </EmptyState>
          )
          : (
            <ul class="divide-y divide-line">
              {items.items.map((item) => (
                <ContentRow
                  key={item.id}
                  item={item}
                  is_owner={is_owner}
                  now={now}
                />
              ))}
            </ul>
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
          query={{ twin: twin_id }}
          cursor={cursor}
          next_cursor={items.next_cursor}
        />
      </Card>
    </DashboardPage>
  );
});
