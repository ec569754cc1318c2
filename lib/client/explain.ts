import type { ChatError } from "./chat_client.ts";
import type { Strings } from "./strings.ts";

/** Whether the twin can no longer be reached from here, so that retrying is pointless. */
export function isFinal({ code }: ChatError): boolean {
  return /unauthorized|forbidden|not_found|expired/.test(code);
}

/**
 * Words an error for a visitor, with the time of day at which a limit ends, and the code that lets the twin's owner
 * look up the reason.
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
  // Anything not from the server is a connection failure.
  const { code = "network", message, retry_at_ms } = error;
  // A paused twin has its own message.
  if (code === "unavailable" && message) return message;
  if (code === "network" && navigator.onLine === false) return strings.offline;
  const known: Record<string, string> = strings;
  const words = isFinal(error) ? strings.ended : known[code] ?? strings.failed;
  return words.replace(
    "{time}",
    // To the minute, rounded up.
    () =>
      new Date(Math.ceil(retry_at_ms / 6e4) * 6e4)
        .toLocaleTimeString(strings.lang, { timeStyle: "short" }),
  );
}
