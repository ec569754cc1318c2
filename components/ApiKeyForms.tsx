import type { FormError } from "../lib/http/page.ts";
import type { KeyRow } from "../lib/http/api_key_rows.ts";
import { Button } from "./ui/Button.tsx";
import { Field } from "./ui/Field.tsx";
import { Select } from "./ui/Select.tsx";

const DOMAINS_HINT =
  "One a line: example.com (that host alone), *.example.com (its subdomains), or http://localhost:8080 while you build.";

type CreateProps = { error: FormError | null; default_limit: number };

/** Makes a key. */
export function CreateKeyForm({ error, default_limit }: CreateProps) {
  return (
    <form method="post" class="grid max-w-3xl grid-cols-1 gap-4 sm:grid-cols-2">
      <Field
        label="Name"
        name="name"
        required
        maxLength={100}
        placeholder="My shop"
        hint="For you: where this key is used."
        error={error}
      />
      <Select
        label="Type"
        name="type"
        value={error?.values.type}
        options={[
          ["publishable", "Publishable, for web pages"],
          ["secret", "Secret, for servers"],
        ]}
        hint="A publishable key works on the domains below. A secret key must never stand in a page."
      />
      <div class="sm:col-span-2">
        <Field
          label="Domains"
          name="allowed_domains"
          multiline={3}
          placeholder="example.com"
          hint={DOMAINS_HINT}
          error={error}
        />
      </div>
      <Field
        label="Limit, messages a minute"
        name="rate_limit_per_minute"
        type="number"
        min={1}
        max={100000}
        placeholder={`${default_limit}`}
        hint="Left empty: the usual limit."
        error={error}
      />
      <Field
        label="Ends at (UTC)"
        name="expires_at"
        type="datetime-local"
        hint="Left empty: never."
        error={error}
      />
      <p>
        <Button name="action" value="create">Create key</Button>
      </p>
    </form>
  );
}

type RowProps = { row: KeyRow; error: FormError | null };

/** Changes a key's settings. */
export function EditKeyForm({ row: { key }, error }: RowProps) {
  const own = error && "name" in error.values ? error : null;
  return (
    <form method="post" class="grid max-w-3xl grid-cols-1 gap-4 sm:grid-cols-2">
      <input type="hidden" name="key_id" value={key.id} />
      <div class="sm:col-span-2">
        <Field
          label="Name"
          name="name"
          scope={key.id}
          required
          maxLength={100}
          value={key.name}
          error={own}
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
            error={own}
          />
        </div>
      )}
      <Field
        label="Limit, messages a minute"
        name="rate_limit_per_minute"
        scope={key.id}
        type="number"
        required
        min={1}
        max={100000}
        value={key.rate_limit_per_minute}
        error={own}
      />
      <Field
        label="Ends at (UTC)"
        name="expires_at"
        scope={key.id}
        type="datetime-local"
        value={key.expires_at?.slice(0, 16) ?? ""}
        hint="Left empty: never."
        error={own}
      />
      <p>
        <Button name="action" value="update">Save changes</Button>
      </p>
    </form>
  );
}

/** Makes a new key in place of this one. */
export function RotateKeyForm({ row: { key } }: { row: KeyRow }) {
  return (
    <form method="post" class="flex flex-wrap items-end gap-3">
      <input type="hidden" name="key_id" value={key.id} />
      <Select
        label="The old key ends"
        name="overlap_seconds"
        scope={key.id}
        value="86400"
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
export function RevokeKeyForm({ row: { key }, error }: RowProps) {
  const own = error && "confirm" in error.values ? error : null;
  return (
    <form method="post" class="max-w-md space-y-3">
      <input type="hidden" name="key_id" value={key.id} />
      <Field
        label="Type the key's name to revoke it"
        name="confirm"
        scope={key.id}
        required
        autocomplete="off"
        hint={<bdi class="break-words">{key.name}</bdi>}
        error={own}
      />
      <Button look="danger" name="action" value="revoke">
        Revoke for good
      </Button>
    </form>
  );
}
