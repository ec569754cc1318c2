import type { FormError } from "../lib/http/page.ts";
import type { ApiKeyView } from "../lib/schemas/api_key.ts";
import { DomainWarning } from "./ApiKeyCard.tsx";
import { Button } from "./ui/Button.tsx";
import { Field } from "./ui/Field.tsx";

/** Makes a key for a site, so that the code can be shown complete. */
export function EmbedKeyForm({ error }: { error: FormError | null }) {
  return (
    <form method="post" class="space-y-4">
      <Field
        label="Name"
        name="name"
        required
        maxLength={100}
        placeholder="My shop"
        error={error}
      />
      <Field
        label="Domain of the site"
        name="allowed_domains"
        required
        placeholder="example.com"
        hint="Only pages there can use the key. More than one: with commas between."
        error={error}
      />
      <Button name="action" value="create">Make the key</Button>
    </form>
  );
}

type Props = {
  /** The one the code is for; null as long as there is none. */
  current: ApiKeyView | null;
  /** Stands in the code for a key whose text is not known any more; null where it is known. */
  placeholder: string | null;
  is_owner: boolean;
};

/** Which key the code is for, and what is left to do with it. */
export function EmbedKey({ current, placeholder, is_owner }: Props) {
  if (!current) {
    return (
      <p class="text-sm text-muted">
        The code needs a key that works on your site, and there is none yet.
        {!is_owner && " An owner of this team can make one."}
      </p>
    );
  }
  return (
    <div class="space-y-3 text-sm">
      <p class="min-w-0 wrap-anywhere">
        The code is for the key <bdi class="font-medium">{current.name}</bdi>
        {" "}
        <code class="font-mono text-muted">{current.key_prefix}…</code>{" "}
        <a
          class="text-accent underline"
          href={`/dashboard/api-keys?twin=${current.twin_id}#${current.id}`}
        >
          Its domains and who called
        </a>
      </p>
      {placeholder && (
        <p class="text-muted">
          Its text was shown when it was made and is not known here. Put it in
          the place of <code class="font-mono">{placeholder}</code>
          {is_owner ? ", or make a new key and get the code complete." : "."}
        </p>
      )}
      <DomainWarning domains={current.allowed_domains} />
    </div>
  );
}
