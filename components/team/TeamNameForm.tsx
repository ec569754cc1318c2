import type { FormState } from "../../lib/views/form.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";

/** The team's name, as its members see it. */
export function TeamNameForm(
  { name, form }: { name: string; form: FormState | null },
) {
  return (
    <form method="post" class="flex max-w-xl flex-wrap items-end gap-3">
      <div class="min-w-0 flex-1 basis-56">
        <Field
          label="Name of the team"
          name="name"
          scope="team-"
          required
          maxLength={100}
          dir="auto"
          value={name}
          error={form}
        />
      </div>
      <Button look="plain" name="action" value="rename_team">Rename</Button>
    </form>
  );
}
