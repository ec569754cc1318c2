import type { OwnerWords } from "../accounts/owner_letters.ts";
import { englishMail } from "../mail/words/english.ts";

/** Why a webhook was switched off, as the page and the API say it. */
export const OFF_REASONS = {
  gone: englishMail.webhook_gone,
  failing: englishMail.webhook_failing,
};

export type OffReason = keyof typeof OFF_REASONS;

/** What a team's owners are written where a webhook was switched off. */
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
