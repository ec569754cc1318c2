import { suggestHandle } from "../../lib/client/suggest_handle.ts";
import type { FormState } from "../../lib/views/form.ts";
import type { TwinView } from "../../lib/schemas/twin.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";

type Props = {
  twin: TwinView;
  /** The origin of the address. */
  host: string;
  form: FormState | null;
  is_owner: boolean;
};

/** The twin's handle, to claim or change; read-only for a viewer. */
export function HandleForm({ twin, host, form, is_owner }: Props) {
  const { handle } = twin;
  const is_searchable = form
    ? form.values.is_searchable === "on"
    : twin.is_searchable;
  return (
    <form method="post" class="max-w-xl space-y-4">
      <Field
        label={`Address: ${host}/@`}
        name="handle"
        required
        minLength={3}
        maxLength={31}
        autocomplete="off"
        spellcheck={false}
        autocapitalize="none"
        value={handle ?? suggestHandle(twin.name)}
        placeholder="your-name"
        hint={handle
          ? "3 to 30 letters a to z, digits and hyphens. It can be changed three times in 30 days; the old address leads to the new one for 90 days."
          : "3 to 30 letters a to z, digits and hyphens, for example your name."}
        error={form}
      />
      <label class="flex items-start gap-2 text-sm">
        <input
          type="checkbox"
          name="is_searchable"
          checked={is_searchable}
          class="mt-0.5 size-4"
        />
        <span>
          <span class="font-medium">Search engines may find it</span>
          <span class="block text-muted">
            Only while sharing is on. The unlisted link is never listed.
          </span>
        </span>
      </label>
      {is_owner && (
        <Button
          look={handle ? "plain" : "primary"}
          name="action"
          value="handle"
        >
          {handle ? "Save the address" : "Claim this address"}
        </Button>
      )}
    </form>
  );
}
