import type { ChatError } from "./chat_client.ts";
import type { Strings } from "./strings.ts";

/** Whether the twin can no longer be reached from here, so that trying again is no use. */
export function isFinal({ code }: ChatError): boolean {
  return /unauthorized|forbidden|not_found|expired/.test(code);
}

/**
 * An error as a text for a visitor, with the time of day at which a limit ends, and the code by which the twin's
 * owner can find out why.
 */
export function explain(
  error: ChatError,
  strings: Omit<Strings, "greeting" | "disclosure">,
): string {
  const { reason_code } = error;
  const text = messageOf(error, strings);
  return reason_code ? `${text} (${reason_code})` : text;
}

function messageOf(
  error: ChatError,
  strings: Omit<Strings, "greeting" | "disclosure">,
): string {
  // What is no problem of the server's is a fault of the connection.
  const { code = "network", message, retry_at_ms } = error;
  // A paused twin has its own words.
  if (code === "unavailable" && message) return message;
  if (code === "network" && navigator.onLine === false) return strings.offline;
  const known: Record<string, string> = strings;
  const words = isFinal(error) ? strings.ended : known[code] ?? strings.failed;
  return words.replace(
    "{time}",
    // To the minute, and none too early.
    () =>
      new Date(Math.ceil(retry_at_ms / 6e4) * 6e4)
        .toLocaleTimeString(strings.lang, { timeStyle: "short" }),
  );
}
