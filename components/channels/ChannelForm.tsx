import type { ComponentChildren } from "preact";
import type { ChannelKind } from "../../lib/schemas/channel.ts";
import type { FormState } from "../../lib/views/form.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { FormProblem } from "../ui/FormProblem.tsx";
import { GUIDES } from "./guides.ts";

type Props = {
  kind: ChannelKind;
  /** The name of the platform. */
  platform: string;
  form: FormState | null;
  /** What has to be copied before the fields can be filled in. */
  children?: ComponentChildren;
};

/** Sets up a platform's channel: what to do there, and what to paste here. */
export function ChannelForm({ kind, platform, form, children }: Props) {
  const { steps, fields } = GUIDES[kind];
  return (
    <form method="post" class="space-y-5">
      <FormProblem error={form} />
      <ol class="list-decimal space-y-1 ps-5 text-sm">
        {steps.map((step) => <li key={step}>{step}</li>)}
      </ol>
      {children}
      <input type="hidden" name="kind" value={kind} />
      <Field
        label="Name"
        name="name"
        scope={kind}
        required
        maxLength={100}
        value={platform}
        hint="Only you see it, as its name in Conversations."
        error={form}
      />
      {fields.map(({ name, label, placeholder }) => (
        <Field
          key={name}
          label={label}
          name={name}
          scope={kind}
          required
          maxLength={500}
          autocomplete="off"
          spellcheck={false}
          placeholder={placeholder}
          error={form}
        />
      ))}
      <p class="text-xs text-muted">
        Secrets are checked with {platform}, kept sealed, and never shown again.
      </p>
      <Button name="action" value="create">
        Connect {platform}
      </Button>
    </form>
  );
}
