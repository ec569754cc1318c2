import type { FormState } from "../../lib/views/form.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { formOf } from "../ui/FormProblem.tsx";

/** Shows or erases for good what a visitor left. */
export function PersonForms({ form }: { form: FormState | null }) {
  const own = formOf(form, "export_person", "erase_person");
  return (
    <form method="post" class="max-w-xl space-y-4">
      <p class="text-sm text-muted">
        Every conversation in which somebody left this e-mail, in all twins of
        the team, with its questions, answers and ratings.
      </p>
      <Field
        label="E-mail that the visitor left"
        name="email"
        type="email"
        required
        autocomplete="off"
        value={own?.values.email}
        error={own}
      />
      <p>
        <Button look="plain" name="action" value="export_person">
          Download what is stored
        </Button>
      </p>
      <Field
        label="Type the e-mail again to erase it all"
        name="confirm"
        autocomplete="off"
        hint="For good. The Activity page records how much it was, and nothing of what was said."
        error={own}
      />
      <p>
        <Button look="danger" name="action" value="erase_person">
          Erase for good
        </Button>
      </p>
    </form>
  );
}
