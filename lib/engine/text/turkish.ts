import { stemmer } from "@orama/stemmers/turkish";
import { fold } from "./fold.ts";
import { TURKISH } from "./words_tr.ts";

/*
 * Turkish endings, told by the words before them. All of it works on folded words, since many type "i" for "ı" and
 * "s" for "ş", and writes vowels of harmony as [ae] and [iu].
 */

const PARTICLE = "(?:m[iu](?:y[iu]m|y[iu]z|s[iu]n(?:[iu]z)?|yd[iu]\\p{L}*)?)?";
const CASE = "(?:n?[iu]n|[yn]?[iu]|[yn]?[ae]|n?[dt][ae]n?|y?l[ae]|n?c[ae])?";
const OWNER =
  "(?:[iu]?m[iu]z|[iu]?n[iu]z|l[ae]r[iu](?:m[iu]z|n[iu]z)?|s?[iu]|[iu]?[mn])?";
const IS =
  "(?:[dt][iu]r|y?[iu]m|s[iu]n(?:[iu]z)?|y?[iu]z|y?[dt][iu][mnk]?|y?m[iu]s|y?s[ae]|yken)?";
const NOUN_ENDINGS =
  `(?:l[ae]r)?${OWNER}${CASE}(?:ki(?:l[ae]r)?)?${IS}${PARTICLE}`;
const PERSON =
  "(?:[yn]?[iu]m|m|s[iu]n|s|n|k|[yn]?[iu]z|z|s?[iu]n[iu]z|l[ae]r)?";
const FINITE_ENDINGS =
  `${PERSON}(?:y?[dt][iu]|y?m[iu]s|y?s[ae]|y?ken|[dt][iu]r)?${PERSON}${PARTICLE}`;
/** Passive and causative. */
const VOICE = "(?:[iu]l|[iu]?n|[dt][iu]r)?";
const TENSE =
  "(?:[iu]?yor?|[aeiu]?r|[dt][iu]|m[iu]s|y?[ae]c[ae][kg]?|[iu]?c[ae]k?|s[ae]|m[ae]l[iu])";

/** Endings of nouns. */
const NOUN = new RegExp(`^(?:l[iu])?${NOUN_ENDINGS}$`, "u");
/** Endings of verbs that say that it is done. */
const DONE = new RegExp(
  `^${VOICE}(?:(?:y?[ae]b[iu]l)?(?:${TENSE}${FINITE_ENDINGS}|` +
    `(?:y?[ae]n|[dt][iu][kg]|m[ae]k?|y?[iu]s|y?[ae]c[ae][kg])${NOUN_ENDINGS})|` +
    "y?[iu]p|y?[ae]r[ae]k|y?[iu]nc[ae]|[ae]l[iu]|s[ae]n[ae]|y?[iu]n(?:[iu]z)?|y?[ae](?:y[iu]m|l[iu]m)?|s[iu]n(?:l[ae]r)?)?$",
  "u",
);
/** Endings of verbs that say that it is not done. */
const NOT_DONE = new RegExp(
  `^${VOICE}(?:y?[ae])?m(?:[iu]yo|[iu]y?c[ae]|[ae](?:z|d|m[iu]s|y[ae]c|y[iu]c|c[ae]|s[ae]|s[iu]n$|y[iu]n|y[ae]n|m[ae]))|` +
    `^${VOICE}y?[ae]m[ae]m?$`,
  "u",
);

const HARD: Readonly<Record<string, string>> = { b: "p", d: "t", g: "k" };

/** Nouns and other words by how they begin before endings, folded. */
const NOUNS = new Map<string, string>();
/** The same for words that are others without their marks. */
const MARKED = new Map<string, string>();
for (const entry of split(TURKISH.nouns)) {
  const [beginnings, meant] = entry.split("=");
  const forms = beginnings.split("/");
  const stem = fold(meant ?? forms[0]).replace(
    /(?<=.m)ak$/u,
    meant ? "ek" : "ak",
  );
  for (const form of forms.flatMap(softened)) NOUNS.set(fold(form), stem);
}
for (const entry of split(TURKISH.marked)) {
  const [beginnings, meant] = entry.split("=");
  for (const form of beginnings.split("/")) MARKED.set(form, fold(meant));
}

