import type { ComponentChildren } from "preact";
import { HiddenFields } from "../ui/ActionForm.tsx";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { Tabs } from "../ui/Tabs.tsx";

type Props = {
  twin_id: string;
  /** Extensions of readable files, for a file input. */
  readable: string;
  /** Something is known already: people who wrote tend to continue writing. */
  goes_on: boolean;
};

/** A twin's first content, from an address, a file or a few words. All of it is public. */
export function Knowing({ twin_id, readable, goes_on }: Props) {
  return (
    <div class="space-y-3">
      <Tabs
        label="How to give it something to know"
        name="way"
        chosen={goes_on ? "write" : "address"}
        tabs={[
          {
            id: "address",
            label: "My website",
            content: (
              <AddForm
                twin_id={twin_id}
                does="add_source"
                button="Read my site"
              >
                <AddressFields />
              </AddForm>
            ),
          },
          {
            id: "file",
            label: "A file",
            content: (
              <AddForm twin_id={twin_id} does="import" button="Add it">
                <Field
                  label="File"
                  name="files"
                  type="file"
                  required
                  multiple
                  accept={readable}
                  hint="Text, PDF, Word, PowerPoint, Excel, LibreOffice, EPUB, subtitles, mails, or a .zip of these. You look through it before it is saved."
                />
              </AddForm>
            ),
          },
          {
            id: "write",
            label: "A few words",
            content: (
              <AddForm twin_id={twin_id} does="create" button="Save it">
                <TextFields />
              </AddForm>
            ),
          },
        ]}
      />
      <p class="text-xs text-muted">
        Visitors may know what you add here. You can make any of it private
        under Content.
      </p>
    </div>
  );
}

type AddFormProps = {
  twin_id: string;
  does: "add_source" | "import" | "create";
  button: string;
  children: ComponentChildren;
};

/** A form of the Content page that returns here. */
function AddForm({ twin_id, does, button, children }: AddFormProps) {
  const back_to = `/dashboard?twin=${twin_id}`;
  return (
    <form
      method="post"
      action={`/dashboard/content?twin=${twin_id}`}
      encType={does === "import" ? "multipart/form-data" : undefined}
      class="space-y-4 pt-2"
    >
      <HiddenFields fields={{ visibility: "public", back_to }} />
      {children}
      <Button name="action" value={does}>{button}</Button>
    </form>
  );
}

function AddressFields() {
  return (
    <>
      <HiddenFields fields={{ kind: "site", every: "never" }} />
      <Field
        label="Its address"
        name="url"
        inputMode="url"
        autocapitalize="none"
        spellcheck={false}
        dir="ltr"
        required
        maxLength={2_000}
        placeholder="yoursite.com"
      />
    </>
  );
}

function TextFields() {
  return (
    <>
      <Field
        label="What is it about?"
        name="title"
        scope="first-"
        required
        maxLength={200}
        dir="auto"
        placeholder="My courses"
      />
      <Field
        label="What should your twin know?"
        name="body"
        scope="first-"
        required
        multiline={5}
        maxLength={20_000}
        dir="auto"
        placeholder="I teach wheel-throwing on Tuesdays at six. A course of six evenings costs 240 euros."
      />
    </>
  );
}
