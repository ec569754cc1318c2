import type { Issue } from "../errors.ts";

/** A form that is shown again after it was sent: what happened to it, and what was typed. No secret is among it. */
export type FormState = {
  /** Which of the page's forms it is: the name of its action; empty where the page has one form. */
  action: string;
  /** Why it was refused; null where it was not. */
  detail: string | null;
  /** The refusal by field, where it belongs to fields. */
  issues: Issue[];
  values: Record<string, string>;
};
