import type { ChatError } from "./chat_client.ts";
import type { Strings } from "./strings.ts";

/** An error in words for a visitor, with the time of day at which a limit ends. */
export function explain(error: ChatError, strings: Strings): string {
  switch (error.code) {
    case "rate_limited": {
      const ends = new Date(error.retry_at_ms || Date.now() + 60_000);
      return strings.limited.replace(
        "{time}",
        () => ends.toLocaleTimeString(strings.lang),
      );
    }
    case "unauthorized":
    case "forbidden":
    case "not_found":
    case "expired":
      return strings.ended;
    case "unavailable":
      // A paused twin's own words.
      return error.detail || strings.failed;
    case "payload_too_large":
      return strings.too_long;
    case "offline":
      return strings.offline;
    case "network":
    case "conflict":
      return strings.network;
    default:
      return strings.failed;
  }
}
