import { FileText } from "lucide-preact";
import { ContentFields, textField } from "../../../components/ContentForm.tsx";
import { ContentRow } from "../../../components/ContentRow.tsx";
import { DashboardPage } from "../../../components/DashboardPage.tsx";
import { FormProblem } from "../../../components/FormProblem.tsx";
import { ImportedFiles, ImportForm } from "../../../components/ImportForm.tsx";
import { Button } from "../../../components/ui/Button.tsx";
import { Card } from "../../../components/ui/Card.tsx";
import { EmptyState } from "../../../components/ui/EmptyState.tsx";
import { Modal, ModalButton } from "../../../components/ui/Modal.tsx";
import { Notice } from "../../../components/ui/Notice.tsx";
import { Pages } from "../../../components/ui/Pages.tsx";
import MarkdownEditor from "../../../islands/MarkdownEditor.tsx";
import { countContent, COUNTED_MAX } from "../../../lib/overview.ts";
import { listContent } from "../../../lib/content.ts";
import { safeId } from "../../../lib/http/endpoint.ts";
import { MAX_IMPORT_BODY, parse } from "../../../lib/http/body.ts";
import {
  contentActions,
  type Imported,
} from "../../../lib/http/content_actions.ts";
import { type Frame, loadTwinFrame } from "../../../lib/http/dashboard.ts";
import {
  type FormError,
  type MemberCall,
  memberPage,
  runAction,
} from "../../../lib/http/page.ts";
import { type List, listQuery } from "../../../lib/schemas/common.ts";
import type { ContentSummary } from "../../../lib/schemas/content.ts";
import { handler, page } from "./$index.ts";

type Data = {
  frame: Frame;
  items: List<ContentSummary>;
  twin_id: string;
  cursor: string;
  question: string;
  /** The id of the question that the new item answers. */
  answers: string;
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
    answers: error?.values.answers_id ??
      safeId(url.searchParams.get("answers") ?? ""),
    question: (url.searchParams.get("question") ?? "").slice(0, 200),
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
  POST: memberPage<Data>(async (page) => {
    const frame = await loadTwinFrame(page);
    const { result, error } = await runAction(
      page,
      contentActions(frame.twin.id),
      MAX_IMPORT_BODY,
    );
    return {
      data: await load(page, frame, result, error),
      status: error?.status,
      headers: error?.headers,
    };
  }),
});

export default page(({ data }) => {
  const { frame, items, twin_id, cursor, question, now, done, error } = data;
  const is_owner = frame.me.user.role === "owner";
  // What is added stands on the first page, and a question that was answered is done with.
  const first_page = `/dashboard/content?twin=${twin_id}`;
  // The add form shows what was typed into it, not what another form of this page sent.
  const add_error = error?.values.body === undefined ? null : error;
  return (
    <DashboardPage
      frame={frame}
      title="Content"
      lead="What your twin may answer from. Visitors are answered from public items only."
      action={is_owner && (
        <>
          <ModalButton opens="add" look="hero">Add content</ModalButton>
          <ModalButton
            opens="import"
            look="quiet"
            class="text-white hover:bg-white/10 hover:text-white"
          >
            Add files
          </ModalButton>
        </>
      )}
      figure={data.figure}
    >
      <FormProblem error={error} />
      {done && <Notice look="warn">{done.text}</Notice>}
      {is_owner && (
        <>
          <Modal
            id="add"
            title={question ? "Answer this question" : "Add content"}
            open={question !== "" || add_error !== null}
            wide
          >
            <form method="post" action={first_page} class="space-y-4">
              <input type="hidden" name="answers_id" value={data.answers} />
              <ContentFields
                question={question}
                editor={<MarkdownEditor {...textField(add_error)} />}
                error={add_error}
              />
              <Button name="action" value="create">Save</Button>
            </form>
          </Modal>
          <Modal id="import" title="Add files" open={done !== null}>
            {done && <ImportedFiles files={done.files} />}
            <ImportForm action={first_page} />
          </Modal>
        </>
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
