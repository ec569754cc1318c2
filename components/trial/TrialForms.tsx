import { ArrowRight } from "lucide-preact";
import type { FormState } from "../../lib/views/form.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { formOf, FormProblem } from "../ui/FormProblem.tsx";

type Props = { form: FormState | null };

/** The one field: a website's address. `look` tells whether it is on a hero. */
export function AddressForm(
  { form, url = "", action, isLarge = false }: Props & {
    url?: string;
    action?: string;
    isLarge?: boolean;
  },
) {
  const own = formOf(form, "address");
  const [issue] = own?.issues ?? [];
  const problem = issue?.message ?? own?.detail;
  return (
    <form method="post" action={action} class="space-y-2">
      <input type="hidden" name="action" value="address" />
      <label for="url" class="block text-sm font-medium">
        Your website’s address
      </label>
      <div
        class={`flex flex-wrap gap-2 ${
          isLarge
            ? "rounded-2xl border border-line bg-raised p-2 shadow-lg"
            : ""
        }`}
      >
        <AddressInput
          value={own?.values.url ?? url}
          is_refused={Boolean(problem)}
          isLarge={isLarge}
        />
        <Button
          class={isLarge ? "min-h-12 px-6 text-base max-sm:w-full" : "min-h-11"}
        >
          Meet your twin <ArrowRight size={18} />
        </Button>
      </div>
      {problem && (
        <p
          id="url-error"
          role="alert"
          class="w-fit rounded-lg bg-bad-soft px-3 py-1.5 text-sm font-medium text-bad"
        >
          {problem}
        </p>
      )}
    </form>
  );
}

type InputProps = { value: string; is_refused: boolean; isLarge: boolean };

function AddressInput({ value, is_refused, isLarge }: InputProps) {
  return (
    <input
      id="url"
      name="url"
      type="text"
      inputMode="url"
      autocomplete="url"
      autocapitalize="none"
      spellcheck={false}
      required
      maxLength={2000}
      dir="ltr"
      placeholder="yoursite.com"
      value={value}
      aria-invalid={is_refused ? true : undefined}
      aria-describedby={is_refused ? "url-error" : undefined}
      class={`min-w-0 flex-1 basis-56 rounded-xl bg-raised px-4 text-ink ${
        isLarge
          ? "min-h-12 text-lg"
          : "min-h-11 border border-control-line shadow-xs"
      }`}
    />
  );
}

/** The alternative: a name and about three sentences. */
export function WriteForm(
  { form, action, look }: Props & { action?: string; look?: "plain" },
) {
  const own = formOf(form, "write");
  return (
    <form method="post" action={action} class="space-y-4">
      <FormProblem error={own} />
      <Field
        label="Your name, or what you do"
        name="name"
        required
        maxLength={100}
        dir="auto"
        placeholder="Mara Clay"
        error={own}
      />
      <Field
        label="Three things people ask you about"
        name="text"
        required
        multiline={6}
        maxLength={4000}
        dir="auto"
        placeholder="I teach wheel-throwing in Lisbon, on Tuesdays and Thursdays at six. A course of six evenings costs 240 euros. Beginners are welcome, and the clay is included."
        hint="What you do, what it costs, when you are there: your twin answers from these words."
        error={own}
      />
      <Button name="action" value="write" look={look}>Talk to it</Button>
    </form>
  );
}
