import type { Tone, TwinView } from "../../lib/schemas/twin.ts";
import type { FormState } from "../../lib/views/form.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { SaveBar } from "../ui/SaveBar.tsx";
import { Tabs } from "../ui/Tabs.tsx";

type Props = { twin: TwinView; form: FormState | null; is_owner: boolean };

const TONES: readonly [Tone | "plain", label: string, means: string][] = [
  ["plain", "As it comes", "Brief and kind."],
  ["warm", "Warm", "Personal, as to a guest."],
  ["brief", "Brief", "One or two sentences wherever that is enough."],
  ["playful", "Playful", "Light, with a little wit."],
  ["formal", "Formal", "Courteous, without jokes or slang."],
];

/** How a twin sounds when a model words its answers; read-only for a viewer. */
export function VoiceForm({ twin, form, is_owner }: Props) {
  return (
    <form
      method="post"
      action="#sound"
      data-guarded
      class="max-w-xl space-y-4"
    >
      <div class="space-y-2">
        <p class="text-sm font-medium" aria-hidden="true">Tone</p>
        <Tabs
          label="Tone"
          name="tone"
          areCards
          chosen={form?.values.tone ?? twin.tone ?? "plain"}
          tabs={TONES.map(([id, label, means]) => ({
            id,
            label,
            content: <p class="text-sm text-muted">{means}</p>,
          }))}
        />
      </div>
      <Field
        label="In your own words (optional)"
        name="instructions"
        multiline={4}
        maxLength={1_000}
        dir="auto"
        value={twin.instructions}
        placeholder="I say “hello there”, never “dear customer”, and I like to end with a question."
        hint="How you talk. It never makes the model answer what is not in your content. Visitors may get to see it, so write nothing secret."
        error={form}
      />
      {is_owner && (
        <SaveBar form={form}>
          <Button look="plain" name="action" value="set_voice">
            Save the tone
          </Button>
        </SaveBar>
      )}
    </form>
  );
}
