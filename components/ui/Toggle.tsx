import type { ButtonHTMLAttributes } from "preact";

type Props = Omit<ButtonHTMLAttributes, "role" | "label"> & {
  isOn: boolean;
  label: string;
  /** The label is for screen readers only, if the context is clear to the eye. */
  isLabelHidden?: boolean;
};

/** A switch that submits its form; the form says what it switches to. */
export function Toggle(
  { isOn, label, isLabelHidden, class: extra, ...rest }: Props,
) {
  return (
    <button
      type="submit"
      {...rest}
      role="switch"
      aria-checked={isOn}
      aria-label={isLabelHidden ? label : undefined}
      class={`group inline-flex min-h-8 items-center gap-3 rounded-lg text-start text-sm font-medium disabled:opacity-60 ${
        extra ?? ""
      }`}
    >
      <span
        aria-hidden="true"
        class="flex h-6 w-10 shrink-0 rounded-full border border-control-line bg-hover p-0.5 transition-colors group-aria-checked:border-good group-aria-checked:bg-good"
      >
        <span class="toggle-knob h-full w-[1.125rem] rounded-full bg-control-line transition-[translate] group-aria-checked:translate-x-4 group-aria-checked:bg-raised rtl:group-aria-checked:-translate-x-4" />
      </span>
      {!isLabelHidden && label}
    </button>
  );
}
