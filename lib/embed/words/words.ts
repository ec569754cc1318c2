import { english, type Strings } from "../../client/strings.ts";
import { preferredLanguage } from "../../client/preferred_language.ts";
import { languages } from "../languages.ts";
import { ar } from "./ar.ts";
import { de } from "./de.ts";
import { englishWords, type PageWords } from "./english.ts";
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

/** All texts of a visitor page, including the chat's. */
export type Words = Strings & PageWords;

/** Used only on the server. */
const ON_THE_SERVER = [
  "greeting",
  "disclosure",
  "deleted",
  "links",
  "gone_title",
  "gone",
  "start_page",
  "notify_title",
  "notify_why",
  "notify_done",
] as const satisfies (keyof Words)[];

/** The texts of the chat in a browser. */
export type ChatWords = Omit<Words, (typeof ON_THE_SERVER)[number]>;

/** Leaves out the texts that browsers do not need. */
export function chatWords(words: Words): ChatWords {
  const chat: Partial<Words> = { ...words };
  for (const name of ON_THE_SERVER) delete chat[name];
  return chat as ChatWords;
}

const translated: Record<string, PageWords> = {
  ...{ ar, de, es, fr, hi, it, ja, ko, nl, pt, ru, tr, zh },
};

export const ENGLISH: Words = { ...english, ...englishWords };

/** The texts in the language that an `Accept-Language` header prefers among ours; English if there is none. */
export function wordsFor(accept_language: string | undefined): Words {
  const language = preferredLanguage(
    accept_language ?? "",
    (language) => Object.hasOwn(translated, language),
  );
  return language === "en" ? ENGLISH : {
    ...languages[language],
    ...translated[language],
  };
}
