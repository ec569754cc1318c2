import type { SampleAnswer } from "../../lib/schemas/model.ts";
import type { TwinView } from "../../lib/schemas/twin.ts";
import type { FormState } from "../../lib/views/form.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { Markdown } from "../chat/Markdown.tsx";

type Props = {
  twin: TwinView;
  form: FormState | null;
  sample: SampleAnswer | null;
};

/** One question answered with and without the model, side by side. */
export function SampleForm({ twin, form, sample }: Props) {
  return (
    <div class="space-y-4">
      <form
        method="post"
        action="#sample"
        class="flex max-w-xl flex-wrap items-end gap-3"
      >
        <div class="min-w-0 flex-1 basis-56">
          <Field
            label="Hear the difference"
            name="question"
            required
            maxLength={300}
            dir="auto"
            value={twin.suggested_questions[0] ?? ""}
            placeholder="A question people ask you"
            error={form}
          />
        </div>
        <Button look="plain" name="action" value="sample">Compare</Button>
      </form>
      {sample && (
        <div role="status" class="space-y-3">
          <div class="grid gap-3 sm:grid-cols-2">
            <Said by="Without the model" text={sample.before} />
            {sample.after !== null &&
              <Said by="With the model" text={sample.after} />}
          </div>
          <p class="text-sm text-muted">{costOf(sample)}</p>
        </div>
      )}
    </div>
  );
}

function Said({ by, text }: { by: string; text: string }) {
  return (
    <figure class="min-w-0 rounded-lg bg-hover px-4 py-3 text-sm">
      <figcaption class="mb-1 font-medium">{by}</figcaption>
      <div dir="auto" class="wrap-anywhere">
        <Markdown text={text} />
      </div>
    </figure>
  );
}

/** Roughly what the answer costs, by a round price, since prices change. */
function costOf({ after, tokens }: SampleAnswer): string {
  if (after === null) {
    return "The model is not used here: questions you have answered yourself, small talk, and any question while there is no public content are answered directly, for free.";
  }
  const answers = Math.floor(1e6 / Math.max(tokens, 1)).toLocaleString("en");
  return `It took about ${
    tokens.toLocaleString("en")
  } tokens. At a price of $1 for a million tokens that is ${answers} answers for a dollar; your provider’s price list says what yours costs.`;
}
