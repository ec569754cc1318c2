import type { ContentView } from "../../lib/schemas/content.ts";
import type { FormState } from "../../lib/views/form.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";

type Props = { item: ContentView; form: FormState | null };

/** The questions an item is known to answer, which can be reviewed and changed. */
export function ForeseenQuestions({ item, form }: Props) {
  return (
    <form method="post" class="space-y-4">
      <Field
        label="One per line"
        name="questions"
        multiline={Math.min(12, Math.max(4, item.questions.length + 1))}
        dir="auto"
        value={item.questions.join("\n")}
        hint="Anyone who asks one of these, in these or other words, is answered with this item, at once and for free. If your twin has a language model, it writes them for a public item soon after you save it. Questions you write replace its own, and it leaves yours alone."
        error={form}
      />
      <Button look="plain" name="action" value="questions">
        Save the questions
      </Button>
    </form>
  );
}
