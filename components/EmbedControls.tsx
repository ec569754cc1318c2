import { Button } from "./ui/Button.tsx";
import { Field } from "./ui/Field.tsx";
import { Select } from "./ui/Select.tsx";

/** The form's fields by name, as an address carries them. */
export type EmbedFields = {
  key_id: string;
  position: string;
  theme: string;
  accent: string;
  lang: string;
  greeting: string;
  /** "on" to pin the widget's present version. */
  pin: string;
};

type Props = {
  twin: { id: string; accent_color: string; greeting: string };
  keys: { id: string; name: string; key_prefix: string }[];
  fields: EmbedFields;
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
] as const;

/** How the widget looks. Asks by GET until scripts run: the address is the choice. */
export function EmbedControls({ twin, keys, fields, onChange }: Props) {
  const follow = (event: Event) => {
    const { name, value, type, checked } = event.target as HTMLInputElement;
    if (!(name in fields)) return;
    onChange({
      [name]: type === "checkbox" ? (checked ? "on" : "") : value,
    });
  };
  return (
    <form
      class="grid grid-cols-1 gap-4 sm:grid-cols-2 xl:grid-cols-1"
      onInput={follow}
      onSubmit={(event) => event.preventDefault()}
    >
      <input type="hidden" name="twin" value={twin.id} />
      {keys.length > 0 && (
        <div class="sm:col-span-2 xl:col-span-1">
          <Select
            label="Key"
            name="key_id"
            value={fields.key_id}
            options={keys.map((key) => [
              key.id,
              `${key.name} (${key.key_prefix}…)`,
            ])}
          />
        </div>
      )}
      <Field
        label="Colour"
        name="accent"
        type="color"
        value={fields.accent || twin.accent_color}
        hint="Text on it turns white or black by itself, whichever can be read."
      />
      <Select
        label="Corner"
        name="position"
        value={fields.position}
        options={[["", "Bottom right"], ["bottom-left", "Bottom left"]]}
      />
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
        label="Language of the buttons"
        name="lang"
        value={fields.lang}
        options={LANGUAGES}
      />
      <div class="sm:col-span-2 xl:col-span-1">
        <Field
          label="Greeting"
          name="greeting"
          maxLength={500}
          dir="auto"
          value={fields.greeting}
          placeholder={twin.greeting}
          hint="Left empty: the twin's own greeting."
        />
      </div>
      <label class="flex items-start gap-3 text-sm sm:col-span-2 xl:col-span-1">
        <input
          type="checkbox"
          name="pin"
          checked={fields.pin === "on"}
          class="mt-0.5 size-4"
        />
        <span>
          Pin this version
          <span class="block text-xs text-muted">
            The browser checks the widget's integrity. Your page no longer gets
            its updates by itself.
          </span>
        </span>
      </label>
      <p class="text-sm text-muted sm:col-span-2 xl:col-span-1">
        Suggested questions and the picture are the twin's own:{" "}
        <a
          class="text-accent underline"
          href={`/dashboard/settings?twin=${twin.id}`}
        >
          change them in Settings
        </a>.
      </p>
      <noscript>
        <Button look="plain">Update the code</Button>
      </noscript>
    </form>
  );
}
