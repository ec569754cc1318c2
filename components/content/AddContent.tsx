import type { ComponentChildren } from "preact";
import type { FormState } from "../../lib/views/form.ts";
import type {
  ContentChannel,
  ImportResultView,
} from "../../lib/schemas/content.ts";
import { ContentFields, VisibilityChoice } from "./ContentForm.tsx";
import { formOf } from "../ui/FormProblem.tsx";
import { ImportedFiles } from "./ImportedFiles.tsx";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { Modal } from "../ui/Modal.tsx";
import { Select } from "../ui/Select.tsx";
import { Tabs } from "../ui/Tabs.tsx";

type Props = {
  /** Where its forms go. */
  action: string;
  channels: ContentChannel[];
  /** The field for a text, as `textField` has it for the way "text". */
  editor: ComponentChildren;
  /** The form for files. */
  files_form: ComponentChildren;
  form: FormState | null;
  /** What became of files that were sent without a script. */
  files: ImportResultView["files"] | null;
};

/** The action of each way's form, by its tab. */
const DOES = {
  text: "create",
  pair: "create_pair",
  page: "import_page",
  source: "add_source",
} as const;

/** The ways to add content: written here, as a question with its answer, from files, from a web page. */
export function AddContent(
  { action, channels, editor, files_form, form, files }: Props,
) {
  const refused = Object.entries(DOES)
    .find(([, does]) => does === form?.action)?.[0];
  const of = (way: keyof typeof DOES) => formOf(form, DOES[way]);
  return (
    <Modal
      id="add"
      title="Add content"
      open={files !== null || refused !== undefined}
      wide
    >
      <Tabs
        label="How to add it"
        name="way"
        chosen={refused ?? (files ? "files" : "text")}
        tabs={[
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
              </Way>
            ),
          },
          {
            id: "pair",
            label: "Question and answer",
            content: (
              <Way does={DOES.pair} action={action} button="Save">
                <PairFields form={of("pair")} />
              </Way>
            ),
          },
          {
            id: "files",
            label: "Files",
            content: (
              <div class="space-y-4">
                {files && <ImportedFiles files={files} />}
                {files_form}
              </div>
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
              </Way>
            ),
          },
        ]}
      />
    </Modal>
  );
}

type WayProps = {
  does: string;
  action: string;
  button: string;
  children: ComponentChildren;
};

function Way({ does, action, button, children }: WayProps) {
  return (
    <form method="post" action={action} class="space-y-4">
      {children}
      <Button name="action" value={does}>{button}</Button>
    </form>
  );
}

function PairFields({ form }: { form: FormState | null }) {
  return (
    <>
      <Field
        label="Question"
        name="question"
        required
        maxLength={200}
        dir="auto"
        hint="As people ask it."
        error={form}
      />
      <Field
        label="Answer"
        name="answer"
        multiline={5}
        required
        dir="auto"
        hint="Your twin says it word for word to this question, and draws from it for others."
        error={form}
      />
      <VisibilityChoice chosen={form?.values.visibility ?? "public"} />
    </>
  );
}

function SourceFields({ form }: { form: FormState | null }) {
  return (
    <>
      <Select
        label="What to read"
        name="kind"
        scope="source-"
        options={[
          ["site", "A whole site"],
          ["feed", "A blog’s feed, or a podcast with its transcripts"],
        ]}
        value={form?.values.kind}
      />
      <Field
        label="Address"
        name="url"
        scope="source-"
        type="url"
        required
        placeholder="https://example.com"
        hint="Any page of it. It is read page by page as its robots.txt allows, while you do something else."
        error={form}
      />
      <VisibilityChoice chosen={form?.values.visibility ?? "private"} />
    </>
  );
}

function PageFields({ form }: { form: FormState | null }) {
  return (
    <>
      <Field
        label="Address of the page"
        name="url"
        type="url"
        required
        placeholder="https://example.com/about"
        hint="What the page is about is read once, without menus and advertisements. Later changes of the page are not."
        error={form}
      />
      <VisibilityChoice chosen={form?.values.visibility ?? "private"} />
    </>
  );
}
