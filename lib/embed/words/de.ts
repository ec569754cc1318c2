import type { PageWords } from "./english.ts";

export const de: PageWords = {
  message: "Deine Nachricht",
  ask: "Frag mich etwas",
  conversation: "Gespräch",
  answer: "Antwort",
  starters: "Fragen für den Anfang",
  next: "Das könntest du auch fragen",
  links: "Links",
  comment: "Ein Wort dazu (freiwillig)",
  helped: "Was hat geholfen? (freiwillig)",
  missing: "Was war falsch oder fehlte? (freiwillig)",
  by_hand: "Bitte markieren und selbst kopieren",
  lead_send: "Hinterlassen",
  lead_failed:
    "Das hat nicht geklappt. Prüfe die Adresse und versuche es noch einmal.",
  stored: "Was über mich gespeichert ist",
  stored_title: "Was über dich gespeichert ist",
  stored_nothing: "Nichts: Du hast noch nichts geschrieben.",
  stored_messages:
    "Die Nachrichten dieses Gesprächs mit ihren Zeiten. Nachrichten: {count}.",
  stored_no: "Kein Name, keine Adresse, kein Cookie.",
  stored_no_but:
    "Kein Name, keine Adresse, kein Cookie; eine E-Mail-Adresse nur, wenn du eine hinterlässt.",
  stored_unread:
    "Niemand liest das Gespräch: Es dient nur deinen nächsten Fragen und wird bald gelöscht, nachdem du aufhörst. Oder lösche es jetzt.",
  stored_read:
    "Wer diesen Zwilling gemacht hat, kann das Gespräch lesen. Aufbewahrt wird es so lange: {days}. Löschst du es, ist es auch dort sofort weg.",
  delete_now: "Jetzt löschen",
  deleted: "Gelöscht. Davon ist nichts mehr gespeichert.",
  gone_title: "Hier ist nichts",
  gone:
    "Dieser Link funktioniert nicht oder ist nicht mehr freigegeben. Bitte die Person, von der du ihn hast, um einen neuen.",
  start_page: "Zur Startseite",
  notify_title: "Antwort von {name}",
  notify_why:
    "Darauf gab es noch keine Antwort. Hinterlasse deine E-Mail-Adresse, dann kann {name} dir schreiben.",
  notify_done:
    "Danke. {name} sieht deine Adresse neben deiner Frage. Du kannst diese Seite schließen.",
};
