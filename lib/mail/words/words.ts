import { preferredLanguage } from "../../client/preferred_language.ts";
import { say } from "../../client/say.ts";
import { isolated } from "../letter.ts";
import { ar } from "./ar.ts";
import { de } from "./de.ts";
import { englishMail, type MailWords } from "./english.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { hi } from "./hi.ts";
import { it } from "./it.ts";
import { ja } from "./ja.ts";
import { ko } from "./ko.ts";
import { nl } from "./nl.ts";
import { pt } from "./pt.ts";
import { ru } from "./ru.ts";
import { tr } from "./tr.ts";
import { zh } from "./zh.ts";

/** The texts of mails, by primary language subtag. */
export const MAIL_WORDS: Record<string, MailWords> = {
  ...{ en: englishMail, ar, de, es, fr, hi, it, ja, ko, nl, pt, ru, tr, zh },
};

/** The language of mails preferred by an `Accept-Language` header; English if we have none of them. */
export function mailLanguage(accept_language: string | undefined): string {
  return preferredLanguage(
    accept_language ?? "",
    (language) => Object.hasOwn(MAIL_WORDS, language),
  );
}

type Values = Record<string, string | number>;

/** The texts of a mail in one language, whose tag is `lang`. */
export type MailLanguage = {
  lang: string;
  /** A sentence of the mail's body. Inserted values reverse neither its direction nor its punctuation. */
  line(name: keyof MailWords, values?: Values): string;
  /** Like `line`, with values inserted unchanged: for a subject or a label. */
  label(name: keyof MailWords, values?: Values): string;
  /** Isolates someone's words between lines of this language. */
  apart(words: string): string;
};

/** The texts in a language that `mailLanguage` returned; English if it is no longer known. */
export function inMailLanguage(language: string | undefined): MailLanguage {
  const lang = language && Object.hasOwn(MAIL_WORDS, language)
    ? language
    : "en";
  const words = MAIL_WORDS[lang];
  const label: MailLanguage["label"] = (name, values = {}) =>
    say(words[name], values);
  const apart = (words: string) => isolated(words, lang === "ar");
  return {
    ...{ lang, label, apart },
    line: (name, values = {}) => {
      const places = Object.entries(values)
        .map(([place, value]) => [place, apart(String(value))]);
      return label(name, Object.fromEntries(places));
    },
  };
}
