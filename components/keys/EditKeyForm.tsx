import type { FormState } from "../../lib/views/form.ts";
import type { KeyRow, OriginTrial } from "../../lib/views/api_keys.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { DOMAINS_HINT } from "./ApiKeyForms.tsx";
import { KeyScopes } from "./KeyScopes.tsx";

type Props = {
  row: KeyRow;
  form: FormState | null;
  tried: OriginTrial | null;
};

/** Changes a key's settings; domains can be tried first. */
export function EditKeyForm(
  { row: { key }, form, tried }: Props,
) {
  return (
    <form method="post" class="grid max-w-3xl grid-cols-1 gap-4 sm:grid-cols-2">
      {/* The button for Enter: it tries an address if there is one, and saves otherwise. */}
      <button type="submit" name="action" value="enter" hidden>Save</button>
      <input type="hidden" name="key_id" value={key.id} />
      <div class="sm:col-span-2">
        <Field
          label="Name"
          name="name"
          scope={key.id}
          required
          maxLength={100}
          value={key.name}
          error={form}
        />
      </div>
      <DomainsOrScopes api_key={key} form={form} tried={tried} />
      <Field
        label="Limit (messages per minute)"
        name="rate_limit_per_minute"
        scope={key.id}
        type="number"
        required
        min={1}
        max={100000}
        value={key.rate_limit_per_minute}
        error={form}
      />
      <Field
        label="Ends at (UTC)"
        name="expires_at"
        scope={key.id}
        type="datetime-local"
        value={key.expires_at?.slice(0, 16) ?? ""}
        hint="Leave empty for no expiry."
        error={form}
      />
      <p>
        <Button name="action" value="update">Save changes</Button>
      </p>
    </form>
  );
}

type DomainsOrScopesProps = {
  api_key: KeyRow["key"];
  form: FormState | null;
  tried: OriginTrial | null;
};

/** Where a publishable key works, or what a secret key may do. */
function DomainsOrScopes({ api_key: key, form, tried }: DomainsOrScopesProps) {
  return key.type === "secret"
    ? (
      <div class="sm:col-span-2">
        <KeyScopes chosen={key.scopes} form={form} />
      </div>
    )
    : (
      <div class="sm:col-span-2">
        <Field
          label="Domains"
          name="allowed_domains"
          scope={key.id}
          multiline={Math.min(8, key.allowed_domains.length + 2)}
          value={key.allowed_domains.join("\n")}
          hint={DOMAINS_HINT}
          error={form}
        />
        <OriginTester scope={key.id} form={form} tried={tried} />
      </div>
    );
}

type TesterProps = {
  scope: string;
  form: FormState | null;
  tried: OriginTrial | null;
};

/** Shows whether the typed domains would allow a page. Saves nothing. */
function OriginTester({ scope, form, tried }: TesterProps) {
  return (
    <div class="mt-3 space-y-2 rounded-lg border border-line bg-surface p-3">
      <div class="flex flex-wrap items-end gap-3">
        <div class="min-w-0 flex-1 basis-56">
          <Field
            label="Would this page be allowed?"
            name="test_origin"
            scope={scope}
            maxLength={300}
            autofocus={tried !== null}
            placeholder="https://shop.example.com"
            error={form}
          />
        </div>
        <Button look="plain" name="action" value="try">Try</Button>
      </div>
      {tried && (
        <p
          role="status"
          class={`text-sm font-medium break-all ${
            tried.is_let_in ? "text-good" : "text-bad"
          }`}
        >
          {tried.is_let_in
            ? `Yes, ${tried.origin} is allowed by these domains.`
            : `No, ${tried.origin} is refused by these domains. If it is yours, add it.`}
        </p>
      )}
    </div>
  );
}
