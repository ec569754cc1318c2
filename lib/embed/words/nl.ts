import type { PageWords } from "./english.ts";

export const nl: PageWords = {
  message: "Je bericht",
  ask: "Vraag me iets",
  conversation: "Gesprek",
  answer: "Antwoord",
  starters: "Vragen om mee te beginnen",
  next: "Je kunt ook vragen",
  links: "Links",
  comment: "Een opmerking (optioneel)",
  helped: "Wat hielp? (optioneel)",
  missing: "Wat klopte niet of ontbrak? (optioneel)",
  by_hand: "Selecteer het en kopieer zelf",
  lead_send: "Achterlaten",
  lead_failed:
    "Dat is niet gelukt. Controleer het adres en probeer het opnieuw.",
  stored: "Wat er over mij is opgeslagen",
  stored_title: "Wat er over jou is opgeslagen",
  stored_nothing: "Niets: je hebt nog niet geschreven.",
  stored_messages:
    "De berichten van dit gesprek met hun tijden. Berichten: {count}.",
  stored_no: "Geen naam, geen adres, geen cookie.",
  stored_no_but:
    "Geen naam, geen adres, geen cookie; een e-mailadres alleen als je er een achterlaat.",
  stored_unread:
    "Niemand leest het gesprek: het dient alleen voor je volgende vragen en wordt verwijderd kort nadat je stopt. Of verwijder het nu.",
  stored_read:
    "Wie deze tweeling heeft gemaakt, kan het gesprek lezen. Bewaartermijn: {days}. Verwijder je het, dan is het ook voor die persoon meteen weg.",
  delete_now: "Nu verwijderen",
  deleted: "Verwijderd. Er is niets meer van opgeslagen.",
  gone_title: "Hier is niets",
  gone:
    "Deze link werkt niet of wordt niet meer gedeeld. Vraag een nieuwe aan degene van wie je hem hebt.",
  start_page: "Naar de startpagina",
  notify_title: "Antwoord van {name}",
  notify_why:
    "Hier was nog geen antwoord op. Laat je e-mailadres achter, dan kan {name} je schrijven.",
  notify_done:
    "Bedankt. {name} ziet je e-mailadres bij je vraag. Je kunt deze pagina sluiten.",
};
