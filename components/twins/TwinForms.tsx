import type { FormState } from "../../lib/views/form.ts";
import type { TwinView } from "../../lib/schemas/twin.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { SaveBar } from "../ui/SaveBar.tsx";

type Props = { twin: TwinView; form: FormState | null };

/** What visitors see of a twin; read-only for a viewer. */
export function TwinForm(
  { twin, form, is_owner }: Props & { is_owner: boolean },
) {
  // An unticked box sends nothing.
  const is_paused = form ? form.values.paused === "on" : twin.paused;
  return (
    <form method="post" id="profile" data-guarded class="space-y-4">
      <Field
        label="Name"
        name="name"
        required
        maxLength={100}
        dir="auto"
        value={twin.name}
        error={form}
      />
      <Field
        label="In a sentence or two"
        name="bio"
        multiline={3}
        maxLength={1000}
        dir="auto"
        value={twin.bio}
        hint="Who you are and what people can ask you about."
        error={form}
      />
      <Field
        label="Greeting"
        name="greeting"
        multiline={3}
        maxLength={500}
        dir="auto"
        value={twin.greeting}
        error={form}
      />
      <QuestionFields twin={twin} form={form} />
      <Field
        label="Accent colour"
        name="accent_color"
        type="color"
        value={twin.accent_color}
        error={form}
      />
      <PausedBox is_paused={is_paused} />
      {is_owner && (
        <SaveBar form={form}>
          <Button name="action" value="update">Save the profile</Button>
        </SaveBar>
      )}
    </form>
  );
}

function QuestionFields({ twin, form }: Props) {
  return (
    <fieldset class="grid gap-4 sm:grid-cols-2">
      <legend class="mb-2 text-sm font-medium">Suggested questions</legend>
      {[1, 2, 3, 4].map((n) => (
        <Field
          key={n}
          label={`Question ${n}`}
          name={`question_${n}`}
          maxLength={200}
          dir="auto"
          value={twin.suggested_questions[n - 1] ?? ""}
          error={form}
        />
      ))}
    </fieldset>
  );
}

function PausedBox({ is_paused }: { is_paused: boolean }) {
  return (
    <label class="flex items-start gap-2 text-sm">
      <input
        type="checkbox"
        name="paused"
        checked={is_paused}
        class="mt-0.5 size-4"
      />
      <span>
        <span class="font-medium">Paused</span>
        <span class="block text-muted">
          Visitors are told that your twin is taking a break.
        </span>
      </span>
    </label>
  );
}

/** What visitors are told before they write; read-only for a viewer. */
export function PrivacyForm(
  { twin, form, is_owner }: Props & { is_owner: boolean },
) {
  return (
    <form method="post" data-guarded class="max-w-xl space-y-4">
      <Field
        label="That they are talking to an AI"
        name="disclosure"
        multiline={3}
        maxLength={300}
        dir="auto"
        value={twin.disclosure}
        hint="It cannot be switched off. Leave it empty for the standard text, which each visitor sees in their own language."
        error={form}
      />
      <Field
        label="Address of your privacy notice (optional)"
        name="privacy_url"
        type="url"
        value={twin.privacy_url ?? ""}
        error={form}
      />
      {is_owner && (
        <SaveBar form={form}>
          <Button look="plain" name="action" value="privacy">
            Save what visitors are told
          </Button>
        </SaveBar>
      )}
    </form>
  );
}

/** How long conversations are kept; read-only for a viewer. */
export function RetentionForm(
  { twin, form, is_owner }: Props & { is_owner: boolean },
) {
  return (
    <form method="post" data-guarded class="max-w-xl space-y-4">
      <Field
        label="Days after the last message"
        name="retention_days"
        type="number"
        inputMode="numeric"
        min={0}
        max={365}
        required
        value={twin.retention_days}
        hint="0 to 365. With 0 nothing is stored: a conversation is deleted when it ends, and you see only the figures. Lowering it deletes older conversations for good."
        error={form}
      />
      {is_owner && (
        <SaveBar form={form}>
          <Button look="plain" name="action" value="retention">
            Save the days
          </Button>
        </SaveBar>
      )}
    </form>
  );
}

/** Says what will end, and asks for the name. */
export function DeleteTwinForm({ twin, form }: Props) {
  return (
    <form method="post" class="space-y-4">
      <p class="text-sm">
        Its keys, its share link and every conversation end at once. You can
        bring it back for 7 days; after that, everything it held is gone.
      </p>
      <Field
        label={`Type ${twin.name} to delete it`}
        name="confirm"
        autocomplete="off"
        dir="auto"
        error={form}
      />
      <Button look="danger" name="action" value="delete">
        Delete this twin
      </Button>
    </form>
  );
}
