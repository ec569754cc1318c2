import type { ComponentChildren } from "preact";
import type { FormState } from "../../lib/views/form.ts";
import { Button } from "./Button.tsx";

type Props = {
  /** The form's refusal: the input is not saved. */
  form: FormState | null;
  /** The button that saves. */
  children: ComponentChildren;
};

/**
 * The footer of a `data-guarded` form: while there are unsaved changes it stays visible and says so, and
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
