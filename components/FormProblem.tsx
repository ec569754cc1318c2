import type { FormError } from "../lib/pages/page.ts";
import { Notice } from "./ui/Notice.tsx";

/** Says what a form did not get done, above it. */
export function FormProblem({ error }: { error: FormError | null }) {
  if (!error) return null;
  const [issue, ...more] = error.issues;
  return (
    <Notice look="bad">
      {issue && more.length === 0 ? issue.message : error.detail}
    </Notice>
  );
}
