import type { ProviderCard } from "../../lib/views/model.ts";
import type { ModelProvider, ModelView } from "../../lib/schemas/model.ts";
import type { FormState } from "../../lib/views/form.ts";
import { Button } from "../ui/Button.tsx";
import { Disclosure } from "../ui/Disclosure.tsx";
import { Field } from "../ui/Field.tsx";
import { Tabs } from "../ui/Tabs.tsx";

type Props = {
  model: ModelView;
  providers: readonly ProviderCard[];
  /** Whose model answers by default. */
  chosen: ModelProvider | null;
  form: FormState | null;
  is_owner: boolean;
};

/** Which model words a twin's answers. The key is never shown again. */
export function ModelForm(
  { model, providers, chosen, form, is_owner }: Props,
) {
  return (
    <form method="post" action="#sound" class="space-y-4" autocomplete="off">
      <p class="text-sm text-muted">{SOURCES[model.source](model)}</p>
      {model.source !== "none" && <TokensToday model={model} />}
      <Tabs
        label="Who writes the answers"
        name="provider"
        areCards
        chosen={form?.values.provider ?? chosen ?? undefined}
        tabs={providers.map(({ id, label, key_hint, key_page }) => ({
          id,
          label,
          content: (
            <Provider
              {...{ id, key_hint, key_page, form }}
              base_url={chosen === "other" ? model.base_url ?? "" : ""}
            />
          ),
        }))}
      />
      <div class="max-w-xl space-y-4">
        <Field
          label="API key"
          name="api_key"
          type="password"
          autocomplete="new-password"
          maxLength={1_000}
          placeholder={model.has_key ? "Set. Leave empty to keep it" : ""}
          hint="Sealed on the server and never shown again. It is only ever sent to the provider it is for."
          error={form}
        />
        <ModelDetails model={model} form={form} />
        {is_owner && <Buttons model={model} />}
      </div>
    </form>
  );
}

type ProviderProps = Pick<ProviderCard, "id" | "key_hint" | "key_page"> & {
  base_url: string;
  form: FormState | null;
};

/** Where to find its key and, for an unlisted provider, its address. */
function Provider({ id, key_hint, key_page, base_url, form }: ProviderProps) {
  return (
    <div class="max-w-xl space-y-4 pt-1">
      <p class="text-sm text-muted">
        {key_hint}
        {key_page && (
          <>
            {" "}
            <a
              class="text-accent underline"
              href={key_page}
              target="_blank"
              rel="noopener noreferrer"
            >
              Open that page
            </a>
          </>
        )}
      </p>
      {id === "other" && (
        <Field
          label="Address of its API"
          name="base_url"
          type="url"
          value={base_url}
          placeholder="https://api.example.com/v1"
          error={form}
        />
      )}
    </div>
  );
}

function Buttons({ model }: { model: ModelView }) {
  const is_own = model.source === "twin";
  return (
    <div class="flex flex-wrap gap-3">
      <Button look="plain" name="action" value="connect_model">
        {is_own ? "Test and save" : "Test and connect"}
      </Button>
      {model.source !== "none" && (
        <Button
          look="quiet"
          name="action"
          value="check_model"
          formNoValidate
        >
          Test {model.model}
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
  );
}

/** Defaults that the owner may change. */
function ModelDetails({ model, form }: Pick<Props, "model" | "form">) {
  const is_own = model.source === "twin";
  const typed = form?.values.model || form?.values.daily_tokens ||
    form?.issues.some(({ path }) => path === "model");
  return (
    <Disclosure title="Model and limit" open={Boolean(typed)}>
      <div class="space-y-4">
        <Field
          label="Model"
          name="model"
          maxLength={200}
          placeholder={is_own ? `${model.model} now` : "Chosen for you"}
          hint="Leave it empty to keep the model, or to have a fast and cheap one chosen for a new provider."
          error={form}
        />
        <Field
          label="Tokens per day"
          name="daily_tokens"
          inputMode="numeric"
          value={is_own ? String(model.daily_tokens) : ""}
          placeholder="1000000"
          hint="An answer usually takes 1,000 to 6,000, depending on how much you have written. When they are used up, answers come straight from your content until more become available. 0 means no limit."
          error={form}
        />
      </div>
    </Disclosure>
  );
}

const SOURCES: Record<ModelView["source"], (model: ModelView) => string> = {
  none: () =>
    "Answers are sentences from your own content, found instantly and for free. A language model puts them the way you talk, from the same content and with its sources. Choose a provider and enter your key.",
  server: ({ model }) =>
    `The server’s own model ${model} writes the answers. Your own would replace it.`,
  twin: ({ model }) =>
    `${model} writes the answers. If it fails, they come straight from your content.`,
};

function TokensToday({ model }: { model: ModelView }) {
  const { tokens_today, daily_tokens } = model;
  const count = (n: number) => n.toLocaleString("en");
  return (
    <p class="text-sm">
      In the last 24 hours: <b class="tabular-nums">{count(tokens_today)}</b>
      {" "}
      {daily_tokens > 0 ? `of ${count(daily_tokens)} tokens` : "tokens"}
    </p>
  );
}
