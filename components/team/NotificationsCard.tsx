import type { ComponentChildren } from "preact";
import type { Notifications } from "../../lib/schemas/notifications.ts";
import { Button } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { Select } from "../ui/Select.tsx";

type Props = {
  notifications: Notifications;
  has_mail: boolean;
  /** What prevents any mail from being sent. */
  children?: ComponentChildren;
};

const HOW_OFTEN = [
  ["at_once", "At once"],
  ["daily", "Once a day"],
  ["weekly", "Once a week"],
  ["never", "Never"],
] as const;

/** What a member is notified about by mail. */
export function NotificationsCard(
  { notifications, has_mail, children }: Props,
) {
  return (
    <Card title="Tell me by mail" id="notifications">
      {!has_mail && (
        <p class="mb-4 text-sm">
          This server sends no mail, so none of this arrives. Whoever runs it
          can set TWINCAST_MAIL_URL; what you choose here is kept.
        </p>
      )}
      {children && <div class="mb-4">{children}</div>}
      <form method="post" class="space-y-4">
        <div class="grid gap-4 sm:grid-cols-3">
          <Select
            label="Questions without an answer"
            name="unanswered"
            options={HOW_OFTEN}
            value={notifications.unanswered}
          />
          <Select
            label="Weak answers"
            name="weak"
            options={HOW_OFTEN}
            value={notifications.weak}
          />
          <Select
            label="E-mails that visitors left"
            name="leads"
            options={HOW_OFTEN}
            value={notifications.leads}
          />
        </div>
        <p class="text-xs text-muted">
          For all twins of this team, in one message, and only when there is
          news. “At once” means every ten minutes at most.
        </p>
        <Button name="action" value="notifications">Save</Button>
      </form>
    </Card>
  );
}
