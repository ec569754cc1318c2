import type { SelectHTMLAttributes } from "preact";

type Props = SelectHTMLAttributes & {
  name: string;
  label: string;
  /** Value and label of each choice. */
  options: readonly (readonly [value: string, label: string])[];
  value?: string;
  hint?: string;
  /** Distinguishes fields of the same name on one page. */
  scope?: string;
  /** The label is for screen readers only, if the context is clear to the eye. */
  isLabelHidden?: boolean;
};

/** A labelled choice with its hint, linked by id. */
export function Select(
  {
    label,
    options,
    value,
    hint,
    scope = "",
    isLabelHidden,
    name,
    ...rest
  }: Props,
) {
  const id = `${scope}${name}`;
  return (
    <div class="min-w-0 space-y-1.5">
      <label
        for={id}
        class={isLabelHidden ? "sr-only" : "block text-sm font-medium"}
      >
        {label}
      </label>
      <select
        {...rest}
        id={id}
        name={name}
        aria-describedby={hint && `${id}-hint`}
        class="min-h-10 w-full rounded-lg border border-control-line bg-raised px-3 py-2 text-base text-ink shadow-xs transition disabled:opacity-60 sm:text-sm"
      >
        {options.map(([choice, words]) => (
          <option key={choice} value={choice} selected={choice === value}>
            {words}
          </option>
        ))}
      </select>
      {hint && <p id={`${id}-hint`} class="text-xs text-muted">{hint}</p>}
    </div>
  );
}
