import type { ComponentChildren } from "preact";
import type { FormState } from "../lib/views/form.ts";
import type {
  ContentChannel,
  ImportResultView,
} from "../lib/schemas/content.ts";
import { ContentFields, VisibilityChoice } from "./ContentForm.tsx";
import { ImportedFiles } from "./ImportedFiles.tsx";
import { Button } from "./ui/Button.tsx";
import { Field } from "./ui/Field.tsx";
import { Modal } from "./ui/Modal.tsx";
import { Tabs } from "./ui/Tabs.tsx";

type Props = {
  /** Where its forms go. */
  action: string;
  channels: ContentChannel[];
  /** The field for a text, as `textField` has it for the way "text". */
  editor: ComponentChildren;
  /** The form for files. */
  files_form: ComponentChildren;
  error: FormState | null;
  /** What became of files that were sent without a script. */
  files: ImportResultView["files"] | null;
};

/** The refusal of one of the ways: only the form that was refused shows what was typed into it. */
export function refusedWay(
  error: FormState | null,
  way: string,
): FormState | null {
  return error?.values.way === way ? error : null;
}

/** The ways to add content: written here, as a question with its answer, from files, from a web page. */
export function AddContent(
  { action, channels, editor, files_form, error, files }: Props,
) {
  const way = error?.values.way ?? (files ? "files" : "text");
  return (
    <Modal
      id="add"
      title="Add content"
      open={files !== null || error?.values.way !== undefined}
      wide
    >
      <Tabs
        label="How to add it"
        name="way"
        chosen={way}
        tabs={[
          {
            id: "text",
            label: "Write",
            content: (
              <Way name="text" action={action} does="create" button="Save">
                <ContentFields
                  channels={channels}
                  editor={editor}
                  error={refusedWay(error, "text")}
                />
              </Way>
            ),
          },
          {
            id: "pair",
            label: "Question and answer",
            content: (
              <Way
                name="pair"
                action={action}
                does="create_pair"
                button="Save"
              >
                <PairFields error={refusedWay(error, "pair")} />
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
              <Way
                name="page"
                action={action}
                does="import_page"
                button="Read this page"
              >
                <PageFields error={refusedWay(error, "page")} />
              </Way>
            ),
          },
          {
            id: "site",
            label: "Whole site",
            content: (
              <Way
                name="site"
                action={action}
                does="import_site"
                button="Read this site"
              >
                <SiteFields error={refusedWay(error, "site")} />
              </Way>
            ),
          },
        ]}
      />
    </Modal>
  );
}

type WayProps = {
  name: string;
  action: string;
  does: string;
  button: string;
  children: ComponentChildren;
};

function Way({ name, action, does, button, children }: WayProps) {
  return (
    <form method="post" action={action} class="space-y-4">
      <input type="hidden" name="way" value={name} />
      {children}
      <Button name="action" value={does}>{button}</Button>
    </form>
  );
}

function PairFields({ error }: { error: FormState | null }) {
  return (
    <>
      <Field
        label="Question"
        name="question"
        required
        maxLength={200}
        dir="auto"
        hint="As people ask it."
        error={error}
      />
      <Field
        label="Answer"
        name="answer"
        multiline={5}
        required
        dir="auto"
        hint="Your twin says it word for word to this question, and draws from it for others."
        error={error}
      />
      <VisibilityChoice chosen={error?.values.visibility ?? "public"} />
    </>
  );
}

function SiteFields({ error }: { error: FormState | null }) {
  return (
    <>
      <Field
        label="Address of the sitemap"
        name="url"
        scope="site-"
        type="url"
        required
        placeholder="https://example.com/sitemap.xml"
        hint="Up to 200 of its pages are read, while you do something else."
        error={error}
      />
      <VisibilityChoice chosen={error?.values.visibility ?? "private"} />
    </>
  );
}

function PageFields({ error }: { error: FormState | null }) {
  return (
    <>
      <Field
        label="Address of the page"
        name="url"
        type="url"
        required
        placeholder="https://example.com/about"
        hint="What the page is about is read once, without menus and advertisements. Later changes of the page are not."
        error={error}
      />
      <VisibilityChoice chosen={error?.values.visibility ?? "private"} />
    </>
  );
}
