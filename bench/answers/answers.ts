/*
 * How well the embedded engine answers. `deno run -A bench/answers/answers.ts`
 * prints, for every language or creator:
 *
 * - development: general knowledge, all languages in one index;
 * - creators: what people of several trades write, each in an index of its own;
 * - held out: paragraphs that nothing was fitted to, all in one index, then
 *   again among the paragraphs of the other two sets;
 * - encyclopedia: longer paragraphs, three on each subject, in the same ways;
 *   only the threshold was fitted to them;
 * - blind: the same, by somebody who did not know the engine, with more
 *   paraphrases and more near misses.
 *
 * `--misses` lists the questions that failed.
 */
import { answerFromIndex } from "../../lib/engine/answer.ts";
import { cutPassages } from "../../lib/engine/text/passages.ts";
import { PassageIndex } from "../../lib/engine/passage_index.ts";

interface Set {
  name: string;
  paragraphs: {
    title: string;
    text: string;
    /** `without`: what a good answer does not contain. */
    questions: { question: string; facts: string[]; without?: string[] }[];
  }[];
  off_topic: string[];
}

const misses = Deno.args.includes("--misses");

function load(folder: string): Set[] {
  const url = new URL(folder, import.meta.url);
  return [...Deno.readDirSync(url)].map(({ name }) => name)
    .filter((name) => name.endsWith(".json")).sort()
    .map((name) => ({
      ...JSON.parse(Deno.readTextFileSync(new URL(name, url))),
      name: name.replace(".json", ""),
    }));
}

function indexOf(sets: readonly Set[]): PassageIndex {
  const index = new PassageIndex();
  sets.forEach(({ paragraphs }, s) =>
    paragraphs.forEach(({ title, text }, p) =>
      index.set({
        content_id: `${s}-${p}`,
        title,
        source_url: null,
        passages: cutPassages(text),
      })
    )
  );
  return index;
}

/** Figures of one or more sets, which are added up. */
interface Tally {
  questions: number;
  cited: number;
  answer: number;
  early: number;
  beside: number;
  refused: number;
  length: number;
  citations: number;
  off: number;
  off_refused: number;
  times: number[];
}

function tally(index: PassageIndex, set: Set): Tally {
  const sum: Tally = {
    questions: 0,
    cited: 0,
    answer: 0,
    early: 0,
    beside: 0,
    refused: 0,
    length: 0,
    citations: 0,
    off: set.off_topic.length,
    off_refused: 0,
    times: [],
  };
  const ask = (question: string) => {
    const start = performance.now();
    const answer = answerFromIndex(index, question);
    sum.times.push(performance.now() - start);
    return answer;
  };
  const miss = (what: string, question: string, answer: string) =>
    misses && console.log(`${set.name} ${what}: ${question}\n    ${answer}`);
  for (const asked of set.paragraphs.flatMap(({ questions }) => questions)) {
    const { answer, citations, grounded } = ask(asked.question);
    const holds = (text: string, facts = asked.facts) =>
      facts.some((fact) => text.toLowerCase().includes(fact.toLowerCase()));
    const right = grounded && holds(answer);
    const cited = right || citations.some(({ excerpt }) => holds(excerpt));
    const beside = grounded && holds(answer, asked.without ?? []);
    sum.questions++;
    sum.cited += Number(cited);
    sum.answer += Number(right);
    sum.early += Number(grounded && holds(answer.slice(0, 200)));
    sum.beside += Number(beside);
    sum.refused += Number(!grounded);
    sum.length += answer.length;
    sum.citations += citations.length;
    if (!grounded) miss("REFUSED", asked.question, answer);
    else if (!right) miss(cited ? "cited" : "MISSED", asked.question, answer);
    else if (beside) miss("BESIDE THE POINT", asked.question, answer);
  }
  for (const question of set.off_topic) {
    const { grounded, answer } = ask(question);
    sum.off_refused += Number(!grounded);
    if (grounded) miss("OFF TOPIC", question, answer);
  }
  return sum;
}

function row(tallies: readonly Tally[]) {
  const sum = (key: Exclude<keyof Tally, "times">) =>
    tallies.reduce((total, tally) => total + tally[key], 0);
  const share = (part: number, whole: number) =>
    Math.round(1000 * part / whole) / 10;
  const questions = sum("questions");
  const times = tallies.flatMap(({ times }) => times).sort((a, b) => a - b);
  return {
    questions,
    "fact cited %": share(sum("cited"), questions),
    "in answer %": share(sum("answer"), questions),
    "in first 200 %": share(sum("early"), questions),
    "beside the point %": share(sum("beside"), questions),
    "average length": Math.round(sum("length") / questions),
    "citations": Math.round(10 * sum("citations") / questions) / 10,
    "off-topic refused %": share(sum("off_refused"), sum("off")),
    "wrongly refused %": share(sum("refused"), questions),
    "median ms": Math.round(10 * times[times.length >> 1]) / 10,
    "max ms": Math.round(10 * (times.at(-1) ?? 0)) / 10,
  };
}

function print(
  name: string,
  sets: readonly Set[],
  index: (set: Set) => PassageIndex,
) {
  const tallies = sets.map((set) => tally(index(set), set));
  console.log(`\n${name}`);
  console.table({
    ...Object.fromEntries(sets.map(({ name }, i) => [name, row([tallies[i]])])),
    all: row(tallies),
  });
}

const development = load("./");
const creators = load("./creators/");
const held_out = load("./held_out/");
const encyclopedia = load("./encyclopedia/");
const blind = load("./blind/");
const one = (index: PassageIndex) => () => index;
print("Development", development, one(indexOf(development)));
print("Creators", creators, (set) => indexOf([set]));
print("Held out", held_out, one(indexOf(held_out)));
print(
  "Held out, among the others",
  held_out,
  one(indexOf([...held_out, ...development, ...creators])),
);
print("Encyclopedia", encyclopedia, one(indexOf(encyclopedia)));
print(
  "Encyclopedia, among the others",
  encyclopedia,
  one(indexOf([...encyclopedia, ...held_out, ...development, ...creators])),
);
print("Blind", blind, one(indexOf(blind)));
