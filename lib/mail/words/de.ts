import type { MailWords } from "./english.ts";

export const de: MailWords = {
  invited: "{inviter} lädt Sie zu {team} ein",
  hello: "Guten Tag,",
  invites:
    "{inviter} lädt Sie ein, auf Twincast dem Team {team} beizutreten (Rolle: {role}).",
  role_owner: "Inhaber",
  role_editor: "Redaktion",
  role_viewer: "Lesezugriff",
  invitation_ends: "Der Link funktioniert einmal und sieben Tage lang.",
  join: "Dem Team beitreten",
  why_invited:
    "Sie erhalten diese E-Mail, weil {inviter} Ihre Adresse eingegeben hat. Wenn Sie diese Person nicht kennen, müssen Sie nichts tun.",
  reset: "Neues Passwort festlegen",
  hello_name: "Hallo {name},",
  reset_asked:
    "jemand, hoffentlich Sie selbst, hat ein neues Passwort für Ihr Twincast-Konto angefordert. Der Link funktioniert einmal und nur eine Stunde lang.",
  why_reset:
    "Falls Sie es nicht waren, müssen Sie nichts tun: Ihr Passwort bleibt, wie es ist, und nur Sie haben diesen Link.",
  answers: "{name} beantwortet Ihre Frage",
  you_asked: "Sie haben gefragt: „{question}“",
  why_answer:
    "Sie erhalten diese eine E-Mail, weil Sie {name} dafür Ihre Adresse hinterlassen haben. Sie wird nicht weitergegeben, und es folgt keine weitere.",
  news: "{name}: {counts}",
  unanswered_one: "{count} Frage ohne Antwort",
  unanswered_more: "{count} Fragen ohne Antwort",
  weak_one: "{count} unsichere Antwort",
  weak_more: "{count} unsichere Antworten",
  leads_one: "{count} Person wartet auf Antwort",
  leads_more: "{count} Personen warten auf Antwort",
  unanswered: "{name} wusste keine Antwort auf:",
  weak: "{name} war sich nicht sicher bei:",
  leads:
    "Diese Personen haben {name} ihre E-Mail-Adresse hinterlassen und warten auf eine Antwort:",
  more: "… und {count} weitere",
  answer_them: "Beantworten",
  why_news: "Sie erhalten diese E-Mail als Mitglied von {team}.",
  choose: "Auswählen, worüber Sie informiert werden",
  unsubscribe: "Alle diese E-Mails abbestellen",
  webhook_off: "Ein Webhook wurde abgeschaltet: {host}",
  webhook_silent: "Twincast ruft {host} nicht mehr auf.",
  webhook_gone:
    "Die Adresse antwortete mit 410 Gone, will also keine Aufrufe mehr.",
  webhook_failing: "Drei Tage lang ist jeder Aufruf fehlgeschlagen.",
  webhook_meanwhile:
    "Ereignisse aus der Zwischenzeit werden nicht nachgesendet. Bringen Sie die Adresse in Ordnung und schalten Sie den Webhook dann wieder ein.",
  open_webhooks: "Webhooks öffnen",
  channel_fails: "Ein Kanal ist gestört: {channel} ({platform})",
  channel_silent:
    "{twin} kann auf {channel}, {platform}, nicht antworten. Gemeldet wurde: {why}",
  channel_meanwhile:
    "Wo es helfen kann, werden Nachrichten einige Stunden lang erneut versucht. Prüfen Sie den Kanal, um zu sehen, ob er wieder funktioniert.",
  open_channels: "Kanäle öffnen",
  why_owner: "Sie erhalten diese E-Mail, weil Sie Inhaber dieses Teams sind.",
};
