import type { OwnerWords } from "../accounts/owner_letters.ts";
import { englishMail } from "../mail/words/english.ts";

/** Why a webhook was switched off, as shown on the page and in the API. */
export const OFF_REASONS = {
  gone: englishMail.webhook_gone,
  failing: englishMail.webhook_failing,
};

export type OffReason = keyof typeof OFF_REASONS;

/** The letter to a team's owners about a webhook that was switched off. */
export function switchedOffWords(
  host: string,
  reason: OffReason,
): OwnerWords {
  return ({ line, label }) => ({
    subject: label("webhook_off", { host }),
    lines: [
      `${line("webhook_silent", { host })} ${line(`webhook_${reason}`)}`,
      line("webhook_meanwhile"),
    ],
    button: label("open_webhooks"),
  });
}
