import type { Issue } from "../errors.ts";

/** The state of a submitted form that is shown again: its outcome, and the typed values, without secrets. */
export type FormState = {
  /** The name of the form's action; empty if the page has only one form. */
  action: string;
  /** Why it was refused; null if it was not. */
  detail: string | null;
  /** The refusal by field, if it concerns fields. */
  issues: Issue[];
  values: Record<string, string>;
};
