/**
 * The texts of all mails, filled in by `say`. `{role}` is one of the roles below, `{counts}` what is counted below,
 * `{why}` what a platform or we report in English.
 */
export const englishMail = {
  invited: "{inviter} invites you to {team}",
  hello: "Hello,",
  invites: "{inviter} invites you to join {team} on Twincast as {role}.",
  role_owner: "an owner",
  role_editor: "an editor",
  role_viewer: "a viewer",
  invitation_ends: "The link below works once, within seven days.",
  join: "Join the team",
  why_invited:
    "You get this mail because {inviter} entered your address. If you do not know them, do nothing.",
  reset: "Set a new password",
  hello_name: "Hello {name},",
  reset_asked:
    "Somebody, hopefully you, asked for a new password for your Twincast account. The link below works once, within an hour.",
  why_reset:
    "If it was not you, do nothing: your password stays as it is, and nobody but you has this link.",
  answers: "{name} answers your question",
  you_asked: "You asked: “{question}”",
  why_answer:
    "You receive this e-mail because you left your address with {name} to get the answer. It is not passed on, and there will be no further e-mails.",
  news: "{counts} for {name}",
  unanswered_one: "{count} question without an answer",
  unanswered_more: "{count} questions without an answer",
  weak_one: "{count} weak answer",
  weak_more: "{count} weak answers",
  leads_one: "{count} e-mail left",
  leads_more: "{count} e-mails left",
  unanswered: "{name} had no answer to:",
  weak: "{name} was not certain about:",
  leads: "They left {name} their e-mail and are waiting for an answer:",
  more: "… and {count} more",
  answer_them: "Answer them",
  why_news: "You receive this as a member of {team}.",
  choose: "Choose your notifications",
  unsubscribe: "Unsubscribe from all of it",
  webhook_off: "A webhook was switched off: {host}",
  webhook_silent: "Twincast no longer calls {host}.",
  webhook_gone:
    "It answered 410 Gone, which means that it wants no more calls.",
  webhook_failing: "Every call to it has failed for three days.",
  webhook_meanwhile:
    "Events that happen meanwhile are not sent later. Fix the address, then switch the webhook on again.",
  open_webhooks: "Open webhooks",
  channel_fails: "A channel is failing: {channel} ({platform})",
  channel_silent: "{twin} cannot answer on {channel}, {platform}. {why}",
  channel_meanwhile:
    "Where it may help, messages are tried again for some hours. Check the channel to see whether it works again.",
  open_channels: "Open channels",
  why_owner: "You receive this because you are an owner of this team.",
};

export type MailWords = typeof englishMail;
