import type { ComponentChildren } from "preact";
import type { EmbedFields } from "../../lib/embed/look.ts";
import type { FormState } from "../../lib/views/form.ts";
import type { EmbedKeyChoice } from "./EmbedKey.tsx";
import { EmbedMore } from "./EmbedMore.tsx";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { Select } from "../ui/Select.tsx";

type Props = {
  twin: { id: string; greeting: string; suggested_questions: string[] };
  keys: EmbedKeyChoice[];
  fields: EmbedFields;
  /** The field for the colour. */
  colour: ComponentChildren;
  /** Looks to start from. */
  presets: ComponentChildren;
  /** The refused save. */
  form: FormState | null;
  is_owner: boolean;
  onChange: (changed: Partial<EmbedFields>) => void;
};

/** How the widget looks, stored with the key. Until scripts run, the address selects the key. */
export function EmbedControls(
  { twin, keys, fields, colour, presets, form, is_owner, onChange }: Props,
) {
  const follow = (event: Event) => {
    const { name, value, type, checked } = event.target as HTMLInputElement;
    if (!(name in fields)) return;
    onChange({
      [name]: type !== "checkbox" ? value : checked ? "on" : "",
    });
  };
  return (
    <form method="post" class="grid grid-cols-1 gap-4" onInput={follow}>
      <input type="hidden" name="twin" value={twin.id} />
      <Site keys={keys} chosen={fields.key_id} />
      {presets}
      {colour}
      <Looks fields={fields} form={form} />
      <WidgetTexts twin={twin} fields={fields} form={form} />
      <EmbedMore fields={fields} form={form} />
      {!is_owner && (
        <p class="text-sm text-muted">
          Try looks as you like. An owner of this team can save one.
        </p>
      )}
      {is_owner && (
        <div class="flex flex-wrap gap-3">
          <Button name="action" value="save">Save the look</Button>
          {keys.length > 1 && (
            <noscript>
              <Button look="plain" formmethod="get">Show this site</Button>
            </noscript>
          )}
        </div>
      )}
    </form>
  );
}

/** The site of the code's key. */
function Site({ keys, chosen }: { keys: EmbedKeyChoice[]; chosen: string }) {
  return keys.length === 1
    ? <input type="hidden" name="key_id" value={chosen} />
    : (
      <Select
        label="Site"
        name="key_id"
        value={chosen}
        options={keys.map((key) => [
          key.id,
          `${key.name} (${key.key_prefix}…)`,
        ])}
        hint="Each site’s code has a look of its own."
      />
    );
}

type PartProps = Pick<Props, "fields" | "form">;

function Looks({ fields, form }: PartProps) {
  return (
    <>
      <Select
        label="Theme"
        name="theme"
        value={fields.theme}
        options={[
          ["", "Same as the visitor’s system"],
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
        label="Words on the button"
        name="launcher_label"
        maxLength={40}
        dir="auto"
        value={fields.launcher_label}
        placeholder="None (icon only)"
        error={form}
      />
    </>
  );
}

/** What it shows before anyone asks. */
function WidgetTexts({ twin, fields, form }: PartProps & Pick<Props, "twin">) {
  return (
    <>
      <Field
        label="Greeting"
        name="greeting"
        maxLength={500}
        dir="auto"
        value={fields.greeting}
        placeholder={twin.greeting}
        hint="Leave empty to use the twin’s own greeting."
        error={form}
      />
      <Field
        label="Suggested questions"
        name="suggested_questions"
        multiline={3}
        maxLength={900}
        dir="auto"
        value={fields.suggested_questions}
        placeholder={twin.suggested_questions.join("\n")}
        hint="One per line, up to four, for this site. Leave empty to use the twin’s own."
        error={form}
      />
      <Field
        label="Greet unprompted after (seconds)"
        name="greet_after_seconds"
        type="number"
        min={0}
        max={3600}
        value={fields.greet_after_seconds}
        placeholder="Never"
        hint="The greeting shows beside the button until it is dismissed, once per visitor."
        error={form}
      />
    </>
  );
}
