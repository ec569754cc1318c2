import type { FormState } from "../../lib/views/form.ts";
import type { ModelView } from "../../lib/schemas/model.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";

type Props = { model: ModelView; form: FormState | null; is_owner: boolean };

/** The language model that answers for a twin. Its key is never shown again. */
export function ModelForm({ model, form, is_owner }: Props) {
  const is_own = model.source === "twin";
  return (
    <form method="post" class="max-w-xl space-y-4" autocomplete="off">
      <p class="text-sm text-muted">{SOURCES[model.source](model)}</p>
      {model.source !== "none" && <TokensToday model={model} />}
      <Field
        label="Address of an OpenAI-compatible server"
        name="base_url"
        type="url"
        required
        value={model.base_url ?? ""}
        placeholder="https://api.example.com/v1"
        error={form}
      />
      <Field
        label="Model"
        name="model"
        required
        maxLength={200}
        value={is_own ? model.model ?? "" : ""}
        error={form}
      />
      <Field
        label="API key"
        name="api_key"
        type="password"
        autocomplete="new-password"
        maxLength={1_000}
        placeholder={model.has_key ? "Set. Leave empty to keep it" : ""}
        hint="Sealed on the server and never shown again. Leave it empty where the server asks for none."
        error={form}
      />
      <Field
        label="Tokens a day"
        name="daily_tokens"
        type="number"
        inputMode="numeric"
        min={0}
        required
        value={is_own ? model.daily_tokens : 1_000_000}
        hint="When they are used up, answers come from your content until midnight (UTC). 0 is no limit."
        error={form}
      />
      {is_owner && (
        <div class="flex flex-wrap gap-3">
          <Button look="plain" name="action" value="set_model">
            Save the model
          </Button>
          {model.source !== "none" && (
            <Button
              look="quiet"
              name="action"
              value="check_model"
              formNoValidate
            >
              Ask it for a word
            </Button>
          )}
          {is_own && (
            <Button
              look="danger"
              name="action"
              value="remove_model"
              formNoValidate
            >
              Remove it
            </Button>
          )}
        </div>
      )}
    </form>
  );
}

const SOURCES: Record<ModelView["source"], (model: ModelView) => string> = {
  none: () =>
    "Answers are sentences of your own content, found at once and free. A language model words them more freely, from the same content and with its sources.",
  server: ({ model }) =>
    `The server's own model ${model} words the answers. One of yours would take its place.`,
  twin: ({ model }) =>
    `${model} words the answers. Where it fails, they come from your content directly.`,
};

function TokensToday({ model }: { model: ModelView }) {
  const { tokens_today, daily_tokens } = model;
  const count = (n: number) => n.toLocaleString("en");
  return (
    <p class="text-sm">
      Today: <b class="tabular-nums">{count(tokens_today)}</b>{" "}
      {daily_tokens > 0 ? `of ${count(daily_tokens)} tokens` : "tokens"}
    </p>
  );
}
