import type { FormState } from "../../lib/views/form.ts";
import { Notice } from "./Notice.tsx";

/** Says above a form why it failed. */
export function FormProblem({ error }: { error: FormState | null }) {
  if (!error?.detail) return null;
  const [issue, ...more] = error.issues;
  return (
    <Notice look="bad">
      {issue && more.length === 0 ? issue.message : error.detail}
    </Notice>
  );
}

/** The form that was sent, if its action is one of these. */
export function formOf(
  form: FormState | null,
  ...actions: string[]
): FormState | null {
  return form && actions.includes(form.action) ? form : null;
}
