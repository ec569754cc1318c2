import type { ComponentChildren } from "preact";
import type { FormState } from "../../lib/views/form.ts";
import type { ContentChannel } from "../../lib/schemas/content.ts";
import type { SourcePreviewView } from "../../lib/schemas/source.ts";
import type { WrittenPreview } from "../../lib/views/content.ts";
import { ContentFields } from "./ContentForm.tsx";
import { formOf } from "../ui/FormProblem.tsx";
import {
  PageFields,
  PairFields,
  PasteFields,
  SourceFields,
} from "./AddFields.tsx";
import { Button } from "../ui/Button.tsx";
import { Modal } from "../ui/Modal.tsx";
import { Tabs } from "../ui/Tabs.tsx";
import { SourcePreviewNotice } from "./SourcePreviewNotice.tsx";
import { WrittenPreviewNotice } from "./WrittenPreviewNotice.tsx";

type Props = {
  /** The address its forms are sent to. */
  action: string;
  twin_id: string;
  channels: ContentChannel[];
  /** The text field, as `textField` returns it for the tab "text". */
  editor: ComponentChildren;
  /** The form for files. */
  files_form: ComponentChildren;
  form: FormState | null;
  /** Preview of a written text or a site that is not saved yet. */
  preview: WrittenPreview | SourcePreviewView | null;
};

/** The form actions of each tab. */
const DOES: Record<string, string[]> = {
  text: ["create", "preview"],
  pair: ["create_pair", "preview_pair"],
  files: ["import"],
  paste: ["paste"],
  page: ["import_page"],
  source: ["add_source", "preview_source"],
};

/** The ways to add content: writing, a question with its answer, pasting, files, a web page. */
export function AddContent(props: Props) {
  const sent = Object.keys(DOES)
    .find((way) => DOES[way].includes(props.form?.action ?? ""));
  return (
    <Modal
      id="add"
      title="Add content"
      open={sent !== undefined}
      wide
    >
      <Tabs
        label="How to add it"
        name="way"
        chosen={sent ?? "text"}
        tabs={tabsOf(props, sent)}
      />
    </Modal>
  );
}

/**
 * One tab per way; `sent` is the one whose form was sent.
 * One function: it is their list.
 */
function tabsOf(
  { action, twin_id, channels, editor, files_form, form, preview }: Props,
  sent: string | undefined,
) {
  const of = (way: string) => formOf(form, ...DOES[way]);
  const shown = (way: string) =>
    preview && sent === way && "passages" in preview &&
    <WrittenPreviewNotice preview={preview} twin_id={twin_id} />;
  return [
    {
      id: "text",
      label: "Write",
      content: (
        <AddForm does={DOES.text} action={action} button="Save">
          <ContentFields
            channels={channels}
            editor={editor}
            form={of("text")}
          />
          {shown("text")}
        </AddForm>
      ),
    },
    {
      id: "pair",
      label: "Question and answer",
      content: (
        <AddForm does={DOES.pair} action={action} button="Save">
          <PairFields form={of("pair")} />
          {shown("pair")}
        </AddForm>
      ),
    },
    {
      id: "files",
      label: "Files",
      content: files_form,
    },
    {
      id: "paste",
      label: "Paste",
      content: (
        <AddForm does={DOES.paste} action={action} button="Look through">
          <PasteFields form={of("paste")} />
        </AddForm>
      ),
    },
    {
      id: "page",
      label: "Web page",
      content: (
        <AddForm does={DOES.page} action={action} button="Read this page">
          <PageFields form={of("page")} />
        </AddForm>
      ),
    },
    {
      id: "source",
      label: "Site or feed",
      content: (
        <AddForm does={DOES.source} action={action} button="Read it">
          <SourceFields form={of("source")} />
          {preview && sent === "source" && "pages" in preview &&
            <SourcePreviewNotice preview={preview} />}
        </AddForm>
      ),
    },
  ];
}

type AddFormProps = {
  /** The actions of its button and of its preview. */
  does: string[];
  action: string;
  button: string;
  children: ComponentChildren;
};

function AddForm({ does, action, button, children }: AddFormProps) {
  return (
    <form method="post" action={action} class="space-y-4">
      {children}
      <div class="flex flex-wrap gap-3">
        <Button name="action" value={does[0]}>{button}</Button>
        {does[1] && (
          <Button name="action" value={does[1]} look="plain">Preview</Button>
        )}
      </div>
    </form>
  );
}
