import {
  ContentFields,
  textField,
} from "../../../components/content/ContentForm.tsx";
import { DashboardPage } from "../../../components/dashboard/DashboardPage.tsx";
import { formOf, FormProblem } from "../../../components/ui/FormProblem.tsx";
import { ActionButton } from "../../../components/ui/ActionForm.tsx";
import { Button, buttonLook } from "../../../components/ui/Button.tsx";
import { BackLink } from "../../../components/ui/BackLink.tsx";
import { Card } from "../../../components/ui/Card.tsx";
import { Disclosure } from "../../../components/ui/Disclosure.tsx";
import { DraftCard } from "../../../components/content/DraftCard.tsx";
import { ItemText } from "../../../components/content/ItemText.tsx";
import { Passages } from "../../../components/content/Passages.tsx";
import { Versions } from "../../../components/content/Versions.tsx";
import { ForeseenQuestions } from "../../../components/content/ForeseenQuestions.tsx";
import { SaveBar } from "../../../components/ui/SaveBar.tsx";
import { TryQuestion } from "../../../components/content/TryQuestion.tsx";
import MarkdownEditor from "../../../islands/MarkdownEditor.tsx";
import { cutPassages } from "../../../lib/engine/text/passages.ts";
import { readHistory, readTried } from "../../../lib/pages/content_item.ts";
import { getContent } from "../../../lib/content/listing.ts";
import { MAX_CONTENT_BODY } from "../../../lib/http/contract/body_sizes.ts";
import { itemActions } from "../../../lib/pages/content.ts";
import type {
  ContentChannel,
  ContentView,
} from "../../../lib/schemas/content.ts";
import type { FormState } from "../../../lib/views/form.ts";
import type { MemberCall } from "../../../lib/pages/access.ts";
import type { TwinFrame } from "../../../lib/views/frame.ts";
import { twinPage } from "../../../lib/pages/page.ts";
import { listChannels } from "../../../lib/content/channels.ts";
import { handler, page } from "./$[content_id].ts";

async function load(
  page: MemberCall,
  { twin: { id } }: TwinFrame,
) {
  const { app, actor, params } = page;
  const item = await getContent(app, actor, id, params.content_id);
  // What answers may quote of it.
  const passages = item.status === "draft" ? [] : cutPassages(item.body);
  return {
    item,
    list_path: `/dashboard/content?twin=${id}`,
    passages,
    channels: await listChannels(app, actor, id),
    tried: await readTried(page, item, passages),
    ...await readHistory(page, item),
    // The draft is edited in place of the published text.
    edited: page.url.searchParams.has("draft") && item.draft
      ? { ...item, ...item.draft }
      : null,
  };
}

/** A form encodes a character with up to nine bytes. */
const MAX_ITEM_FORM = MAX_CONTENT_BODY * 9;

export const handlers = handler(twinPage({
  load,
  editor_actions: ({ twin }, { content_id }) =>
    itemActions(twin.id, content_id),
  max_bytes: MAX_ITEM_FORM,
}));

export default page(({ data }) => {
  const { frame, item, list_path, passages, form } = data;
  const item_path = `/dashboard/content/${item.id}?twin=${item.twin_id}`;
  const is_draft = item.status === "draft";
  const can_edit = frame.can_edit;
  const is_public = item.visibility === "public";
  return (
    <DashboardPage
      frame={frame}
      title={item.title}
      note={is_draft
        ? "A draft: it answers nobody yet."
        : is_public
        ? "Public: used to answer visitors."
        : "Private: for you and your team only."}
      action={can_edit && (
        <a class={buttonLook({ look: "hero" })} href="#try">Try a question</a>
      )}
      figure={{
        value: passages.length,
        label: passages.length === 1
          ? "passage an answer may quote"
          : "passages an answer may quote",
      }}
    >
      <p>
        <BackLink href={list_path}>All content</BackLink>
      </p>
      <FormProblem error={form} />
      {can_edit
        ? <ItemTools item_path={item_path} {...data} />
        : <ItemText item={item} />}
    </DashboardPage>
  );
});

type ToolsProps = Awaited<ReturnType<typeof load>> & {
  item_path: string;
  form: FormState | null;
};

/** An editor's actions on an item. */
function ItemTools(props: ToolsProps) {
  const { item, item_path, edited, channels, passages, tried, form } = props;
  const { versions, changes, shown } = props;
  const update = formOf(form, "update") ?? formOf(form, "save_draft");
  return (
    <>
      <DraftCard
        item={item}
        changes={changes}
        edit_path={`${item_path}&draft`}
      />
      <EditForm
        item={item}
        edited={edited}
        channels={channels}
        form={update}
      />
      {item.kind === "text" && (
        <Card title="Questions it answers">
          <ForeseenQuestions
            item={item}
            form={formOf(form, "questions")}
          />
        </Card>
      )}
      <div id="try">
        <Card title="Try a question">
          <TryQuestion item={item} tried={tried} />
        </Card>
      </div>
      <Passages passages={passages} />
      {versions.length > 0 && (
        <div id="versions">
          <Disclosure
            title={versions.length === 1
              ? "1 earlier version"
              : `${versions.length} earlier versions`}
            open={shown !== null}
          >
            <Versions
              versions={versions}
              shown={shown}
              path={item_path}
              can_edit
            />
          </Disclosure>
        </div>
      )}
      <DeleteItem />
    </>
  );
}

type EditProps = {
  item: ContentView;
  /** The item with its draft if that is being edited. */
  edited: ContentView | null;
  channels: ContentChannel[];
  form: FormState | null;
};

function EditForm({ item, edited, channels, form }: EditProps) {
  return (
    <Card
      title={edited
        ? "The draft"
        : item.draft
        ? "What is published"
        : undefined}
    >
      <form method="post" data-guarded class="space-y-4">
        <ContentFields
          item={edited ?? item}
          channels={channels}
          editor={<MarkdownEditor {...textField(form, edited ?? item)} />}
          form={form}
        />
        <SaveBar form={form}>
          {!edited && <Button name="action" value="update">Save</Button>}
          {item.status !== "draft" && (
            <Button
              look={edited ? "primary" : "plain"}
              name="action"
              value="save_draft"
            >
              {edited
                ? "Save the draft"
                : item.draft
                ? "Replace the waiting draft with this"
                : "Save title and text as a draft"}
            </Button>
          )}
        </SaveBar>
      </form>
    </Card>
  );
}

function DeleteItem() {
  return (
    <Disclosure title="Delete this item">
      <div class="space-y-3">
        <p class="text-sm">
          It is no longer used in answers. Conversations keep what was quoted
          from it. You can bring it back for 7 days, unless more is deleted
          meanwhile than a twin may hold.
        </p>
        <ActionButton does="delete" look="danger">Delete it</ActionButton>
      </div>
    </Disclosure>
  );
}
