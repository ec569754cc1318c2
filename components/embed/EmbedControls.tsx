import type { ComponentChildren } from "preact";
import type { EmbedKeyChoice } from "./EmbedKey.tsx";
import { Button } from "../ui/Button.tsx";
import { Disclosure } from "../ui/Disclosure.tsx";
import { Field } from "../ui/Field.tsx";
import { Select } from "../ui/Select.tsx";

/** The form's fields by name, as an address carries them. */
export type EmbedFields = {
  key_id: string;
  position: string;
  theme: string;
  accent: string;
  lang: string;
  greeting: string;
  /** One a line. */
  questions: string;
  launcher: string;
  open: string;
  persist: string;
  /** "on" to pin the widget's present version. */
  pin: string;
};

type Props = {
  twin: { id: string; greeting: string; suggested_questions: string[] };
  keys: EmbedKeyChoice[];
  fields: EmbedFields;
  /** The field for the colour. */
  colour: ComponentChildren;
  onChange: (changed: Partial<EmbedFields>) => void;
};

const LANGUAGES = [
  ["", "As the page"],
  ["en", "English"],
  ["es", "Español"],
  ["fr", "Français"],
  ["de", "Deutsch"],
  ["pt", "Português"],
  ["ar", "العربية"],
  ["hi", "हिन्दी"],
  ["zh", "中文"],
  ["ja", "日本語"],
  ["ko", "한국어"],
  ["it", "Italiano"],
  ["nl", "Nederlands"],
  ["ru", "Русский"],
  ["tr", "Türkçe"],
] as const;

/** How the widget looks. Asks by GET until scripts run: the address is the choice. */
export function EmbedControls(
  { twin, keys, fields, colour, onChange }: Props,
) {
  const follow = (event: Event) => {
    const { name, value, type, checked } = event.target as HTMLInputElement;
    if (!(name in fields)) return;
    onChange({
      [name]: type !== "checkbox" ? value : checked ? "on" : "",
    });
  };
  return (
    <form
      class="grid grid-cols-1 gap-4"
      onInput={follow}
      onSubmit={(event) => event.preventDefault()}
    >
      <input type="hidden" name="twin" value={twin.id} />
      {keys.length > 0 && (
        <Select
          label="Key"
          name="key_id"
          value={fields.key_id}
          options={keys.map((key) => [
            key.id,
            `${key.name} (${key.key_prefix}…)`,
          ])}
        />
      )}
      {colour}
      <Select
        label="Theme"
        name="theme"
        value={fields.theme}
        options={[
          ["", "As the visitor's system"],
          ["light", "Light"],
          ["dark", "Dark"],
        ]}
      />
      <Select
        label="Corner"
        name="position"
        value={fields.position}
        options={[["", "Bottom right"], ["bottom-left", "Bottom left"]]}
      />
      <Field
        label="Greeting"
        name="greeting"
        maxLength={500}
        dir="auto"
        value={fields.greeting}
        placeholder={twin.greeting}
        hint="Left empty: the twin's own greeting."
      />
      <Field
        label="Suggested questions"
        name="questions"
        multiline={3}
        maxLength={900}
        dir="auto"
        value={fields.questions}
        placeholder={twin.suggested_questions.join("\n")}
        hint="One a line, up to four, for this site. Left empty: the twin's own."
      />
      <MoreControls fields={fields} />
      <noscript>
        <Button look="plain">Update the code</Button>
      </noscript>
    </form>
  );
}

/** What most sites leave as it is. */
function MoreControls({ fields }: { fields: EmbedFields }) {
  const isUsed = fields.lang || fields.launcher || fields.open ||
    fields.persist || fields.pin;
  return (
    <Disclosure title="More choices" open={isUsed ? true : undefined}>
      <div class="grid grid-cols-1 gap-4">
        <Select
          label="Language of the buttons"
          name="lang"
          value={fields.lang}
          options={LANGUAGES}
        />
        <Select
          label="Opened by"
          name="launcher"
          value={fields.launcher}
          options={[["", "The round button"], ["none", "A button of my own"]]}
          hint="A button of your own calls Twincast('open')."
        />
        <Select
          label="On arrival"
          name="open"
          value={fields.open}
          options={[["", "It waits to be opened"], ["true", "It is open"]]}
        />
        <Select
          label="A conversation is remembered"
          name="persist"
          value={fields.persist}
          options={[
            ["", "Until the tab is closed"],
            ["local", "In the visitor's browser"],
            ["none", "Until the page is left"],
          ]}
        />
        <label class="flex items-start gap-3 text-sm">
          <input
            type="checkbox"
            name="pin"
            checked={fields.pin === "on"}
            class="mt-0.5 size-4"
          />
          <span>
            Pin this version
            <span class="block text-xs text-muted">
              The browser checks the widget's integrity. Your page no longer
              gets its updates by itself.
            </span>
          </span>
        </label>
      </div>
    </Disclosure>
  );
}
