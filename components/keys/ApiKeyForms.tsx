import type { FormState } from "../../lib/views/form.ts";
import type { KeyRow } from "../../lib/views/api_keys.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { Select } from "../ui/Select.tsx";
import { KeyScopes } from "./KeyScopes.tsx";

export const DOMAINS_HINT =
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
      <EndFields form={form} />
      <p class="self-end">
        <Button name="action" value="create">Create key</Button>
      </p>
    </form>
  );
}

function EndFields({ form }: { form: FormState | null }) {
  return (
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
  );
}

type RowProps = { row: KeyRow; form: FormState | null };

/** Replaces this key. */
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
      <Button name="action" value="rotate">Create a new key</Button>
    </form>
  );
}

/** Revokes a key, once its name has been typed. */
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
