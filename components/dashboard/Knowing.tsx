import type { ComponentChildren } from "preact";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { Tabs } from "../ui/Tabs.tsx";

type Props = {
  twin_id: string;
  /** The endings of files that can be read, as a form takes them. */
  readable: string;
};

/** The first things that a twin knows, by an address, a file or a few words. Visitors may know all of it. */
export function Knowing({ twin_id, readable }: Props) {
  const action = `/dashboard/content?twin=${twin_id}`;
  const way = (does: string, button: string, fields: ComponentChildren) => (
    <form
      method="post"
      action={action}
      encType={does === "import" ? "multipart/form-data" : undefined}
      class="space-y-4 pt-2"
    >
      <input type="hidden" name="visibility" value="public" />
      <input
        type="hidden"
        name="back_to"
        value={`/dashboard?twin=${twin_id}`}
      />
      {fields}
      <Button name="action" value={does}>{button}</Button>
    </form>
  );
  return (
    <div class="space-y-3">
      <Tabs
        label="How to give it something to know"
        name="way"
        tabs={[
          {
            id: "address",
            label: "My website",
            content: way(
              "add_source",
              "Read my site",
              <>
                <input type="hidden" name="kind" value="site" />
                <input type="hidden" name="every" value="never" />
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
              </>,
            ),
          },
          {
            id: "file",
            label: "A file",
            content: way(
              "import",
              "Add it",
              <Field
                label="File"
                name="files"
                type="file"
                required
                multiple
                accept={readable}
                hint="Text, PDF, Word, PowerPoint, Excel, LibreOffice, EPUB, subtitles, mails, or a .zip of these. You look through it before it is saved."
              />,
            ),
          },
          {
            id: "write",
            label: "A few words",
            content: way(
              "create",
              "Save it",
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
              </>,
            ),
          },
        ]}
      />
      <p class="text-xs text-muted">
        Visitors may know what you add here. You can make any of it private on
        the page Content.
      </p>
    </div>
  );
}
