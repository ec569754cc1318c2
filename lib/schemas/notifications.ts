import { z } from "zod";

/** How often someone gets mail of a kind. */
export const every = z.enum(["at_once", "daily", "weekly", "never"]);
export type Every = z.infer<typeof every>;

/** A member's mail notification settings, for all twins of the team: how often, by kind. */
export const notificationsView = z.strictObject({
  /** Unanswered questions. */
  unanswered: every,
  /** E-mails that visitors left. */
  leads: every,
  /** Answers that were not certain. */
  weak: every,
});
export type Notifications = z.infer<typeof notificationsView>;

export const notificationsInput = notificationsView.partial();
export type NotificationsInput = z.infer<typeof notificationsInput>;

export const NEWS_KINDS = ["unanswered", "leads", "weak"] as const;
export type NewsKind = typeof NEWS_KINDS[number];

/** Up to when someone has been notified of a kind, and when its last mail was. */
type NotifiedUpTo = { up_to: string; sent_at?: string };

/** A member's own settings, if any, and what they have been notified of. */
export type StoredNotifications = {
  chosen?: Notifications;
  told: Partial<Record<NewsKind, NotifiedUpTo>>;
};
