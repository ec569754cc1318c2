/** Writes one line of JSON per event. Fields hold ids, never secrets, addresses of people or texts. */
export type Log = (
  level: "info" | "warn" | "error",
  event: string,
  fields?: Record<string, unknown>,
) => void;

/** Logs to standard output, one JSON object a line. */
export const logToStdout: Log = (level, event, fields = {}) => {
  console.log(
    JSON.stringify({ at: new Date().toISOString(), level, event, ...fields }),
  );
};

/** An error and its causes as one text, for the log only. */
export function describeError(error: unknown): string {
  const parts: string[] = [];
  for (let e = error; e !== undefined && parts.length < 5;) {
    parts.push(e instanceof Error ? e.stack ?? e.message : String(e));
    e = e instanceof Error ? e.cause : undefined;
  }
  return parts.join("\ncaused by ");
}
