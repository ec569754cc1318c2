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
  /** Where its forms go. */
  action: string;
  twin_id: string;
  channels: ContentChannel[];
  /** The field for a text, as `textField` has it for the way "text". */
  editor: ComponentChildren;
  /** The form for files. */
  files_form: ComponentChildren;
  form: FormState | null;
  /** What a text becomes that was written, or what a site holds, where it is not saved yet. */
  preview: WrittenPreview | SourcePreviewView | null;
};

/** The actions of each way's form, by its tab. */
const DOES: Record<string, string[]> = {
  text: ["create", "preview"],
  pair: ["create_pair", "preview_pair"],
  files: ["import"],
  paste: ["paste"],
  page: ["import_page"],
  source: ["add_source", "preview_source"],
};

/** The ways to add content: written here, as a question with its answer, pasted, from files, from a web page. */
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
 * A tab for each way; `sent` is the one whose form was sent.
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
        <Way does={DOES.text} action={action} button="Save">
          <ContentFields
            channels={channels}
            editor={editor}
            form={of("text")}
          />
          {shown("text")}
        </Way>
      ),
    },
    {
      id: "pair",
      label: "Question and answer",
      content: (
        <Way does={DOES.pair} action={action} button="Save">
          <PairFields form={of("pair")} />
          {shown("pair")}
        </Way>
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
        <Way does={DOES.paste} action={action} button="Look through">
          <PasteFields form={of("paste")} />
        </Way>
      ),
    },
    {
      id: "page",
      label: "Web page",
      content: (
        <Way does={DOES.page} action={action} button="Read this page">
          <PageFields form={of("page")} />
        </Way>
      ),
    },
    {
      id: "source",
      label: "Site or feed",
      content: (
        <Way does={DOES.source} action={action} button="Read it">
          <SourceFields form={of("source")} />
          {preview && sent === "source" && "pages" in preview &&
            <SourcePreviewNotice preview={preview} />}
        </Way>
      ),
    },
  ];
}

type WayProps = {
  /** The action of its button, and that of the preview of it. */
  does: string[];
  action: string;
  button: string;
  children: ComponentChildren;
};

function Way({ does, action, button, children }: WayProps) {
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
