import type { ComponentChildren, InputHTMLAttributes } from "preact";
import type { FormState } from "../../lib/views/form.ts";

type Props = InputHTMLAttributes & {
  name: string;
  label: string;
  hint?: ComponentChildren;
  /** The form's refusal, of which the field shows its own part, and the input. */
  error?: FormState | null;
  /** Distinguishes fields of the same name on one page. */
  scope?: string;
  multiline?: number;
};

/** Browsers refuse an address without a scheme, which people leave out and forms add. */
const ADDRESS: InputHTMLAttributes = {
  type: "text",
  inputMode: "url",
  autoCapitalize: "none",
  spellcheck: false,
};

/** A labelled input with its hint and its error, linked by id. */
export function Field(
  { label, hint, error, scope = "", multiline, name, value, ...given }: Props,
) {
  const rest = given.type === "url" ? { ...given, ...ADDRESS } : given;
  const id = `${scope}${name}`;
  const issue = error?.issues.find((i) => i.path.split(".")[0] === name);
  const described = [hint && `${id}-hint`, issue && `${id}-error`]
    .filter(Boolean).join(" ") || undefined;
  const shared = {
    id,
    name,
    value: error?.values[name] ?? value,
    "aria-describedby": described,
    "aria-invalid": issue ? true : undefined,
    class:
      "w-full min-h-10 rounded-lg border border-control-line bg-raised px-3 py-2 text-base text-ink shadow-xs transition sm:text-sm",
  };
  return (
    <div class="min-w-0 space-y-1.5">
      <label for={id} class="block text-sm font-medium wrap-anywhere">
        {label}
      </label>
      {multiline
        ? (
          <textarea
            {...shared}
            value={undefined}
            rows={multiline}
            required={rest.required}
            placeholder={rest.placeholder}
            maxLength={rest.maxLength}
            dir={rest.dir}
          >
            {shared.value}
          </textarea>
        )
        : <input {...rest} {...shared} />}
      {hint && <p id={`${id}-hint`} class="text-xs text-muted">{hint}</p>}
      {issue && (
        <p id={`${id}-error`} class="text-xs font-medium text-bad">
          {issue.message}
        </p>
      )}
    </div>
  );
}
