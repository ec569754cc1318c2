import type { WebhookEvent, WebhookView } from "../../lib/schemas/webhook.ts";
import type { FormState } from "../../lib/views/form.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { FormProblem } from "../ui/FormProblem.tsx";

export const EVENT_WORDS: Record<WebhookEvent, string> = {
  "message.created": "A visitor asked and got an answer",
  "question.unanswered": "A question found no sure answer",
  "lead.created": "A visitor left an e-mail",
  "key.revoked": "A key was revoked",
  "content.changed": "Content was added, changed or deleted",
};

const EVENTS = Object.entries(EVENT_WORDS) as [WebhookEvent, string][];

type Props = {
  /** The webhook to change; without one, one is created. */
  webhook?: WebhookView;
  form: FormState | null;
};

/** Creates a webhook, or changes its address and events. */
export function WebhookForm({ webhook, form }: Props) {
  const typed = form?.values.event_choices?.split(" ");
  const chosen: string[] = typed ?? webhook?.events ??
    ["question.unanswered", "lead.created"];
  const problem = form?.issues.find(({ path }) => path.startsWith("events"));
  return (
    <form method="post" class="space-y-5">
      {webhook && <input type="hidden" name="webhook_id" value={webhook.id} />}
      <Field
        label="Address"
        name="url"
        type="url"
        scope={webhook?.id}
        required
        maxLength={2000}
        value={webhook?.url}
        placeholder="https://example.com/hooks/twin"
        hint="Your server, or a hook of Zapier, Make or n8n. Over https."
        error={form}
      />
      <fieldset class="space-y-2 text-sm">
        <legend class="mb-1 font-medium">Events</legend>
        {EVENTS.map(([event, words]) => (
          <label key={event} class="flex items-start gap-2">
            <input
              type="checkbox"
              name="event_choices"
              value={event}
              checked={chosen.includes(event)}
              class="mt-0.5 size-4 shrink-0"
            />
            <span class="min-w-0">
              {words} <code class="font-mono text-xs text-muted">{event}</code>
            </span>
          </label>
        ))}
        {problem && (
          <p class="text-xs font-medium text-bad">{problem.message}</p>
        )}
      </fieldset>
      <Button name="action" value={webhook ? "update" : "create"}>
        {webhook ? "Save changes" : "Create webhook"}
      </Button>
    </form>
  );
}

/** Creates a new secret; the old one signs for one more day, unless it has leaked. */
export function RotateForm(
  { webhook, form }: { webhook: WebhookView; form: FormState | null },
) {
  return (
    <form method="post" class="space-y-4 text-sm">
      {form?.action === "rotate" && <FormProblem error={form} />}
      <input type="hidden" name="webhook_id" value={webhook.id} />
      <p>
        For 24 hours each call is signed with both, so that you can replace the
        secret on your server without missing anything.
      </p>
      <label class="flex items-start gap-2">
        <input
          type="checkbox"
          name="leaked"
          value="yes"
          class="mt-0.5 size-4 shrink-0"
        />
        <span class="min-w-0">
          The old secret has leaked: sign only with the new one from now on
        </span>
      </label>
      <Button name="action" value="rotate">Create a new secret</Button>
    </form>
  );
}
