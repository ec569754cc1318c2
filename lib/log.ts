/** Writes one line of JSON per event. Fields contain ids, never secrets, people's addresses or texts. */
export type Log = (
  level: "info" | "warn" | "error",
  event: string,
  fields?: Record<string, unknown>,
) => void;

const HELD_MS = 50;
const MAX_HELD = 64 * 1024;

/**
 * Logs to standard output, one JSON object per line. Lines are buffered for up to 50 ms and written together, since a
 * write for each costs a busy server more than an answer from memory; an error goes out at once, with everything
 * before it.
 */
export class StdoutLog {
  #held = "";
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly log: Log = (level, event, fields = {}) => {
    const at = new Date().toISOString();
    this.#held += JSON.stringify({ at, level, event, ...fields }) + "\n";
    if (level === "error" || this.#held.length > MAX_HELD) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), HELD_MS);
  };

  /** Writes the buffered lines. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const lines = this.#held;
    this.#held = "";
    if (lines !== "") console.log(lines.trimEnd());
  }
}

/** An error and its causes as one text, for the log only. */
export function describeError(error: unknown): string {
  const parts: string[] = [];
  for (let e = error; e !== undefined && parts.length < 5;) {
    parts.push(e instanceof Error ? e.stack ?? e.message : String(e));
    e = e instanceof Error ? e.cause : undefined;
  }
  return parts.join("\ncaused by ");
}
