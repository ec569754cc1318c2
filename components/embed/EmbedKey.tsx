import type { FormState } from "../../lib/views/form.ts";
import type { ApiKeyView } from "../../lib/schemas/api_key.ts";
import { DomainWarning } from "../keys/DomainWarning.tsx";
import { ActionButton } from "../ui/ActionForm.tsx";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";

type FormProps = {
  form: FormState | null;
  /** The likely site; empty if unknown. */
  site: string;
};

/** Makes a key for a site, named after it, so that the code can be shown complete. */
export function EmbedKeyForm({ form, site }: FormProps) {
  return (
    <form method="post" class="space-y-4">
      <Field
        label="Address of the site"
        name="allowed_domains"
        required
        value={site}
        placeholder="example.com"
        hint="Any address of your site. The code works there and nowhere else. Separate several with commas."
        error={form}
      />
      <label class="flex items-start gap-2 text-sm">
        <input
          type="checkbox"
          name="with_www"
          checked={form === null || form.values.with_www === "on"}
          class="mt-0.5 size-4 shrink-0 accent-accent"
        />
        <span>
          With and without <code class="font-mono">www.</code>
        </span>
      </label>
      <Button name="action" value="create">Get the code</Button>
    </form>
  );
}

/** A key to show the code for. */
export type EmbedKeyChoice = Pick<
  ApiKeyView,
  "id" | "twin_id" | "name" | "key_prefix" | "allowed_domains"
>;

type Props = {
  /** The selected key. */
  current: EmbedKeyChoice;
  /** A placeholder in the code for a key whose text is no longer known; null if it is known. */
  placeholder: string | null;
  is_owner: boolean;
};

/** The code's key, and what is left to do with it. */
export function EmbedKey({ current, placeholder, is_owner }: Props) {
  return (
    <div class="space-y-3 text-sm">
      <p class="max-w-prose min-w-0 wrap-anywhere text-muted">
        For <bdi class="font-medium text-ink">{current.name}</bdi>
        {placeholder
          ? (
            <>
              . Its key <code class="font-mono">{current.key_prefix}…</code>
              {" "}
              was shown when you made it. Put it in place of{" "}
              <code class="font-mono text-ink">{placeholder}</code>
              {is_owner && (
                <>
                  , or get the code again with a new key that takes its place
                </>
              )}
              {". "}
            </>
          )
          : ", complete: paste it as it is. "}
        <a
          class="text-accent underline"
          href={`/dashboard/api-keys?twin=${current.twin_id}#${current.id}`}
        >
          Where it works, and who called
        </a>
      </p>
      {placeholder && is_owner && (
        <ActionButton
          does="code_again"
          fields={{ key_id: current.id }}
          look="plain"
        >
          Get the code again
        </ActionButton>
      )}
      <DomainWarning domains={current.allowed_domains} />
    </div>
  );
}
