import type { PageWords } from "./english.ts";

export const it: PageWords = {
  message: "Il tuo messaggio",
  ask: "Chiedimi quello che vuoi",
  conversation: "Conversazione",
  answer: "Risposta",
  starters: "Domande per cominciare",
  next: "Puoi anche chiedere",
  links: "Link",
  comment: "Un commento (facoltativo)",
  helped: "Che cosa ti è stato utile? (facoltativo)",
  missing: "Che cosa era sbagliato o mancava? (facoltativo)",
  by_hand: "Selezionalo e copialo a mano",
  lead_send: "Lascia l’e-mail",
  lead_failed: "Non ha funzionato. Controlla l’indirizzo e riprova.",
  stored: "Che cosa è memorizzato su di me",
  stored_title: "Che cosa è memorizzato su di te",
  stored_nothing: "Niente: non hai ancora scritto.",
  stored_messages:
    "I messaggi di questa conversazione con i loro orari. Messaggi: {count}.",
  stored_no: "Nessun nome, nessun indirizzo, nessun cookie.",
  stored_no_but:
    "Nessun nome, nessun indirizzo, nessun cookie; un’e-mail solo se la lasci.",
  stored_unread:
    "Nessuno legge la conversazione: serve solo per le tue prossime domande e viene eliminata poco dopo che hai finito. Oppure eliminala ora.",
  stored_read:
    "Chi ha creato questo gemello può leggere la conversazione. Viene conservata per: {days}. Se la elimini, sparisce subito anche per quella persona.",
  delete_now: "Elimina ora",
  deleted: "Eliminata. Non ne è più memorizzato nulla.",
  gone_title: "Qui non c’è nulla",
  gone:
    "Questo link non funziona o non è più condiviso. Chiedine uno nuovo a chi te l’ha dato.",
  start_page: "Vai alla pagina iniziale",
  notify_title: "Risposta da {name}",
  notify_why:
    "Non c’era ancora una risposta. Lascia la tua e-mail e {name} potrà scriverti.",
  notify_done:
    "Grazie. {name} vede la tua e-mail accanto alla domanda. Puoi chiudere questa pagina.",
};
