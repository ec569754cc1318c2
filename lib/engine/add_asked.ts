import { add as addAlternative, type Alternatives } from "./alternatives.ts";
import {
  addIdeas,
  ALIKE,
  type Asked,
  askedFor,
  generality,
  type ReadBy,
  weighed,
} from "./asked.ts";
import type { Span } from "./entries.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Asking } from "./lexicon_file.ts";
import { ideaTerm } from "./passage_reader.ts";
import { isStop } from "./stop_words.ts";
import { AGE_PATTERNS } from "./text/age_patterns.ts";
import { type Age, ageIn } from "./text/ages.ts";
import { namesIn } from "./text/names.ts";
import type { Language } from "./text/languages.ts";
import { type Token, tokenize } from "./text/tokens.ts";

/** Further question terms are ignored. */
const MOST_ASKED = 40;
/** The weight of a word too general to name a subject. */
const LIGHT = 0.25;
/** The weight of the matter of a general question. */
const MATTER = 0.8;

/** Adds the terms a text asks for; returns how many of its words name its subject. */
export function addAsked(
  asked: Map<string, Asked>,
  read: ReadText,
  share: number,
  by: ReadBy,
): number {
  const sentence: AskedSentence = { ...read, share };
  return addWords(asked, sentence, by) + addPhrases(asked, sentence, by) +
    addAge(asked, sentence, by);
}

/** A question text, with its words and the ideas they express. */
type ReadText = {
  text: string;
  tokens: readonly Token[];
  language: Language;
  spans: readonly Span[];
  asking: Asking;
  age: Age | null;
};

/** Analyses a question text. */
export function readText(
  text: string,
  language: Language,
  { lexica }: Pick<ReadBy, "lexica">,
): ReadText {
  const tokens = tokenize(text, language);
  const lexicon = lexica.of(language);
  const found = lexicon.spans(text, tokens, { asking: true });
  const spans = language === "ja" || language === "ko" || language === "zh"
    ? found.map((span) => narrowed(span, tokens, lexicon))
    : found;
  const asking = lexicon.asking(text, tokens);
  return { text, tokens, language, spans, asking, age: ageIn(text, language) };
}

/** A span of one word that names a subject with its particles and endings is that word's alone: "停められる". */
function narrowed(
  span: Span,
  tokens: readonly Token[],
  lexicon: Lexicon,
): Span {
  let own = -1;
  for (let n = span.first; n <= span.last; n++) {
    const token = tokens[n];
    if (isStop(token, lexicon) || lexicon.isLight(token)) {
      continue;
    }
    if (own >= 0) return span;
    own = n;
  }
  return own < 0 ? span : { ...span, first: own, last: own };
}

type AskedSentence = ReadText & { share: number };

/** Adds each word with its alternatives. */
function addWords(
  asked: Map<string, Asked>,
  { text, tokens, language, share, spans, asking, age }: AskedSentence,
  by: ReadBy,
): number {
  const lexicon = by.lexica.of(language);
  const names = namesIn(text, language);
  // An age is matched by its stage of life. Without patterns, fewer ages are recognised.
  const age_form = language in AGE_PATTERNS ? age?.written : undefined;
  let subjects = 0;
  tokens.forEach((token, place) => {
    if (asked.size >= MOST_ASKED || asked.has(token.stem)) return;
    if (
      isStop(token, lexicon) && !isSubject(tokens, place, lexicon)
    ) {
      return;
    }
    if (/^[@€]$/.test(token.stem)) return;
    // Most Vietnamese words have two syllables: one of a phrase that no passage has says nothing alone.
    const is_syllable = language === "vi" &&
      spans.some(({ first, last }) =>
        first < last && first <= place && place <= last
      );
    if (is_syllable && by.vocabulary.spread(token.stem) === 0) return;
    // "How long" is no word "long".
    const says_more = spans.some(({ first, last }) =>
      first === place && last === place
    );
    if (asking.places.has(place) && !says_more) return;
    const is_light = lexicon.isLight(token) || token.form === age_form;
    // A general word means too many things to stand for one idea.
    const ideas = is_light
      ? []
      : spans.filter((span) => span.first === place && span.last === place)
        .flatMap((span) => span.ideas);
    const found = askedFor(token, ideas, language, by);
    const is_name = !is_light && names.has(token.form);
    const general = is_light ? LIGHT : generality(token, is_name, by);
    const one = weighed(
      { ...found, is_light, is_name, is_phrase: false, share: share * general },
      by,
    );
    asked.set(token.stem, one);
    if (!is_light) subjects++;
  });
  return subjects;
}

