import type { FormState } from "../../lib/views/form.ts";
import type { KeyRow, OriginTrial } from "../../lib/views/api_keys.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { Select } from "../ui/Select.tsx";
import { KeyScopes } from "./KeyScopes.tsx";

const DOMAINS_HINT =
  "One per line: example.com (that host alone), *.example.com (its subdomains), or http://localhost:8080 while you build.";

type CreateProps = { form: FormState | null; default_limit: number };

/** Makes a key. */
export function CreateKeyForm({ form, default_limit }: CreateProps) {
  return (
    <form method="post" class="grid max-w-3xl grid-cols-1 gap-4 sm:grid-cols-2">
      <Field
        label="Name"
        name="name"
        required
        maxLength={100}
        placeholder="My shop"
        hint="Only you see it: where this key is used."
        error={form}
      />
      <Select
        label="Type"
        name="type"
        value={form?.values.type}
        options={[
          ["publishable", "Publishable, for web pages"],
          ["secret", "Secret, for servers"],
        ]}
        hint="A publishable key works on the domains below. Never put a secret key in a page."
      />
      <div class="sm:col-span-2">
        <Field
          label="Domains"
          name="allowed_domains"
          multiline={3}
          placeholder="example.com"
          hint={DOMAINS_HINT}
          error={form}
        />
      </div>
      <div class="sm:col-span-2">
        <KeyScopes chosen={["chat"]} form={form} />
      </div>
      <Field
        label="Limit (messages per minute)"
        name="rate_limit_per_minute"
        type="number"
        min={1}
        max={100000}
        placeholder={`${default_limit}`}
        hint="Leave empty for the default."
        error={form}
      />
      <div class="space-y-4">
        <Select
          label="Ends"
          name="lives_days"
          value={form?.values.lives_days}
          options={[
            ["", "Never"],
            ["30", "In 30 days"],
            ["90", "In 90 days"],
            ["365", "In a year"],
          ]}
        />
        <Field
          label="Or at (UTC)"
          name="expires_at"
          type="datetime-local"
          error={form}
        />
      </div>
      <p class="self-end">
        <Button name="action" value="create">Create key</Button>
      </p>
    </form>
  );
}

type RowProps = { row: KeyRow; form: FormState | null };

/** Changes a key's settings; what is typed can be tried first. */
export function EditKeyForm(
  { row: { key }, form, tried }: RowProps & { tried: OriginTrial | null },
) {
  return (
    <form method="post" class="grid max-w-3xl grid-cols-1 gap-4 sm:grid-cols-2">
      {/* What the key Enter presses: it tries where there is an address to try, and saves otherwise. */}
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
      {key.type === "publishable" && (
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
      )}
      {key.type === "secret" && (
        <div class="sm:col-span-2">
          <KeyScopes chosen={key.scopes} form={form} />
        </div>
      )}
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

type TesterProps = {
  scope: string;
  form: FormState | null;
  tried: OriginTrial | null;
};

/** Shows whether the domains, as they are typed, would allow a page. Saves nothing. */
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

/** Makes a new key in place of this one. */
export function RotateKeyForm({ row: { key }, form }: RowProps) {
  return (
    <form method="post" class="flex flex-wrap items-end gap-3">
      <input type="hidden" name="key_id" value={key.id} />
      <Select
        label="The old key ends"
        name="overlap_seconds"
        scope={key.id}
        value={form?.values.overlap_seconds ?? "86400"}
        options={[
          ["0", "now"],
          ["3600", "in 1 hour"],
          ["86400", "in 1 day"],
          ["604800", "in 7 days"],
        ]}
      />
      <Button name="action" value="rotate">Make a new key</Button>
    </form>
  );
}

/** Ends a key, once its name has been typed. */
export function RevokeKeyForm({ row: { key }, form }: RowProps) {
  return (
    <form method="post" class="max-w-md space-y-3">
      <input type="hidden" name="key_id" value={key.id} />
      <Field
        label="Type the key’s name to revoke it"
        name="confirm"
        scope={key.id}
        required
        autocomplete="off"
        hint={<bdi class="break-words">{key.name}</bdi>}
        error={form}
      />
      <Button look="danger" name="action" value="revoke">
        Revoke for good
      </Button>
    </form>
  );
}
