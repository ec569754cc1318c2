import type { ButtonHTMLAttributes } from "preact";

const LOOKS = {
  primary:
    "bg-linear-to-br from-brand-600 to-purple-600 text-white shadow-sm hover:brightness-110",
  plain: "bg-raised text-ink border border-line hover:border-control-line",
  danger: "bg-raised text-bad border border-line hover:border-bad",
} as const;

type Props = ButtonHTMLAttributes & { look?: keyof typeof LOOKS };

/** A button; `submit` unless told otherwise, since most stand in a form. */
export function Button({ look = "primary", class: extra, ...rest }: Props) {
  return (
    <button
      type="submit"
      {...rest}
      class={`inline-flex min-h-10 items-center justify-center gap-2 rounded-lg px-4 text-sm font-medium transition disabled:opacity-60 ${
        LOOKS[look]
      } ${extra ?? ""}`}
    />
  );
}
