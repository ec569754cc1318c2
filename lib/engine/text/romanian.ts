import { fold } from "./fold.ts";
import { ROMANIAN_WORDS } from "./words_ro.ts";

/*
 * Romanian stems, all on folded words: few type "ș", "ț" and "ă" on phones, and older texts write "ş" and "ţ", which
 * Snowball does not know.
 */

/** Endings with an article or a case, each with the ending it is made from: "lecțiile" is "lecții" with an article. */
const ARTICLES: readonly (readonly [RegExp, string])[] = [
  // "Cadoul", "muzeul", "serviciul".
  [/(?<=\p{L}[eio])(?:ului|ul)$/u, "u"],
  [/(?<=\p{L}{2})(?:ului|ul)$/u, ""],
  [/(?<=\p{L}{2})(?<=t)(?:iilor|iile|ii)$/u, "ie"],
  [/(?<=\p{L}{2})(?:iilor|iile|iii|ii)$/u, "i"],
  [/(?<=\p{L}{2})(?:ilor|ile)$/u, "i"],
  [/(?<=\p{L}{2})(?:elor|ele)$/u, "e"],
  [/(?<=\p{L}{2})(?:iei|ia)$/u, "ie"],
  [/(?<=\p{L}{2})(?:ei|ea)$/u, "e"],
];

/** Endings of verbs, of what is made from them, and of plurals that are more than a vowel. */
const ENDINGS: readonly RegExp[] = [
  /(?<=\p{L}{2})(?:iesc|iesti|ieste|iasca)$/u,
  /(?<=\p{L}{3})(?:esc|esti|este|easca|eaza|ezi|eze|ez)$/u,
  /(?<=\p{L}{4})(?:atie|atii|at|ata|ate|ati)$/u,
  /(?<=\p{L}{3})(?<!o)(?:are|ari)$/u,
  /(?<=\p{L}{3})(?<!i)(?:ere|eri|eti)$/u,
  /(?<=\p{L}{3})(?:ire|iri|it|ita|ite|iti|ind)$/u,
  /(?<=\p{L}{4})(?:ut|uta|ute|uti|and|am|em|im)$/u,
  /(?<=\p{L}{3})(?:eam|eai|eati|eau|uri|ura)$/u,
];

/** Endings of nouns that the rules above would take for others. */
const OF_MASCULINE =
  /^(?:ul|ului|l|lui|i|ii|ilor|e|ele|elor|uri|urile|urilor|u|iu|iul)?$/u;
const OF_FEMININE =
  /^(?:a|e|i|ei|ii|iei|ele|elor|ile|ilor|ie|ia|iile|iilor)?$/u;

const { masculine, feminine, either } = ROMANIAN_WORDS;
const MASCULINE = words(masculine + either);
const FEMININE = words(feminine + either);
const ONE_WORD = new Map(
  ROMANIAN_WORDS.one_word.trim().split(/\s+/).map((pair) => {
    const [stem, other] = pair.split("=");
    return [stem, other] as const;
  }),
);

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

function nounIn(word: string): string | null {
  for (let length = word.length; length >= 2; length--) {
    const begin = word.slice(0, length);
    const rest = word.slice(length);
    if (MASCULINE.has(begin) && OF_MASCULINE.test(rest)) return begin;
    if (FEMININE.has(begin) && OF_FEMININE.test(rest)) return begin;
  }
  return null;
}

function withoutEnding(word: string): string {
  let base = word;
  for (const [article, ending] of ARTICLES) {
    if (!article.test(base)) continue;
    base = base.replace(article, ending);
    break;
  }
  const ending = ENDINGS.find((ending) => ending.test(base));
  if (ending) return base.replace(ending, "");
  // "Comenzi" and "comandă" end alike.
  return base.replace(/(?<=\p{L}{2})zi$/u, "d")
    .replace(/(?<=\p{L}{2})(?:ie|iu|[aeiou])$/u, "");
}

/**
 * The folded stem of a Romanian word: without article, case, number, gender, tense and person. What is made of a verb
 * is no noun that begins alike: "programare", "program".
 */
export function romanianStem(word: string): string {
  const bare = fold(word);
  const noun = nounIn(bare);
  if (noun) return ONE_WORD.get(noun) ?? noun;
  const base = withoutEnding(bare);
  if (MASCULINE.has(base) || FEMININE.has(base)) return `${base}a`;
  // "Floare" and "flori", "seară" and "seri".
  const stem = base.replace(/oa(?=[^aeiou]*$)/u, "o")
    .replace(/ea(?=[^aeiou]*$)/u, "e");
  return ONE_WORD.get(stem) ?? stem;
}
