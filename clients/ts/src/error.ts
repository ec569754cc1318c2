type Problem = {
  status?: number;
  code?: string;
  detail?: string;
  request_id?: string;
  retry_after_seconds?: number;
  issues?: Issue[];
};

/** One thing wrong with what was sent: where, as a path of names, and what to do about it. */
export type Issue = { path: string; message: string };

/** A refusal: `code` is for programs, `message` says what to do next. `network` where no answer came. */
export class TwincastError extends Error {
  override readonly name: string = "TwincastError";
  readonly status: number;
  readonly code: string;
  readonly request_id: string | null;
  /** When it may be tried again, in seconds from then; null where it does not say. */
  readonly retry_after_s: number | null;
  /** All that is wrong with what was sent; none of other refusals. */
  readonly issues: readonly Issue[];

  constructor(problem: Problem, options?: ErrorOptions) {
    super(messageOf(problem), options);
    this.status = problem.status ?? 0;
    this.code = problem.code ?? "network";
    this.request_id = problem.request_id ?? null;
    this.retry_after_s = problem.retry_after_seconds ?? null;
    this.issues = problem.issues ?? [];
  }
}

/** What to do next: of several fields, about the first, with how many more there are. */
function messageOf({ detail, issues = [] }: Problem): string {
  const [first, ...more] = issues;
  if (!first || more.length === 0) {
    return detail ?? "Twincast could not be reached.";
  }
  return `${first.path}: ${first.message}. ${more.length} more in issues.`;
}
