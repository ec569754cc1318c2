import { isolated, type LetterText } from "../mail/letter.ts";
import { inLetterLanguage, type Languages } from "../mail/languages.ts";

type ResetWords = {
  subject: string;
  hello: (name: string) => string;
  asked: string;
  why: string;
};

/** What a letter with a link for a new password says. */
export const RESET_WORDS: Languages<ResetWords> = {
  en: {
    subject: "Set a new password",
    hello: (name) => `Hello ${name},`,
    asked:
      "somebody, hopefully you, asked for a new password for your Twincast account. The link below works once, within an hour.",
    why:
      "If it was not you, do nothing: your password stays as it is, and nobody but you has this link.",
  },
  de: {
    subject: "Neues Passwort festlegen",
    hello: (name) => `Hallo ${name},`,
    asked:
      "jemand, hoffentlich Sie selbst, hat ein neues Passwort für Ihr Twincast-Konto angefordert. Der Link funktioniert einmal und nur eine Stunde lang.",
    why:
      "Falls Sie es nicht waren, müssen Sie nichts tun: Ihr Passwort bleibt, wie es ist, und nur Sie haben diesen Link.",
  },
  es: {
    subject: "Crear una contraseña nueva",
    hello: (name) => `Hola, ${name}:`,
    asked:
      "Alguien, esperamos que usted, ha pedido una contraseña nueva para su cuenta de Twincast. El enlace funciona una sola vez y durante una hora.",
    why:
      "Si no ha sido usted, no haga nada: su contraseña no cambia y nadie más tiene este enlace.",
  },
  fr: {
    subject: "Choisir un nouveau mot de passe",
    hello: (name) => `Bonjour ${name},`,
    asked:
      "Quelqu’un, vous sans doute, a demandé un nouveau mot de passe pour votre compte Twincast. Le lien fonctionne une seule fois, pendant une heure.",
    why:
      "Si ce n’était pas vous, ne faites rien : votre mot de passe reste le même et vous seul avez ce lien.",
  },
  it: {
    subject: "Imposta una nuova password",
    hello: (name) => `Ciao ${name},`,
    asked:
      "qualcuno, speriamo tu, ha chiesto una nuova password per il tuo account Twincast. Il link funziona una sola volta, entro un’ora.",
    why:
      "Se non sei stato tu, non fare nulla: la tua password resta com’è e nessun altro ha questo link.",
  },
  nl: {
    subject: "Nieuw wachtwoord instellen",
    hello: (name) => `Hallo ${name},`,
    asked:
      "iemand, hopelijk jijzelf, heeft een nieuw wachtwoord voor je Twincast-account aangevraagd. De link werkt één keer, binnen een uur.",
    why:
      "Was jij het niet? Dan hoef je niets te doen: je wachtwoord blijft zoals het is en alleen jij hebt deze link.",
  },
  pt: {
    subject: "Definir uma nova senha",
    hello: (name) => `Olá, ${name}!`,
    asked:
      "Alguém, esperamos que você, pediu uma nova senha para a sua conta do Twincast. O link funciona uma única vez, durante uma hora.",
    why:
      "Se não foi você, não faça nada: a sua senha continua a mesma e só você tem este link.",
  },
};

/** The words of a password reset mail, in the language of the browser that asked. */
export function resetLetter({ email, name }: { email: string; name: string }, {
  url,
  language,
}: { url: string; language: string | undefined }): LetterText {
  const words = inLetterLanguage(language, RESET_WORDS);
  return {
    to: email,
    lang: words.lang,
    subject: words.subject,
    lines: [words.hello(isolated(name)), words.asked],
    button: { label: words.subject, url },
    why: words.why,
  };
}
