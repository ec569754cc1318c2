import { isolated, type LetterText } from "../mail/letter.ts";
import { inLetterLanguage, type Languages } from "../mail/languages.ts";
import type { Lead } from "../schemas/lead.ts";
import type { Twin } from "../schemas/twin.ts";

type AnswerWords = {
  subject: (name: string) => string;
  asked: (question: string) => string;
  why: (name: string) => string;
};

/** What is around an owner's answer. */
export const ANSWER_WORDS: Languages<AnswerWords> = {
  en: {
    subject: (name) => `${name} answers your question`,
    asked: (question) => `You asked: “${question}”`,
    why: (name) =>
      `You receive this e-mail because you left your address with ${name} to get the answer. It is not passed on, and there will be no further e-mails.`,
  },
  de: {
    subject: (name) => `${name} beantwortet Ihre Frage`,
    asked: (question) => `Sie haben gefragt: „${question}“`,
    why: (name) =>
      `Sie erhalten diese eine E-Mail, weil Sie ${name} dafür Ihre Adresse hinterlassen haben. Sie wird nicht weitergegeben, und es folgt keine weitere.`,
  },
  es: {
    subject: (name) => `${name} responde a su pregunta`,
    asked: (question) => `Usted preguntó: «${question}»`,
    why: (name) =>
      `Recibe este único correo porque dejó su dirección a ${name} para conocer la respuesta. No se comparte y no habrá más correos.`,
  },
  fr: {
    subject: (name) => `${name} répond à votre question`,
    asked: (question) => `Vous avez demandé : « ${question} »`,
    why: (name) =>
      `Vous recevez ce seul e-mail parce que vous avez laissé votre adresse à ${name} pour connaître la réponse. Elle n’est pas transmise, et rien d’autre ne suivra.`,
  },
  it: {
    subject: (name) => `${name} risponde alla tua domanda`,
    asked: (question) => `Hai chiesto: «${question}»`,
    why: (name) =>
      `Ricevi quest’unica e-mail perché hai lasciato il tuo indirizzo a ${name} per avere la risposta. Non viene ceduto a nessuno e non ne seguiranno altre.`,
  },
  nl: {
    subject: (name) => `${name} beantwoordt je vraag`,
    asked: (question) => `Je vroeg: ‘${question}’`,
    why: (name) =>
      `Je krijgt deze ene e-mail omdat je je adres bij ${name} hebt achtergelaten voor het antwoord. Het wordt niet doorgegeven en er volgt niets meer.`,
  },
  pt: {
    subject: (name) => `${name} responde à sua pergunta`,
    asked: (question) => `Você perguntou: “${question}”`,
    why: (name) =>
      `Você recebe este único e-mail porque deixou o seu endereço com ${name} para saber a resposta. Ele não é repassado e nada mais será enviado.`,
  },
};

/** The mail to someone who left an e-mail, in the colours of the twin that they asked, and in their own language. */
export function answerLetter(
  { name, accent_color }: Pick<Twin, "name" | "accent_color">,
  { email, question, language }: Pick<Lead, "email" | "question" | "language">,
  answer: string,
): LetterText {
  const words = inLetterLanguage(language, ANSWER_WORDS);
  return {
    to: email,
    lang: words.lang,
    subject: words.subject(name),
    lines: question ? [words.asked(isolated(question))] : [],
    markdown: answer,
    why: words.why(isolated(name)),
    accent: accent_color,
  };
}
