import type { ButtonHTMLAttributes } from "preact";

const LOOKS = {
  primary:
    "primary-gradient text-white shadow-sm hover:brightness-110 active:brightness-95",
  plain:
    "bg-raised text-ink border border-control-line/50 shadow-xs hover:border-control-line hover:bg-hover",
  danger:
    "bg-raised text-bad border border-control-line/50 shadow-xs hover:border-bad hover:bg-bad-soft",
  quiet: "text-muted hover:bg-hover hover:text-ink",
  /** On a hero, which is dark in both themes. */
  hero: "bg-white text-brand-800 shadow-sm hover:bg-brand-50",
} as const;

const SIZES = {
  md: "min-h-10 px-4",
  sm: "min-h-8 px-3",
} as const;

type Look = { look?: keyof typeof LOOKS; size?: keyof typeof SIZES };
type Props = ButtonHTMLAttributes & Look & {
  /** Its action is in progress. The button of a submitted form gets this look automatically. */
  isBusy?: boolean;
};

/** A button's classes, for a link that looks like one. */
export function buttonLook({ look = "primary", size = "md" }: Look): string {
  return `button inline-flex items-center justify-center gap-2 rounded-lg text-sm font-medium transition disabled:pointer-events-none disabled:opacity-60 ${
    SIZES[size]
  } ${LOOKS[look]}`;
}

/** A button; `submit` by default, since most are in a form. */
export function Button(
  { look, size, isBusy, class: extra, ...rest }: Props,
) {
  return (
    <button
      type="submit"
      {...rest}
      aria-busy={isBusy || undefined}
      class={`${buttonLook({ look, size })} ${extra ?? ""}`}
    />
  );
}
