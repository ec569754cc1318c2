import type { ComponentChildren } from "preact";
import { X } from "lucide-preact";
import { HiddenFields } from "./ActionForm.tsx";

const LOOKS = {
  good: "text-good",
  warn: "text-warn",
  bad: "text-bad",
} as const;

type Props = {
  look: keyof typeof LOOKS;
  children: ComponentChildren;
  /** The form that undoes the action. */
  undo?: { fields: Record<string, string>; path?: string };
  /** The text of its dismiss button. */
  dismiss?: string;
};

/**
 * Says at the foot of the page what was just done; dismissed and undone without scripts. With scripts it disappears by
 * itself, unless it reports a failure.
 */
export function Toast(
  { look, children, undo, dismiss = "Dismiss" }: Props,
) {
  return (
    <div
      role="status"
      data-toast
      data-stays={look === "bad" || undefined}
      class="toast fixed inset-x-4 bottom-4 z-40 mx-auto flex w-fit max-w-xl flex-wrap items-center gap-x-4 gap-y-2 rounded-xl border border-line bg-raised py-2.5 ps-4 pe-2.5 text-sm shadow-lg has-[[data-dismiss]:checked]:hidden"
    >
      <span
        aria-hidden="true"
        class={`size-2 shrink-0 rounded-full bg-current ${LOOKS[look]}`}
      />
      <span data-said dir="auto" class="min-w-0 flex-1 wrap-anywhere">
        {children}
      </span>
      {undo && (
        <form method="post" action={undo.path}>
          <HiddenFields fields={undo.fields} />
          <button
            type="submit"
            class="min-h-8 rounded-lg px-2 font-medium text-accent transition hover:bg-hover"
          >
            Undo
          </button>
        </form>
      )}
      <label class="grid size-8 cursor-pointer place-items-center rounded-lg text-muted transition hover:bg-hover hover:text-ink has-[:focus-visible]:outline-2">
        <input type="checkbox" data-dismiss class="sr-only" />
        <span class="sr-only">{dismiss}</span>
        <X size={16} />
      </label>
    </div>
  );
}
