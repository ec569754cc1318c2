import type { EmbedOptions } from "../lib/http/embed_options.ts";
import type { FormError } from "../lib/http/page.ts";
import type { ApiKeyView } from "../lib/schemas/api_key.ts";
import type { TwinView } from "../lib/schemas/twin.ts";
import { Button } from "./ui/Button.tsx";
import { Disclosure } from "./ui/Disclosure.tsx";
import { Field } from "./ui/Field.tsx";
import { Select } from "./ui/Select.tsx";

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

type KeyProps = { error: FormError | null; isFirst: boolean };

/** Makes a key for a site, so that the code can be shown complete. */
export function EmbedKeyForm({ error, isFirst }: KeyProps) {
  return (
    <Disclosure
      title="Make a key for a site"
      open={isFirst || error !== null ? true : undefined}
    >
      <form method="post" class="space-y-4">
        <Field
          label="Name"
          name="name"
          required
          maxLength={100}
          placeholder="My shop"
          error={error}
        />
        <Field
          label="Domain of the site"
          name="allowed_domains"
          required
          placeholder="example.com"
          hint="Only pages there can use the key. More than one: with commas between."
          error={error}
        />
        <Button name="action" value="create">Make the key</Button>
      </form>
    </Disclosure>
  );
}

type OptionsProps = {
  twin: TwinView;
  keys: ApiKeyView[];
  key_id?: string;
  options: EmbedOptions;
};

/** How the widget looks. Asks by GET: the address is the choice. */
export function EmbedOptionsForm(
  { twin, keys, key_id, options }: OptionsProps,
) {
  return (
    <form class="grid grid-cols-1 gap-4 sm:grid-cols-2">
      <input type="hidden" name="twin" value={twin.id} />
      {keys.length > 0 && (
        <div class="sm:col-span-2">
          <Select
            label="Key"
            name="key_id"
            value={key_id}
            options={keys.map((key) => [
              key.id,
              `${key.name} (${key.key_prefix}…)`,
            ])}
          />
        </div>
      )}
      <Select
        label="Corner"
        name="position"
        value={options.position}
        options={[["", "Bottom right"], ["bottom-left", "Bottom left"]]}
      />
      <Select
        label="Theme"
        name="theme"
        value={options.theme}
        options={[
          ["", "As the visitor's system"],
          ["light", "Light"],
          ["dark", "Dark"],
        ]}
      />
      <Field
        label="Colour"
        name="accent"
        type="color"
        value={options.accent ?? twin.accent_color}
        hint="The twin's own, unless you choose another."
      />
      <Select
        label="Language of the buttons"
        name="lang"
        value={options.lang}
        options={LANGUAGES}
      />
      <div class="sm:col-span-2">
        <Field
          label="Greeting"
          name="greeting"
          maxLength={500}
          dir="auto"
          value={options.greeting ?? ""}
          placeholder={twin.greeting}
          hint="Left empty: the twin's own greeting."
        />
      </div>
      <p>
        <Button look="plain">Update the code</Button>
      </p>
    </form>
  );
}
