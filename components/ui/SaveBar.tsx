import type { ComponentChildren } from "preact";
import type { FormState } from "../../lib/views/form.ts";
import { Button } from "./Button.tsx";

type Props = {
  /** The form's refusal: what was typed is not saved. */
  form: FormState | null;
  /** The button that saves. */
  children: ComponentChildren;
};

/**
 * The foot of a form that is `data-guarded`: while something in it is not saved it stays in sight and says so, and
 * static/frame.js asks before the page is left.
 */
export function SaveBar({ form, children }: Props) {
  return (
    <div class="save-bar" data-unsaved={form ? true : undefined}>
      {children}
      <span class="save-bar-said">
        <span class="text-sm text-muted">Not saved yet</span>
        {form === null && (
          <Button type="reset" look="quiet" size="sm">Discard</Button>
        )}
      </span>
    </div>
  );
}
