import type { ComponentChildren } from "preact";

type Props = {
  code: string;
  /** What the code is, for screen readers. */
  label: string;
  /** The button that copies it. */
  children?: ComponentChildren;
};

/** Code to copy: one click selects all of it, even without scripts. */
export function CodeBlock({ code, label, children }: Props) {
  const fits = code.includes("\n")
    ? "overflow-x-auto"
    : "whitespace-pre-wrap wrap-anywhere";
  return (
    <div class="min-w-0 space-y-2">
      <pre
        tabIndex={0}
        role="region"
        aria-label={label}
        dir="ltr"
        class={`${fits} max-h-80 overflow-y-auto rounded-lg border border-line bg-surface p-4 text-xs leading-relaxed`}
      ><code class="select-all font-mono">{code}</code></pre>
      {children}
    </div>
  );
}