/** Adds ideas that several words express together. */
function addPhrases(
  asked: Map<string, Asked>,
  { tokens, share, spans }: AskedSentence,
  by: ReadBy,
): number {
  let subjects = 0;
  for (const { first, last, ideas } of spans) {
    if (first === last) continue;
    const key = ideas.map(ideaTerm).join(" ");
    if (asked.size >= MOST_ASKED || asked.has(key)) continue;
    const form = tokens.slice(first, last + 1).map(({ form }) => form)
      .join(" ");
    // "Do you sell" says no more than "sell".
    const is_phrase = !spans.some((one) =>
      one.first === one.last && one.first >= first && one.last <= last &&
      ideas.every((idea) => one.ideas.includes(idea))
    );
    const phrase = { form, stem: key, share: share * 0.8, is_phrase };
    asked.set(key, askedIdeas(phrase, ideas, by));
    subjects++;
  }
  return subjects;
}

/** Adds the matter of a general question, by the ideas that tell it and how surely. */
export function addMatter(
  asked: Map<string, Asked>,
  ideas: ReadonlyMap<number, number>,
  by: ReadBy,
): void {
  const stem = Array.from(ideas.keys(), ideaTerm).join(" ");
  if (ideas.size === 0 || asked.has(stem)) return;
  const alternatives: Alternatives = new Map();
  for (const [idea, surely] of ideas) {
    addAlternative(alternatives, ideaTerm(idea), surely * ALIKE);
  }
  const matter = { form: "matter", stem, share: MATTER, is_phrase: true };
  asked.set(stem, byIdeas(matter, alternatives, by));
}

/** Adds an age in the question, as the ideas of its stage of life. */
function addAge(
  asked: Map<string, Asked>,
  { age, share }: AskedSentence,
  by: ReadBy,
): number {
  const ideas = (age?.ideas ?? [])
    .flatMap((name) => by.lexica.ideaNumber(name) ?? []);
  const key = ideas.map(ideaTerm).join(" ");
  if (ideas.length === 0 || asked.has(key)) return 0;
  const told = { form: "age", stem: key, share, is_phrase: true };
  asked.set(key, askedIdeas(told, ideas, by));
  return 1;
}

type IdeaTerm = Pick<Asked, "form" | "stem" | "share" | "is_phrase">;

function askedIdeas(
  term: IdeaTerm,
  ideas: readonly number[],
  by: ReadBy,
): Asked {
  const alternatives: Alternatives = new Map();
  addIdeas(alternatives, ideas, by);
  return byIdeas(term, alternatives, by);
}

/** A term that is matched by ideas alone. */
function byIdeas(
  term: IdeaTerm,
  alternatives: Alternatives,
  by: ReadBy,
): Asked {
  const kind = { is_known: false, is_light: false, is_name: false };
  return weighed({ ...term, ...kind, alternatives }, by);
}

/** Whether a word of two kana is what is asked about, since a particle follows: "うには". */
function isSubject(
  tokens: readonly Token[],
  place: number,
  lexicon: Lexicon,
): boolean {
  const { form, start } = tokens[place];
  return lexicon.language === "ja" && !lexicon.isStop(tokens[place]) &&
    /^\p{sc=Hiragana}{2}$/u.test(form) && tokens[place - 1]?.end !== start &&
    /^[はがもをの]$/.test(tokens[place + 1]?.form ?? "");
}
