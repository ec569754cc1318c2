import type { EmbedFields } from "../../lib/embed/look.ts";
import type { FormState } from "../../lib/views/form.ts";
import { Disclosure } from "../ui/Disclosure.tsx";
import { Field } from "../ui/Field.tsx";
import { Select } from "../ui/Select.tsx";

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

type Props = { fields: EmbedFields; form: FormState | null };

/** Settings that most sites leave unchanged. All but the distance are only in the code. */
export function EmbedMore({ fields, form }: Props) {
  const isUsed = fields.offset_px || fields.lang || fields.launcher ||
    fields.open || fields.persist || fields.pin;
  return (
    <Disclosure title="More choices" open={isUsed ? true : undefined}>
      <div class="grid grid-cols-1 gap-4">
        <Field
          label="Distance from the bottom (pixels)"
          name="offset_px"
          type="number"
          min={0}
          max={400}
          value={fields.offset_px}
          placeholder="20"
          hint="Increase it if something else sits in that corner."
          error={form}
        />
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
          hint="Your own button calls Twincast('open')."
        />
        <Select
          label="On arrival"
          name="open"
          value={fields.open}
          options={[["", "Opens only when clicked"], ["true", "It is open"]]}
        />
        <Select
          label="A conversation is remembered"
          name="persist"
          value={fields.persist}
          options={[
            ["", "Until the tab is closed"],
            ["local", "In the visitor’s browser"],
            ["none", "Until the page is left"],
          ]}
        />
        <PinBox is_pinned={fields.pin === "on"} />
      </div>
    </Disclosure>
  );
}

function PinBox({ is_pinned }: { is_pinned: boolean }) {
  return (
    <label class="flex items-start gap-3 text-sm">
      <input
        type="checkbox"
        name="pin"
        checked={is_pinned}
        class="mt-0.5 size-4"
      />
      <span>
        Pin this version
        <span class="block text-xs text-muted">
          The browser checks the widget’s integrity. Your page no longer gets
          updates automatically.
        </span>
      </span>
    </label>
  );
}
