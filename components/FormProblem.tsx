import type { FormError } from "../lib/http/page.ts";
import { Notice } from "./ui/Notice.tsx";

/** Says what a form did not get done, above it. */
export function FormProblem({ error }: { error: FormError | null }) {
  return error && <Notice look="bad">{error.detail}</Notice>;
}
