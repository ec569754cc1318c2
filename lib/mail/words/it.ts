import type { MailWords } from "./english.ts";

export const it: MailWords = {
  invited: "{inviter} ti invita in {team}",
  hello: "Ciao,",
  invites:
    "{inviter} ti invita a entrare in {team} su Twincast (ruolo: {role}).",
  role_owner: "proprietario",
  role_editor: "editor",
  role_viewer: "lettore",
  invitation_ends: "Il link funziona una sola volta, entro sette giorni.",
  join: "Entra nel team",
  why_invited:
    "Ricevi questa e-mail perché {inviter} ha scritto il tuo indirizzo. Se non conosci questa persona, non fare nulla.",
  reset: "Imposta una nuova password",
  hello_name: "Ciao {name},",
  reset_asked:
    "qualcuno, speriamo tu, ha chiesto una nuova password per il tuo account Twincast. Il link funziona una sola volta, entro un’ora.",
  why_reset:
    "Se non sei stato tu, non fare nulla: la tua password resta com’è e nessun altro ha questo link.",
  answers: "{name} risponde alla tua domanda",
  you_asked: "Hai chiesto: «{question}»",
  why_answer:
    "Ricevi quest’unica e-mail perché hai lasciato il tuo indirizzo a {name} per avere la risposta. Non viene ceduto a nessuno e non ne seguiranno altre.",
  news: "{name}: {counts}",
  unanswered_one: "{count} domanda senza risposta",
  unanswered_more: "{count} domande senza risposta",
  weak_one: "{count} risposta incerta",
  weak_more: "{count} risposte incerte",
  leads_one: "{count} persona attende una risposta",
  leads_more: "{count} persone attendono una risposta",
  unanswered: "{name} non ha saputo rispondere a:",
  weak: "Risposte incerte di {name} a:",
  leads: "Hanno lasciato la loro e-mail a {name} e attendono una risposta:",
  more: "… e altri {count}",
  answer_them: "Rispondi",
  why_news: "Ricevi questa e-mail come membro di {team}.",
  choose: "Scegli quali avvisi ricevere",
  unsubscribe: "Annulla l’iscrizione a tutte queste e-mail",
  webhook_off: "Un webhook è stato disattivato: {host}",
  webhook_silent: "Twincast non chiama più {host}.",
  webhook_gone: "Ha risposto 410 Gone, cioè non vuole più chiamate.",
  webhook_failing: "Tutte le chiamate sono fallite per tre giorni.",
  webhook_meanwhile:
    "Gli eventi che avvengono nel frattempo non vengono inviati dopo. Correggi l’indirizzo, poi riattiva il webhook.",
  open_webhooks: "Apri i webhook",
  channel_fails: "Un canale non funziona: {channel} ({platform})",
  channel_silent:
    "{twin} non può rispondere su {channel}, {platform}. Segnalato: {why}",
  channel_meanwhile:
    "Dove può servire, i messaggi vengono ritentati per alcune ore. Controlla il canale per vedere se funziona di nuovo.",
  open_channels: "Apri i canali",
  why_owner: "Ricevi questa e-mail perché sei proprietario di questo team.",
};
