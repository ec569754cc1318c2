import type { MailWords } from "./english.ts";

export const nl: MailWords = {
  invited: "{inviter} nodigt je uit voor {team}",
  hello: "Hallo,",
  invites:
    "{inviter} nodigt je uit om op Twincast lid te worden van {team} (rol: {role}).",
  role_owner: "eigenaar",
  role_editor: "redacteur",
  role_viewer: "lezer",
  invitation_ends: "De link werkt één keer, binnen zeven dagen.",
  join: "Lid worden van het team",
  why_invited:
    "Je krijgt deze e-mail omdat {inviter} je adres heeft ingevuld. Ken je deze persoon niet? Dan hoef je niets te doen.",
  reset: "Nieuw wachtwoord instellen",
  hello_name: "Hallo {name},",
  reset_asked:
    "iemand, hopelijk jijzelf, heeft een nieuw wachtwoord voor je Twincast-account aangevraagd. De link werkt één keer, binnen een uur.",
  why_reset:
    "Was jij het niet? Dan hoef je niets te doen: je wachtwoord blijft zoals het is en alleen jij hebt deze link.",
  answers: "{name} beantwoordt je vraag",
  you_asked: "Je vroeg: ‘{question}’",
  why_answer:
    "Je krijgt deze ene e-mail omdat je je adres bij {name} hebt achtergelaten voor het antwoord. Het wordt niet doorgegeven en er volgt niets meer.",
  news: "{name}: {counts}",
  unanswered_one: "{count} vraag zonder antwoord",
  unanswered_more: "{count} vragen zonder antwoord",
  weak_one: "{count} onzeker antwoord",
  weak_more: "{count} onzekere antwoorden",
  leads_one: "{count} persoon wacht op antwoord",
  leads_more: "{count} personen wachten op antwoord",
  unanswered: "{name} had geen antwoord op:",
  weak: "{name} was niet zeker over:",
  leads:
    "Deze mensen lieten {name} hun e-mailadres achter en wachten op antwoord:",
  more: "… en nog {count}",
  answer_them: "Beantwoorden",
  why_news: "Je krijgt deze e-mail als lid van {team}.",
  choose: "Kiezen waarover je bericht krijgt",
  unsubscribe: "Afmelden voor al deze e-mails",
  webhook_off: "Een webhook is uitgeschakeld: {host}",
  webhook_silent: "Twincast roept {host} niet meer aan.",
  webhook_gone: "Het antwoordde 410 Gone en wil dus geen aanroepen meer.",
  webhook_failing: "Drie dagen lang is elke aanroep mislukt.",
  webhook_meanwhile:
    "Gebeurtenissen van intussen worden later niet verzonden. Herstel het adres en zet de webhook dan weer aan.",
  open_webhooks: "Webhooks openen",
  channel_fails: "Een kanaal werkt niet: {channel} ({platform})",
  channel_silent:
    "{twin} kan niet antwoorden op {channel}, {platform}. Gemeld werd: {why}",
  channel_meanwhile:
    "Waar dat kan helpen, worden berichten enkele uren lang opnieuw geprobeerd. Controleer het kanaal om te zien of het weer werkt.",
  open_channels: "Kanalen openen",
  why_owner: "Je ontvangt deze e-mail omdat je eigenaar van dit team bent.",
};
