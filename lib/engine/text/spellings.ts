import { fold } from "./fold.ts";
import type { Language } from "./languages.ts";
import { ARABIC } from "./spellings_ar.ts";
import { FRENCH } from "./spellings_fr.ts";
import { GERMAN } from "./spellings_de.ts";
import { DUTCH } from "./spellings_nl.ts";
import { ENGLISH } from "./spellings_en.ts";
import { GREEK } from "./spellings_el.ts";
import { HINDI } from "./spellings_hi.ts";
import { ITALIAN } from "./spellings_it.ts";
import { PORTUGUESE } from "./spellings_pt.ts";
import { ROMANIAN } from "./spellings_ro.ts";
import { RUSSIAN } from "./spellings_ru.ts";
import { SPANISH } from "./spellings_es.ts";
import { TURKISH_SPELLINGS } from "./spellings_tr.ts";

/** A language's spellings: lists of pairs "written=meant", separated by spaces. */
export type Spellings = {
  /** Words as typed on phones and in haste, with the intended words. */
  typed: string;
  /** Words mapped to another form or spelling of the same word, and so to its stem. */
  elsewhere: string;
  /** Words whose stem would be another word's, with their own stem: weddings are not Wednesdays. */
  apart: string;
};

type Read = Record<keyof Spellings, ReadonlyMap<string, string>>;

const READ: Partial<Record<Language, Read>> = {
  ar: read({ typed: ARABIC.typed, elsewhere: "", apart: "" }),
  de: read(GERMAN),
  el: read(GREEK),
  en: read(ENGLISH),
  es: read(SPANISH),
  fr: read(FRENCH),
  hi: read(folded(HINDI)),
  ro: read(ROMANIAN),
  ru: read(RUSSIAN),
  it: read(ITALIAN),
  pt: read(PORTUGUESE),
  tr: read(TURKISH_SPELLINGS),
  nl: read(DUTCH),
};

function read({ typed, elsewhere, apart }: Spellings): Read {
  return {
    typed: pairs(typed),
    elsewhere: new Map(
      [...pairs(elsewhere)].map(([written, meant]) => [fold(written), meant]),
    ),
    apart: pairs(apart),
  };
}

/** The same lists without marks that some do not type. */
function folded({ typed, elsewhere, apart }: Spellings): Spellings {
  return {
    typed: fold(typed),
    elsewhere: fold(elsewhere),
    apart: fold(apart),
  };
}

/** Parses pairs "written=meant" separated by spaces. */
export function pairs(list: string): ReadonlyMap<string, string> {
  return new Map(
    list.trim().split(/\s+/).filter(Boolean).map((pair) => {
      const [written, meant] = pair.split("=");
      return [written, meant];
    }),
  );
}

/** The intended word for a hasty spelling, folded; undefined in a language without such a list. */
export function typedIn(
  language: Language,
): ReadonlyMap<string, string> | undefined {
  return READ[language]?.typed;
}

/** The stem of a word with an irregular ending; undefined for most. */
export function ownStem(
  word: string,
  language: Language,
  regular: (word: string) => string,
): string | undefined {
  const known = READ[language];
  if (!known) return undefined;
  const { apart, elsewhere } = known;
  const bare = fold(word);
  const own = apart.get(word) ?? apart.get(bare);
  if (own) return own;
  const meant = elsewhere.get(bare);
  return meant && (apart.get(meant) ?? regular(meant));
}
