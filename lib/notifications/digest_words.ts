import type { Languages } from "../mail/languages.ts";
import type { NewsKind } from "../schemas/notifications.ts";

/** What is around the news in a letter; of what is counted, the word for one and the word for more. */
export type DigestWords = {
  counted: Record<NewsKind, [one: string, more: string]>;
  subject: (counts: string, name: string) => string;
  headings: Record<NewsKind, (name: string) => string>;
  more: (count: number) => string;
  button: string;
  why: (team: string) => string;
  choose: string;
  stop: string;
};

export const DIGEST_WORDS: Languages<DigestWords> = {
  en: {
    counted: {
      unanswered: ["question without an answer", "questions without an answer"],
      weak: ["weak answer", "weak answers"],
      leads: ["e-mail left", "e-mails left"],
    },
    subject: (counts, name) => `${counts} for ${name}`,
    headings: {
      unanswered: (name) => `${name} had no answer to:`,
      weak: (name) => `${name} was not certain about:`,
      leads: (name) => `They left ${name} an e-mail and wait for an answer:`,
    },
    more: (count) => `… and ${count} more`,
    button: "Answer them",
    why: (team) => `You receive this as a member of ${team}.`,
    choose: "Choose what to be told about",
    stop: "Unsubscribe from all of it",
  },
  de: {
    counted: {
      unanswered: ["Frage ohne Antwort", "Fragen ohne Antwort"],
      weak: ["unsichere Antwort", "unsichere Antworten"],
      leads: ["Person wartet auf Antwort", "Personen warten auf Antwort"],
    },
    subject: (counts, name) => `${name}: ${counts}`,
    headings: {
      unanswered: (name) => `${name} wusste keine Antwort auf:`,
      weak: (name) => `${name} war sich nicht sicher bei:`,
      leads: (name) =>
        `Diese Personen haben ${name} ihre E-Mail-Adresse hinterlassen und warten auf eine Antwort:`,
    },
    more: (count) => `… und ${count} weitere`,
    button: "Beantworten",
    why: (team) => `Sie erhalten diese E-Mail als Mitglied von ${team}.`,
    choose: "Auswählen, worüber Sie informiert werden",
    stop: "Alle diese E-Mails abbestellen",
  },
  es: {
    counted: {
      unanswered: ["pregunta sin respuesta", "preguntas sin respuesta"],
      weak: ["respuesta poco segura", "respuestas poco seguras"],
      leads: ["persona espera respuesta", "personas esperan respuesta"],
    },
    subject: (counts, name) => `${name}: ${counts}`,
    headings: {
      unanswered: (name) => `${name} no supo responder a:`,
      weak: (name) => `Respuestas poco seguras de ${name} a:`,
      leads: (name) => `Han dejado su correo a ${name} y esperan respuesta:`,
    },
    more: (count) => `… y ${count} más`,
    button: "Responder",
    why: (team) => `Recibe este correo como miembro de ${team}.`,
    choose: "Elegir de qué se le avisa",
    stop: "Darse de baja de todos estos correos",
  },
  fr: {
    counted: {
      unanswered: ["question sans réponse", "questions sans réponse"],
      weak: ["réponse incertaine", "réponses incertaines"],
      leads: ["personne attend une réponse", "personnes attendent une réponse"],
    },
    subject: (counts, name) => `${name} : ${counts}`,
    headings: {
      unanswered: (name) => `${name} n’a pas su répondre à :`,
      weak: (name) => `Réponses incertaines de ${name} à :`,
      leads: (name) =>
        `Ces personnes ont laissé leur e-mail à ${name} et attendent une réponse :`,
    },
    more: (count) => `… et ${count} de plus`,
    button: "Répondre",
    why: (team) => `Vous recevez cet e-mail en tant que membre de ${team}.`,
    choose: "Choisir les notifications",
    stop: "Se désabonner de tous ces e-mails",
  },
  it: {
    counted: {
      unanswered: ["domanda senza risposta", "domande senza risposta"],
      weak: ["risposta incerta", "risposte incerte"],
      leads: ["persona attende una risposta", "persone attendono una risposta"],
    },
    subject: (counts, name) => `${name}: ${counts}`,
    headings: {
      unanswered: (name) => `${name} non ha saputo rispondere a:`,
      weak: (name) => `Risposte incerte di ${name} a:`,
      leads: (name) =>
        `Hanno lasciato la loro e-mail a ${name} e attendono una risposta:`,
    },
    more: (count) => `… e altri ${count}`,
    button: "Rispondi",
    why: (team) => `Ricevi questa e-mail come membro di ${team}.`,
    choose: "Scegli quali avvisi ricevere",
    stop: "Annulla l’iscrizione a tutte queste e-mail",
  },
  nl: {
    counted: {
      unanswered: ["vraag zonder antwoord", "vragen zonder antwoord"],
      weak: ["onzeker antwoord", "onzekere antwoorden"],
      leads: ["persoon wacht op antwoord", "personen wachten op antwoord"],
    },
    subject: (counts, name) => `${name}: ${counts}`,
    headings: {
      unanswered: (name) => `${name} had geen antwoord op:`,
      weak: (name) => `${name} was niet zeker over:`,
      leads: (name) =>
        `Deze mensen lieten ${name} hun e-mailadres achter en wachten op antwoord:`,
    },
    more: (count) => `… en nog ${count}`,
    button: "Beantwoorden",
    why: (team) => `Je krijgt deze e-mail als lid van ${team}.`,
    choose: "Kiezen waarover je bericht krijgt",
    stop: "Afmelden voor al deze e-mails",
  },
  pt: {
    counted: {
      unanswered: ["pergunta sem resposta", "perguntas sem resposta"],
      weak: ["resposta incerta", "respostas incertas"],
      leads: ["pessoa espera resposta", "pessoas esperam resposta"],
    },
    subject: (counts, name) => `${name}: ${counts}`,
    headings: {
      unanswered: (name) => `${name} não soube responder a:`,
      weak: (name) => `Respostas incertas de ${name} a:`,
      leads: (name) => `Deixaram o e-mail com ${name} e esperam resposta:`,
    },
    more: (count) => `… e mais ${count}`,
    button: "Responder",
    why: (team) => `Você recebe este e-mail como membro de ${team}.`,
    choose: "Escolher os avisos",
    stop: "Cancelar a inscrição em todos estes e-mails",
  },
};