/** Bases of verbs by how they begin before endings, folded. */
const VERBS = new Map<string, string>();
/** Bases without their last vowel, as before "-iyor": "söyl(üyor)". */
const BEFORE_YOR = new Map<string, string>();
for (const entry of split(TURKISH.verbs)) {
  const bases = entry.split("/").map((base) => fold(base));
  for (const base of bases) VERBS.set(base, bases[0]);
  if (/[ae]$/u.test(bases[0])) BEFORE_YOR.set(bases[0].slice(0, -1), bases[0]);
}

function split(list: string): string[] {
  return list.trim().split(/\s+/).filter(Boolean);
}

/** A word, and as its last consonant is before a vowel: "kitap", "kitab". */
function softened(word: string): string[] {
  const soft = word.replace(/p$/u, "b").replace(/(?<=\p{L}[aeıioöuü])t$/u, "d")
    .replace(/(?<=\p{L}{2})k$/u, "g");
  return soft === word ? [word] : [word, soft];
}

type Found = { stem: string; length: number };

function nounIn(word: string, among = NOUNS, written = word): Found | null {
  for (let length = written.length; length >= 2; length--) {
    const stem = among.get(written.slice(0, length));
    if (stem === undefined) continue;
    const rest = fold(written.slice(length));
    if (NOUN.test(rest)) return { stem, length };
    const without = /^s[iu]z(?=l|$|m[iu]|[dy])/u.exec(rest)?.[0];
    if (without && NOUN.test(rest.slice(without.length))) {
      return { stem: `${stem}siz`, length };
    }
  }
  return null;
}

function verbIn(word: string): Found | null {
  for (let length = word.length; length >= 1; length--) {
    const begin = word.slice(0, length);
    const rest = word.slice(length);
    const base = VERBS.get(begin);
    const is_yor = /^[iu]yo/u.test(rest);
    const before = is_yor ? BEFORE_YOR.get(begin) : undefined;
    if (base !== undefined && NOT_DONE.test(rest)) {
      return { stem: `${base}memek`, length };
    }
    const found = before ?? base;
    if (found !== undefined && DONE.test(rest)) {
      return { stem: `${found}mek`, length };
    }
  }
  return null;
}

/** Vowels as the ones before them have it: "kitaplari" is "kitapları". */
function harmonized(word: string): string {
  return word.replace(
    /(?<=([aeiou])[^aeiou]+)[iu]/gu,
    (vowel, before) =>
      vowel === "i"
        ? /[aou]/u.test(before) ? "ı" : "i"
        : /[ei]/u.test(before)
        ? "ü"
        : "u",
  );
}

/** The folded stem of a word: a noun without its endings, or the infinitive of a verb, always in "-mek". */
export function turkishStem(word: string): string {
  const marked = nounIn(word, MARKED, word);
  if (marked) return marked.stem;
  const bare = fold(word);
  const whole = NOUNS.get(bare);
  if (whole !== undefined) return whole;
  const noun = nounIn(bare);
  const verb = verbIn(bare);
  // "Yazdım" is no summer.
  const is_past = verb?.length === noun?.length && verb !== null &&
    /^(?:[dt][iu][mnk]?|m[iu]s)$/u.test(bare.slice(verb.length));
  if (noun && !is_past && noun.length >= (verb?.length ?? 0)) return noun.stem;
  if (verb) return verb.stem;
  const stem = fold(stemmer(harmonized(bare)));
  return stem.length < 3 ? bare : stem.replace(/[bdg]$/u, (end) => HARD[end]);
}
