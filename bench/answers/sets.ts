/* The question sets, and indexes of their content. */
import { engineTables } from "../../lib/engine/tables.ts";
import { PassageIndex } from "../../lib/engine/passage_index.ts";
import { cutPassages } from "../../lib/engine/text/passages.ts";
import { cutSentences } from "../../lib/engine/text/sentences.ts";

/** A question; `right` tests an answer, null if the content has none, "small" for small talk. */
export type Asked = {
  question: string;
  right: ((text: string) => boolean) | null | "small";
};

/** One twin's items, and the questions for them. */
export type AnswerSet = {
  name: string;
  language: string;
  profile?: { name: string; bio: string };
  items: { title: string; body: string }[];
  asked: Asked[];
};

export const tables = engineTables();

type TwinFile = {
  name: string;
  bio: string;
  items: [string, string][];
  ask: [string, string | null][];
};

/** Twins of one language; a question refers to the items that answer it by index. */
type CreatorsFile = {
  name: string;
  bio: string;
  items: [string, string][];
  ask: [string, number[]][];
}[];

type StrangersFile = {
  name: string;
  bio: string;
  items: [string, string][];
  ask: [string, number[] | "small", "bio"?][];
}[];

/** The wordings of each first question, by language, and the items that answer each, by creator. */
type FirstQuestionsFile = {
  asked: Record<string, string[][]>;
  asked_closed: Record<string, string[][]>;
  answered_by: Record<string, number[][]>;
};

type ParagraphFile = {
  paragraphs: {
    title: string;
    text: string;
    questions: { question: string; facts: string[] }[];
  }[];
  off_topic: string[];
};

function files<T>(folder: string): { name: string; file: T }[] {
  const url = new URL(`${folder}/`, import.meta.url);
  return [...Deno.readDirSync(url)].map(({ name }) => name)
    .filter((name) => name.endsWith(".json")).sort()
    .map((name) => ({
      name: name.replace(".json", ""),
      file: JSON.parse(Deno.readTextFileSync(new URL(name, url))),
    }));
}

/** Creators' twins with initial questions. */
export function twinSets(folder = "twins"): AnswerSet[] {
  return files<TwinFile>(folder).map(({ name, file }) => ({
    name,
    language: name.slice(0, 2),
    profile: { name: file.name, bio: file.bio },
    items: file.items.map(([title, body]) => ({ title, body })),
    asked: file.ask.map(([question, right]) => ({
      question,
      right: right === null || right === "small" ? right : matching(right),
    })),
  }));
}

/** The place of "What do you offer?". */
const OFFER = 1;

/**
 * General first questions, in every wording, to twins of `creators/` and `twins/`, one set each; another third of the
 * twins is held out, and asked in words that nothing was written with in view.
 */
export function firstQuestionSets(
  { closed }: { closed: boolean },
): AnswerSet[] {
  const url = new URL("first_questions.json", import.meta.url);
  const { asked, asked_closed, answered_by }: FirstQuestionsFile = JSON.parse(
    Deno.readTextFileSync(url),
  );
  const wordings = closed ? asked_closed : asked;
  return [...creatorSets({ closed: false }), ...twinSets()]
    .filter(({ profile }) => profile && answered_by[profile.name])
    .filter((_, place) => (place % 3 === 2) === closed)
    .map((set) => ({
      ...set,
      asked: wordings[set.language].flatMap((questions, n) => {
        // What a twin offers is told by its profile.
        if (n === OFFER) return [];
        const places = answered_by[set.profile?.name ?? ""][n];
        const right = places.length === 0
          ? null
          : saysOneOf(places.map((place) => set.items[place].body));
        return questions.map((question) => ({ question, right }));
      }),
    }));
}

function matching(expression: string): (text: string) => boolean {
  const pattern = new RegExp(expression, "iu");
  return (text) => pattern.test(text);
}

/**
 * The twins of `creators/`, one set each, named by language and index. Every third of a language is held out: no word
 * of the lexicon was written with it in view, and no weight is fitted to it.
 */
export function creatorSets({ closed }: { closed: boolean }): AnswerSet[] {
  return files<CreatorsFile>("creators").flatMap(({ name: language, file }) =>
    file.map(({ name, bio, items, ask }, place) => ({
      name: `${language}_${place + 1}`,
      language,
      profile: { name, bio },
      items: items.map(([title, body]) => ({ title, body })),
      asked: ask.map(([question, places]) => ({
        question,
        right: places.length === 0
          ? null
          : saysOneOf(places.map((place) => items[place][1])),
      })),
    })).filter((_, place) => (place % 3 === 2) === closed)
  );
}

/**
 * Twins and questions by writers who had seen nothing of the engine, one set each. A question about the twin itself,
 * marked "bio", is answered by its bio too.
 */
export function strangerSets(): AnswerSet[] {
  return files<StrangersFile>("strangers").flatMap(({ name: language, file }) =>
    file.map(({ name, bio, items, ask }, place) => ({
      name: `${language}_${place + 1}`,
      language,
      profile: { name, bio },
      items: items.map(([title, body]) => ({ title, body })),
      asked: ask.map(([question, places, by]) => ({
        question,
        right: places === "small"
          ? places
          : places.length === 0
          ? null
          : saysOneOf([
            ...places.map((place) => items[place][1]),
            ...(by ? [bio] : []),
          ]),
      })),
    }))
  );
}

/** Whether a text contains one of these sentences, or of the rows of a table as they are written. */
function saysOneOf(bodies: readonly string[]): (text: string) => boolean {
  const sentences = bodies.flatMap((body) =>
    cutSentences(body).flatMap((
      { text, start, end },
    ) => [text, body.slice(start, end)])
  ).filter((text) => text.length >= 8);
  return (text) => sentences.some((sentence) => text.includes(sentence));
}

/** Paragraphs with questions about each, and questions that they do not answer. */
export function paragraphSets(folder: string): AnswerSet[] {
  return files<ParagraphFile>(folder).map(({ name, file }) => ({
    name,
    language: name.slice(0, 2),
    items: file.paragraphs.map(({ title, text }) => ({ title, body: text })),
    asked: [
      ...file.paragraphs.flatMap(({ questions }) =>
        questions.map(({ question, facts }) => ({
          question,
          right: (text: string) =>
            facts.some((fact) =>
              text.toLowerCase().includes(fact.toLowerCase())
            ),
        }))
      ),
      ...file.off_topic.map((question) => ({ question, right: null })),
    ],
  }));
}

export function indexOf(sets: readonly AnswerSet[]): PassageIndex {
  const index = new PassageIndex(tables);
  sets.forEach(({ items }, s) =>
    items.forEach(({ title, body }, i) =>
      index.set({
        content_id: `${s}-${i}`,
        title,
        source_url: null,
        kind: /[?？؟]\s*$/.test(title) ? "pair" : "text",
        passages: cutPassages(body),
      })
    )
  );
  return index;
}
