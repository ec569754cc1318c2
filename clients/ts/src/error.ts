type Problem = {
  status?: number;
  code?: string;
  detail?: string;
  request_id?: string;
  retry_after_seconds?: number;
  issues?: Issue[];
};

/** One validation issue: the path to the field, and how to fix it. */
export type Issue = { path: string; message: string };

/**
 * A refused call: `code` is for programs, `message` says what to do next. `code` is `network` if there was no
 * response.
 */
export class TwincastError extends Error {
  override readonly name: string = "TwincastError";
  readonly status: number;
  readonly code: string;
  readonly request_id: string | null;
  /** Seconds until the call may be retried; null if unknown. */
  readonly retry_after_s: number | null;
  /** Every validation issue; empty for other errors. */
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

/** What to do next; with several issues, the first one and how many more there are. */
function messageOf({ detail, issues = [] }: Problem): string {
  const [first, ...more] = issues;
  if (!first || more.length === 0) {
    return detail ?? "Twincast could not be reached.";
  }
  return `${first.path}: ${first.message}. See issues for ${more.length} more.`;
}
